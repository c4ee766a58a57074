/** `kust openapi info`. */

import { defineCommand } from "../command.ts";

export const command = defineCommand({
  usage: "info",
  flags: {},
  completeArgs: "none",
  run: (_, host) => {
    host.writeStdout("{title:Kubernetes,version:v1.21.2}\n");
    return 0;
  },
});
