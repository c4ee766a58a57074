/** `kust openapi`: the built-in Kubernetes OpenAPI data, and that of a cluster. */

import type { CommandGroup } from "../command.ts";

export const command: CommandGroup = {
  manual: { examples: [{ text: "The Kubernetes release of the built-in schema", line: "kust openapi info" }] },
  subcommands: {
    fetch: {
      summary: "Print the OpenAPI document of kubectl's current cluster",
      load: () => import("./fetch.ts"),
    },
    info: {
      summary: "Print the info field of the built-in OpenAPI data",
      load: () => import("./info.ts"),
    },
  },
};
