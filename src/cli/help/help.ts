/** `kust help`: shows help for a command or a topic, or explains the code of an error. */

import { didYouMean } from "../../diagnostics/did_you_mean.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Host } from "../../host/host.ts";
import { type CommandGroup, defineCommand, isGroup } from "../command.ts";
import { findCommand } from "../find_command.ts";
import { explainCode } from "./explain_code.ts";
import { MAX_COLUMNS, renderHelp } from "./render_help.ts";
import { shown } from "../output/render_diagnostic.ts";

export const command = defineCommand({
  usage: "help [COMMAND | TOPIC | ERROR CODE]",
  manual: {
    examples: [
      { text: "All commands and topics", line: "kust help" },
      { text: "One command", line: "kust help edit add" },
      { text: "What an error means, by the code after its message", line: "kust help unknown-field" },
    ],
  },
  flags: {},
  completeArgs: "command",
  run: async ({ args, root }, host) => {
    const found = await findCommand(root, args);
    const columns = host.terminal.columns;
    if (isGroup(found.command) && found.args.length > 0) await helpWithCode(args, root, host);
    else host.writeStdout(await renderHelp(found, columns));
    return 0;
  },
});

async function helpWithCode(args: string[], root: CommandGroup, host: Host): Promise<void> {
  const { CODES } = await import("../../diagnostics/codes.ts");
  const { columns } = host.terminal;
  const word = args.join(" ");
  const entry = CODES.get(word);
  if (entry !== undefined) return host.writeStdout(explainCode(word, entry, Math.min(columns, MAX_COLUMNS)));
  const hint = didYouMean(nearest(word, [...Object.keys(root.subcommands), ...CODES.keys()]));
  // kustomize succeeds here, with its general help on stderr.
  host.writeStderr(
    `Unknown help topic "${shown(word)}"${hint === undefined ? "" : `: ${hint}`}\n\n` +
      await renderHelp(await findCommand(root, []), columns),
  );
}
