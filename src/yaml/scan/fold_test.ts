import { assertEquals } from "@std/assert";
import { valueOf } from "../../testing/yaml.ts";

const BREAKS = ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"];

/** What is left of a run of line breaks: a line feed at its start counts only if it is alone, as a space. */
function folded(run: readonly string[]): string {
  const [first = "", ...rest] = run.map((text) => /[\r\x85]/.test(text) ? "\n" : text);
  return (first !== "\n" ? first : rest.length === 0 ? " " : "") + rest.join("");
}

Deno.test("line breaks of any kind are folded in scalars", () => {
  const runs = BREAKS.flatMap((a) => [[a], ...BREAKS.flatMap((b) => [[a, b], ...BREAKS.map((c) => [a, b, c])])]);
  for (const run of runs) {
    assertEquals(valueOf(`"a ${run.join(" ")} b"`), `a${folded(run)}b`, JSON.stringify(run));
  }
});
