import { assertEquals } from "@std/assert";
import { Random } from "../../scripts/fuzz/random.ts";
import { PathPatterns } from "./path_patterns.ts";

/** Results of git: `git check-ignore --no-index` with these patterns. */
const CASES: [patterns: string, path: string, isFolder: boolean, ignored: boolean | undefined][] = [
  ["build", "build", true, true],
  ["build", "a/b/build", false, true],
  ["build", "rebuild", true, undefined],
  ["/build", "a/build", true, undefined],
  ["/build", "build", true, true],
  ["build/", "build", false, undefined],
  ["a/b", "a/b", false, true],
  ["a/b", "x/a/b", false, undefined],
  ["*.tmp", "x/y.tmp", false, true],
  ["a/*", "a/b", true, true],
  ["a/*", "a/b/c", true, undefined],
  ["**/x", "x", true, true],
  ["**/x", "a/b/x", true, true],
  ["a/**", "a", true, undefined],
  ["a/**", "a/b", true, true],
  ["a/**", "a/b/c", false, true],
  ["a/**/z", "a/z", false, true],
  ["a/**/z", "a/b/c/z", false, true],
  ["a/**/z", "a/b/c/y", false, undefined],
  ["a/**/b/**/c", "a/x/b/y/b/c", false, true],
  ["*\n!keep", "keep", true, false],
  ["!keep\n*", "keep", true, true],
  ["# x\n\\#x", "#x", false, true],
  ["#x", "#x", false, undefined],
  ["\\!x", "!x", false, true],
  ["x  ", "x", false, true],
  ["x\\ ", "x ", false, true],
  ["[!a]x", "bx", false, true],
  ["[!a]x", "ax", false, undefined],
  ["[a", "[a", false, undefined],
  ["x\r", "x", false, true],
];

Deno.test("patterns match as in .gitignore", () => {
  for (const [patterns, path, isFolder, ignored] of CASES) {
    const found = new PathPatterns(patterns.split("\n")).verdict(path, isFolder);
    assertEquals(found, ignored, `${JSON.stringify(patterns)} for ${path}`);
  }
});

Deno.test("a pattern with many stars takes linear time", () => {
  const patterns = new PathPatterns(["**/a/".repeat(30) + "b", "*a".repeat(30) + "b"]);
  assertEquals(patterns.verdict("a/".repeat(60) + "c", false), undefined);
  assertEquals(patterns.verdict("a".repeat(500), false), undefined);
});

/** By definition: `**` stands for any names, at the end for one or more. */
function matches([step, ...steps]: readonly string[], names: readonly string[]): boolean {
  if (step === undefined) return names.length === 0;
  if (step !== "**") return names.length > 0 && (step === "*" || step === names[0]) && matches(steps, names.slice(1));
  if (steps.length === 0) return names.length > 0;
  return names.some((_, at) => matches(steps, names.slice(at))) || matches(steps, []);
}

Deno.test("patterns of several steps match as defined, by brute force", () => {
  const random = new Random(3);
  const pick = (from: readonly string[], most: number) =>
    Array.from({ length: random.int(1, most) }, () => from[random.int(0, from.length - 1)]!);
  for (let round = 0; round < 2000; round++) {
    const [steps, names] = [pick(["a", "b", "*", "**"], 4), pick(["a", "b"], 5)];
    const found = new PathPatterns([`/${steps.join("/")}`]).verdict(names.join("/"), true);
    assertEquals(found === true, matches(steps, names), `${steps.join("/")} for ${names.join("/")}`);
  }
});
