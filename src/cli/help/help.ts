/** `kust help`: shows help for a command or a topic. */

import { defineCommand, isGroup } from "../command.ts";
import { findCommand } from "../find_command.ts";
import { renderHelp } from "./render_help.ts";

export const command = defineCommand({
  usage: "help [COMMAND | TOPIC]",
  manual: {
    examples: [
      { text: "All commands and topics", line: "kust help" },
      { text: "One command", line: "kust help edit add" },
    ],
  },
  flags: {},
  completeArgs: "command",
  run: async ({ args, root }, host) => {
    const found = await findCommand(root, args);
    const columns = host.terminal.columns;
    if (isGroup(found.command) && found.args.length > 0) {
      // kustomize succeeds here, with its general help on stderr.
      host.writeStderr(
        `Unknown help topic "${args.join(" ")}"\n\n` + await renderHelp(await findCommand(root, []), columns),
      );
    } else host.writeStdout(await renderHelp(found, columns));
    return 0;
  },
});
