import { assertEquals } from "@std/assert";
import { applied, findMutants, switchable } from "./mutants.ts";

/** The source after each mutant, which must be one line. */
function mutantsOf(source: string): string[] {
  return findMutants("a.ts", source).map((mutant) => applied(mutant, source));
}

Deno.test("findMutants() turns comparisons", () => {
  assertEquals(mutantsOf("a === b"), ["a !== b"]);
  assertEquals(mutantsOf("a !== b"), ["a === b"]);
  assertEquals(mutantsOf("a < b"), ["a <= b"]);
  assertEquals(mutantsOf("a >= b"), ["a > b"]);
});

Deno.test("findMutants() exchanges logical operators, with what they combine in parentheses", () => {
  assertEquals(mutantsOf("a && b"), ["((a ) || ( b))"]);
  assertEquals(mutantsOf("a ?? b ?? c"), ["((a ?? b ) && ( c))", "((a ) && ( b)) ?? c"]);
});

Deno.test("findMutants() counts further, and does not continue", () => {
  assertEquals(mutantsOf("i + 1"), ["i + 2"]);
  assertEquals(mutantsOf("i - 1"), ["i - 2"]);
  assertEquals(mutantsOf("i + 10"), []);
  assertEquals(mutantsOf("for (;;) continue;"), ["for (;;) ;"]);
});

Deno.test("findMutants() finds nothing in types, texts and comments", () => {
  assertEquals(mutantsOf('const a: Record<"x", true> = f<A>("a === b"); // true && false'), []);
  assertEquals(mutantsOf("f(a as true, true as const)"), ["f(a as true, false as const)"]);
});

Deno.test("findMutants() knows the line of the operator, and what runs at load time", () => {
  const found = findMutants("a.ts", "const a = b\n  && c;\nfunction f() {\n  return true;\n}\n");
  assertEquals(found.map(({ line, change, runsOnce }) => [line, change, runsOnce]), [
    [2, "&& to ||", true],
    [4, "true to false", false],
  ]);
});

Deno.test("switchable() changes one place at a time, and tells which are reached", () => {
  const source = "for (const x of list) { if (x < 3) continue; sum += x === 4 ? x + 1 : x; }";
  const mutants = findMutants("a.ts", source).map((mutant, number) => ({ ...mutant, number }));
  assertEquals(mutants.map(({ change }) => change), ["< to <=", "no continue", "=== to !==", "+ 1 to + 2"]);
  const run = new Function("list", "globalThis", `let sum = 0; ${switchable(source, mutants)} return sum;`);
  const withMutant = (active: number) => {
    const reached: Set<number> = new Set();
    const sum = run([3, 4, 0], { mutantIsOn: (number: number) => reached.add(number) && number === active });
    return [sum, [...reached]];
  };
  assertEquals(withMutant(-1), [8, [0, 2, 3, 1]]);
  assertEquals(withMutant(0), [5, [0, 1, 2, 3]]);
  assertEquals(withMutant(1), [8, [0, 2, 3, 1]]);
  assertEquals(withMutant(2), [8, [0, 2, 3, 1]]);
  assertEquals(withMutant(3), [9, [0, 2, 3, 1]]);
});
