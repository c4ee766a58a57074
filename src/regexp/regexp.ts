/**
 * Go's regular expressions (RE2): patterns mean the same as in kustomize, and take time proportional to the text for
 * every pattern. JavaScript's own engine does neither.
 */

import { fail, type Place } from "../diagnostics/diagnostic.ts";
import type { Growth } from "../diagnostics/source.ts";
import { Machine, type Slots } from "./machine.ts";
import { parsePattern } from "./parser.ts";
import { compileProgram, sizeOf } from "./program.ts";
import type { Syntax } from "./syntax.ts";

/** Go's limit: 128 MiB of its instructions. */
const MAX_SIZE = Math.floor((128 << 20) / 40);

/** Limits the work of a match, and of all patterns of a build, in instructions: about one and ten seconds. */
const MAX_STEPS_OF_MATCH = 100_000_000;
const MAX_STEPS = 1_000_000_000;

/** Compiling an instruction takes about as long as following so many. */
const STEPS_TO_COMPILE = 10;

/** A match: offsets in UTF-16 units, and the texts of the groups from 1 to the last that took part. */
export interface Match {
  start: number;
  end: number;
  groups: (string | undefined)[];
}

export interface Regexp {
  /** The only text that the pattern matches, if it is a literal. */
  readonly only: string | undefined;
  /** Whether the pattern matches anywhere in `text`. */
  matches(text: string): boolean;
  /** The leftmost match; of those that start there, the one that the pattern prefers. */
  find(text: string): Match | undefined;
}

/**
 * Compiles a pattern. Throws `invalid-pattern` with Go's message, placed at `place`. Its use throws `too-large` if
 * pattern and texts are so long that a build would hang.
 *
 * @param growth That of the build, which counts the steps.
 */
export function compileRegexp(
  pattern: string,
  place?: Place,
  growth: Growth | undefined = place?.source.growth,
): Regexp {
  const syntax = parsePattern(pattern, place);
  if (sizeOf(syntax) > MAX_SIZE) {
    fail(
      "invalid-pattern",
      `error parsing regexp: expression too large: \`${pattern}\``,
      { place },
    );
  }
  let machine: Machine | undefined;
  const compiled = () => machine ??= machineOf(syntax, place, growth ?? { nodes: 0, characters: 0 });
  const literal = literalOf(syntax);
  return {
    only: literal?.fromStart && literal.toEnd ? literal.text : undefined,
    matches: literal === undefined ? (text) => compiled().matches(text) : literalMatcher(literal),
    find: (text) => toMatch(text, compiled().find(text)),
  };
}

function machineOf(syntax: Syntax, place: Place | undefined, growth: Growth): Machine {
  const limit = (steps: number, max: number, what: string) => {
    if (steps <= max) return;
    fail("too-large", `${what} more than ${max} steps to match`, {
      place,
      hint: "shorten this pattern, or the texts that it is matched with",
    });
  };
  const count = (steps: number, ofMatch: number) => {
    growth.patternSteps = (growth.patternSteps ?? 0) + steps;
    limit(ofMatch, MAX_STEPS_OF_MATCH, "this pattern takes");
    limit(growth.patternSteps, MAX_STEPS, "the patterns of this build take");
  };
  count(STEPS_TO_COMPILE * sizeOf(syntax), 0);
  return new Machine(compileProgram(syntax), count);
}

function toMatch(text: string, slots: Slots | undefined): Match | undefined {
  if (slots === undefined) return undefined;
  const groups: (string | undefined)[] = [];
  for (let slot = 2; slot < slots.length; slot += 2) {
    groups.push(slots[slot] === undefined ? undefined : text.slice(slots[slot], slots[slot + 1]));
  }
  return { start: slots[0]!, end: slots[1]!, groups };
}

/** A pattern that is literal text, perhaps anchored, like nearly all names in selectors. */
interface Literal {
  text: string;
  fromStart: boolean;
  toEnd: boolean;
}

function literalOf(syntax: Syntax): Literal | undefined {
  const items = flatten(syntax);
  const fromStart = isAssertion(items[0], "begin-text");
  const toEnd = isAssertion(items.at(-1), "end-text");
  let text = "";
  for (const item of items.slice(fromStart ? 1 : 0, toEnd ? -1 : undefined)) {
    if (item.op !== "literal") return undefined;
    text += String.fromCodePoint(item.char);
  }
  return { text, fromStart, toEnd };
}

/** Matches without the machine. */
function literalMatcher({ text: literal, fromStart, toEnd }: Literal): (text: string) => boolean {
  if (fromStart) return toEnd ? (text) => text === literal : (text) => text.startsWith(literal);
  return toEnd ? (text) => text.endsWith(literal) : (text) => text.includes(literal);
}

function flatten(syntax: Syntax): Syntax[] {
  return syntax.op === "concat" ? syntax.subs.flatMap(flatten) : [syntax];
}

function isAssertion(item: Syntax | undefined, assertion: string): boolean {
  return item?.op === "assertion" && item.assertion === assertion;
}
