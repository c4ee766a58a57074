/** `kust help CODE`: explains the code of an error from the register. */

import { type CodeEntry, type Example, filesOf, lineOf } from "../../diagnostics/codes/entry.ts";
import { wrap } from "../output/text_layout.ts";

/** @param width Columns to wrap at; examples are shown as they are. */
export function explainCode(code: string, entry: CodeEntry, width: number): string {
  const { meaning, remedy, bad, good } = entry;
  const sections = [
    [`${code}: ${kindOf(entry)}`],
    wrap(meaning, width),
    wrap(remedy, width),
    [`${verbOf(entry)}:`, ...exampleLines(bad)],
    ["This does not:", ...exampleLines(good)],
  ];
  return sections.map((lines) => lines.join("\n") + "\n").join("\n");
}

function kindOf({ isWarning, isEffect, finding }: CodeEntry): string {
  if (finding !== undefined) return `a finding of kust lint, level ${finding}`;
  if (isEffect) return "an effect of a change";
  return isWarning ? "a warning" : "an error";
}

/** How an example that has the code is introduced. */
export function verbOf({ isWarning, isEffect, finding }: CodeEntry): string {
  if (finding !== undefined) return "This has it";
  if (isEffect) return "This has the effect";
  return isWarning ? "This causes the warning" : "This fails";
}

function exampleLines(example: Example): string[] {
  const files = Object.entries(filesOf(example)).map(([path, text]) => [`# ${path}`, ...text.trimEnd().split("\n")]);
  const line = lineOf(example);
  const blocks = [...files, ...(line === "kust build" ? [] : [[`$ ${line}`]])];
  const given = typeof example === "string" || example.given === undefined ? [] : [`  (${example.given})`];
  const lines = blocks.flatMap((block, index) => index === 0 ? block : ["", ...block]);
  return [...given, ...lines.map((text) => text === "" ? "" : `  ${text}`)];
}
