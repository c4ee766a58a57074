/** `kust openapi`: the Kubernetes OpenAPI data built in, and that of a cluster. */

import type { CommandGroup } from "../command.ts";

export const command: CommandGroup = {
  manual: { examples: [{ text: "The release of Kubernetes whose schema is built in", line: "kust openapi info" }] },
  subcommands: {
    fetch: {
      summary: "Print the OpenAPI document of the cluster that kubectl talks to",
      load: () => import("./fetch.ts"),
    },
    info: {
      summary: "Print the info field of the OpenAPI data that is built in",
      load: () => import("./info.ts"),
    },
  },
};
