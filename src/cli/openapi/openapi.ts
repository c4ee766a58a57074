/** `kust openapi`: the built-in Kubernetes OpenAPI data, and that of a cluster. */

import { type CommandGroup, defineCommand } from "../command.ts";

const info = defineCommand({
  usage: "info",
  flags: {},
  completeArgs: "none",
  run: (_, host) => {
    host.writeStdout("{title:Kubernetes,version:v1.21.2}\n");
    return 0;
  },
});

export const command: CommandGroup = {
  manual: { examples: [{ text: "The Kubernetes release of the built-in schema", line: "kust openapi info" }] },
  subcommands: {
    fetch: {
      summary: "Print the OpenAPI document of kubectl's current cluster",
      load: () => import("./fetch.ts"),
    },
    info: {
      summary: "Print the info field of the built-in OpenAPI data",
      load: () => Promise.resolve({ command: info }),
    },
  },
};
