import { assertEquals } from "@std/assert";
import { deadExports, usesOf } from "./check_exports.ts";

Deno.test("usesOf() returns the names in imports, re-exports and import()", () => {
  const text = `import { a, type B, c as d } from "./a.ts";
import * as all from "./all.ts";
export { e } from "./e.ts";
const { f, g: h } = await import("./f.ts");
const load = () => import("./command.ts");
const i = (await import("./i.ts")).i;
// import { gone } from "./gone.ts";
`;
  assertEquals(usesOf(text).map(({ specifier, names }) => [specifier, names?.join() ?? "all"]), [
    ["./a.ts", "a,B,c"],
    ["./all.ts", "all"],
    ["./e.ts", "e"],
    ["./f.ts", "f,g"],
    ["./command.ts", "all"],
    ["./i.ts", "i"],
  ]);
});

Deno.test("deadExports() returns exports that no other file imports, except types that signatures need", () => {
  const modules = new Map([
    ["src/a.ts", "export const used = 1;\nexport const dead = used;\nexport interface Lonely {}\n"],
    ["src/b.ts", "export interface Options {}\nexport function act(options: Options) {}\n"],
    [
      "main.ts",
      'import { used } from "./src/a.ts";\nimport { act } from "./src/b.ts";\nexport const own = act(used);\n',
    ],
  ]);
  assertEquals(deadExports(modules, new Map()), ["src/a.ts: dead", "src/a.ts: Lonely"]);
});

Deno.test("deadExports() ignores exports that a test imports and their own file uses", () => {
  const modules = new Map([["src/a.ts", "export const part = 1;\nexport const forTests = 2;\nconsole.log(part);\n"]]);
  const tests = new Map([["src/a_test.ts", 'import { forTests, part } from "./a.ts";\n']]);
  assertEquals(deadExports(modules, tests), ["src/a.ts: forTests"]);
});
