/**
 * Field paths as replacements and vars write them: `spec.containers.[name=web].image`, `data.app\.conf`,
 * `metadata.annotations.[example.com/owner]`, `spec.rules.0.host`, `spec.ports.*.port`.
 */

import { isDigit } from "../../text/chars.ts";

/** Splits a path at its dots. */
export function splitFieldPath(path: string): string[] {
  const parts = splitEscaped(path, ".");
  const steps: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    let step = parts[at]!;
    if (step.startsWith("[") && !step.endsWith("]")) {
      // Brackets may contain dots; unclosed ones extend to the end of the path.
      const start = at;
      while (at < parts.length - 1 && !parts[at]!.endsWith("]")) at++;
      step = parts.slice(start, at + 1).join(".");
      if (!step.includes("=")) step = withoutBrackets(step);
    }
    steps.push(step);
  }
  return steps;
}

/** Without brackets at the start and at the end. */
function withoutBrackets(step: string): string {
  const isBracket = (at: number) => step[at] === "[" || step[at] === "]";
  let start = 0;
  let end = step.length;
  while (isBracket(start)) start++;
  while (isBracket(end - 1)) end--;
  return step.slice(start, end);
}

/** Splits at each `delimiter` without a backslash before it. Drops an empty first part: `.a.b` is `a.b`. */
export function splitEscaped(path: string, delimiter: string): string[] {
  const parts = path.split(delimiter);
  if (parts.length > 1 && parts[0] === "") parts.shift();
  if (!path.includes("\\")) return parts;
  const steps: string[] = [];
  let start = 0;
  for (let at = 0; at < parts.length; at++) {
    if (parts[at]!.endsWith("\\") && at < parts.length - 1) continue;
    const joined = parts.slice(start, at + 1).map((part, index, all) =>
      index < all.length - 1 ? part.slice(0, -1) : part
    );
    steps.push(joined.join(delimiter));
    start = at + 1;
  }
  return steps;
}

/** Whether a step has brackets: `[name=web]`, `[=value]`. */
export function isListStep(step: string): boolean {
  return step.startsWith("[") && step.endsWith("]");
}

/** The number of a step that is an index, parsed like Go's Atoi (`+1`, `007`); undefined for other steps. */
export function indexOfStep(step: string): number | undefined {
  // Most steps are names, for which no regular expression need be compiled.
  if (!isDigit(step.charCodeAt(step.length - 1)) || !/^[+-]?0*[0-9]{1,19}$/.test(step)) return undefined;
  const index = BigInt(step);
  return BigInt.asIntN(64, index) === index ? Number(index) : undefined;
}

/** Field and value of `[field=value]`, with the field "" for `[=value]`; undefined if there is no `=`. */
export function splitListStep(step: string): { field: string; value: string } | undefined {
  const inner = step.slice(1, -1);
  const equals = inner.indexOf("=");
  return equals < 0 ? undefined : { field: inner.slice(0, equals), value: inner.slice(equals + 1) };
}
