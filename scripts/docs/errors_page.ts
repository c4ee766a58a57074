/**
 * `deno task docs:errors`: writes docs/errors.md, the register of codes as a page, and the module with the type `Code`.
 */

import { CODES } from "../../src/diagnostics/codes.ts";
import { type CodeEntry, DEPLOYMENT, type Example, filesOf, lineOf } from "../../src/diagnostics/codes/entry.ts";
import { verbOf } from "../../src/cli/help/explain_code.ts";

export const PAGE = new URL("../../docs/errors.md", import.meta.url);
export const TYPE = new URL("../../src/diagnostics/code.ts", import.meta.url);

const HEAD = `# Errors and warnings

Every error ends with a code: \`Error: unknown field 'resuorces' in the kustomization [unknown-field]\`. The code stays the
same when the wording changes, so search for it, and match on it in scripts and in programs that embed kust.
\`kust help CODE\` shows the entry for one code.

There are three groups of codes: errors and warnings of commands, most of which stop a build; findings of
[kust lint](lint.md), which concern builds that succeed; and effects of a change on a cluster, which
[kust diff](diff.md) reports. An entry says if it is a finding or an effect.

The examples run in a folder with this \`deployment.yaml\`:

\`\`\`yaml
${DEPLOYMENT}\`\`\`
`;

/** Longer lines of examples are cut. */
const LONGEST_LINE = 120;

export function errorsPage(): string {
  return [HEAD, ...[...CODES].map(([code, entry]) => section(code, entry))].join("\n");
}

/**
 * The module with the type `Code`. A type `keyof typeof` the register would make the texts part of the library's types.
 */
export function codeModule(): string {
  const names = [...CODES.keys()].map((code) => `  | "${code}"`);
  return `/** \`deno task docs:errors\` writes this file, from the register in codes.ts. */

/** The code of an error or a warning. */
export type Code =
${names.join("\n")};
`;
}

function section(code: string, entry: CodeEntry): string {
  const { meaning, remedy, bad, good } = entry;
  return `## ${code}

${introOf(entry)}${meaning} ${remedy}

${example(verbOf(entry), bad)}
${example("This does not", good)}`;
}

function introOf({ isWarning, isEffect, finding }: CodeEntry): string {
  if (finding !== undefined) return `Finding of \`kust lint\`, ${finding}. `;
  return isWarning ? "Warning. " : isEffect ? "Effect of a change, reported by `kust diff`. " : "";
}

function example(title: string, value: Example): string {
  const given = typeof value === "string" || value.given === undefined ? "" : `, if ${value.given}`;
  const line = lineOf(value);
  const files = Object.entries(filesOf(value)).map(([path, text]) => block("yaml", `# ${path}\n${text}`));
  const command = line === "kust build" ? [] : [block("sh", line)];
  return `${title}${given}:\n\n${[...files, ...command].join("\n")}`;
}

function block(language: string, text: string): string {
  const lines = text.trimEnd().split("\n").map((line) =>
    line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE - 1)}…`
  );
  return `\`\`\`${language}\n${lines.join("\n")}\n\`\`\`\n`;
}

if (import.meta.main) {
  Deno.mkdirSync(new URL(".", PAGE), { recursive: true });
  Deno.writeTextFileSync(PAGE, errorsPage());
  Deno.writeTextFileSync(TYPE, codeModule());
}
