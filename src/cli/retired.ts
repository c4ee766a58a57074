/** `kust fn`: commands of kustomize that kust does not have. Their error names the replacement. */

import { fail } from "../diagnostics/diagnostic.ts";
import { type Command, defineCommand } from "./command.ts";

export const fn = retired("fn", "kpt fn", "kpt fn eval, kpt fn render");

/** @param heir The commands that replace them. */
function retired(name: string, heir: string, heirs: string): Command {
  const message = `kust has no "${name}" commands: they are now part of kpt as "${heir}"`;
  const hint =
    `See https://kpt.dev: ${heirs}. To run the functions of a kustomization, use 'kust build --enable-alpha-plugins'.`;
  return defineCommand({
    usage: name,
    manual: { long: `${message}.\n\n${hint}` },
    flags: {},
    completeArgs: "none",
    rawWords: true,
    run: () => fail("retired-command", message, { hint }),
  });
}
