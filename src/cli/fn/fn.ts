/** `kust fn`: runs functions on the resources of a folder. */

import type { CommandGroup } from "../command.ts";

export const command: CommandGroup = {
  subcommands: {
    run: { summary: "Run functions on the resources of a folder", load: () => import("./run.ts") },
  },
};
