/** Command lines of kust in the papers, such as `kust build --all`, name commands and flags that exist. */

import { assertEquals } from "@std/assert";
import { findCommand } from "../../src/cli/find_command.ts";
import { isGroup } from "../../src/cli/command.ts";
import { parseFlags } from "../../src/cli/flags/flags.ts";
import { GLOBAL_FLAGS, ROOT_FLAGS } from "../../src/cli/flags/global_flags.ts";
import { root } from "../../src/cli/root.ts";
import { shellWords } from "../../src/functions/shell_words.ts";
import { PAPERS, readPaper } from "./papers.ts";

/** Lines in blocks of shell commands and of configuration, and code spans. `run_page.ts` runs those in other blocks. */
function commandLinesOf(text: string): string[] {
  const blocks = [...text.matchAll(/^ *```(.*)\n([\s\S]*?)^ *```$/gm)]
    .filter(([, info]) => info === "sh" || info === "yaml").map((match) => match[2]!);
  const lines = blocks.flatMap((block) => block.replace(/\\\n */g, "").split("\n"));
  const spans = [...text.replace(/^ *```[\s\S]*?^ *```$/gm, "").matchAll(/`(kust [^`]+)`/g)].map((match) => match[1]!);
  return [...lines, ...spans].flatMap((line) =>
    [...line.matchAll(/(?<=^ *(?:- |\$ |run: |- run: )?|\$\(|"|<\()kust ((?:'[^']*'|"[^"]*"|[^|>#;&'")])*)/g)].map((
      match,
    ) => match[1]!.trim())
  );
}

/** What is wrong with a line; undefined if nothing is. */
async function faultOf(line: string): Promise<string | undefined> {
  try {
    const { command, args } = await findCommand(root, shellWords(line, undefined));
    const flags = isGroup(command) ? ROOT_FLAGS : { ...GLOBAL_FLAGS, ...command.flags };
    if (!isGroup(command) && command.rawWords === true) return undefined;
    const parsed = parseFlags(flags, args, () => {});
    return isGroup(command) && parsed.args.length > 0 && !/^[A-Z]/.test(parsed.args[0]!)
      ? "no such command"
      : undefined;
  } catch (error) {
    return String(error);
  }
}

// The page of errors has lines with mistakes, and another test.
for (const paper of PAPERS.filter((paper) => paper !== "docs/errors.md")) {
  Deno.test(`the command lines in ${paper} parse`, async () => {
    const faults: string[] = [];
    for (const line of commandLinesOf(readPaper(paper))) {
      const fault = await faultOf(line);
      if (fault !== undefined) faults.push(`kust ${line}: ${fault}`);
    }
    assertEquals(faults, []);
  });
}
