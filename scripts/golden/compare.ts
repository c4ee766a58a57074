/** Reports how a result differs from the expectation of a golden case. */

import { type Content, type Outcome, sameContent, type Tree } from "./golden_case.ts";

/** One text per difference; none if everything matches. */
export function differences(expected: Outcome, actual: Outcome): string[] {
  const found: string[] = [];
  if (expected.exit !== actual.exit) {
    found.push(`exit code ${actual.exit}, expected ${expected.exit}\n${actual.stderr}`);
  } else {
    found.push(...textDifference("stdout", expected.stdout, actual.stdout));
    found.push(...textDifference("stderr", expected.stderr, actual.stderr));
  }
  found.push(...treeDifferences(expected.changed, actual.changed));
  found.push(...textDifference("removed files", expected.removed.join("\n"), actual.removed.join("\n")));
  if (actual.left.length > 0) found.push(`left behind among temporary files: ${actual.left.join(", ")}`);
  return found;
}

function treeDifferences(expected: Tree, actual: Tree): string[] {
  const found: string[] = [];
  for (const path of new Set([...expected.keys(), ...actual.keys()])) {
    const want = expected.get(path);
    const got = actual.get(path);
    if (want === undefined) found.push(`wrote ${path}, which was not expected`);
    else if (got === undefined) found.push(`did not write ${path}`);
    else if (!sameContent(want, got)) found.push(...textDifference(path, asText(want), asText(got)));
  }
  return found;
}

function asText(content: Content): string {
  return content instanceof Uint8Array ? new TextDecoder().decode(content) : `link to ${content.link}`;
}

/** Shows the first lines that differ, after two lines of context. */
function textDifference(what: string, expected: string, actual: string): string[] {
  if (expected === actual) return [];
  const want = expected.split("\n");
  const got = actual.split("\n");
  const at = want.findIndex((line, index) => line !== got[index]);
  const first = at < 0 ? want.length : at;
  const context = want.slice(Math.max(0, first - 2), first).map((line) => `    ${line}`);
  const missing = want.slice(first, first + 3).map((line) => `  - ${line}`);
  const extra = got.slice(first, first + 3).map((line) => `  + ${line}`);
  return [[`${what}, line ${first + 1} (- expected, + found):`, ...context, ...missing, ...extra].join("\n")];
}
