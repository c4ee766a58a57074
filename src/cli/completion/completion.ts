/** `kust completion`: prints a script that lets a shell complete kust's commands, flags and folders. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { nearestOrAll } from "../../diagnostics/did_you_mean.ts";
import { defineCommand } from "../command.ts";
import { COMPLETION_SCRIPTS } from "./completion_scripts.ts";
import { ownValue } from "../../text/own_value.ts";

const SHELLS = Object.keys(COMPLETION_SCRIPTS);

export const command = defineCommand({
  usage: `completion ${SHELLS.join(" | ")}`,
  manual: {
    long:
      "The script calls kust at each Tab, so it never needs to be regenerated. It is for the name by which kust was " +
      "called: a link named `kustomize` prints the script for that name.",
    examples: [
      { text: "Bash: in ~/.bashrc", line: "source <(kust completion bash)" },
      { text: "Zsh: in ~/.zshrc, after compinit", line: "source <(kust completion zsh)" },
      { text: "Fish", line: "kust completion fish > ~/.config/fish/completions/kust.fish" },
      { text: "PowerShell: in $PROFILE", line: "kust completion powershell | Out-String | Invoke-Expression" },
    ],
  },
  flags: {},
  completeArgs: SHELLS,
  run: ({ args, path }, host) => {
    const [shell, ...more] = args;
    if (shell === undefined || more.length > 0) {
      fail(
        shell === undefined ? "missing-argument" : "too-many-arguments",
        `expected one shell, ${args.length} given`,
        { hint: `${path} ${SHELLS.join(" | ")}` },
      );
    }
    const script = ownValue(COMPLETION_SCRIPTS, shell) ?? failShell(shell);
    host.writeStdout(script(host.programName));
    return 0;
  },
});

function failShell(shell: string): never {
  fail("invalid-argument", `no completion for the shell "${shell}"`, { hint: nearestOrAll(shell, SHELLS) });
}
