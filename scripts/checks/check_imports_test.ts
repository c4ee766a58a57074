import { assertEquals } from "@std/assert";
import { faultOf, findCycles, importsOf } from "./check_imports.ts";

Deno.test("importsOf() finds static, type-only, dynamic and bare imports and re-exports, and none in comments", () => {
  const text = `/** import x from "./no.ts"; */
import { a, type B } from "./a.ts";
import type { C } from "./c.ts";
import {
  long,
} from "./long.ts";
import "./bare.ts";
// import "./gone.ts";
export { d } from "./d.ts";
const later = () => import("./later.ts");
`;
  assertEquals(importsOf(text).map(({ specifier, typeOnly }) => (typeOnly ? "type " : "") + specifier), [
    "./a.ts",
    "type ./c.ts",
    "./long.ts",
    "./bare.ts",
    "./d.ts",
    "./later.ts",
  ]);
});

Deno.test("faultOf() allows imports from earlier layers, and any to the top-level files", () => {
  const fault = (path: string, specifier: string) => faultOf(path, { specifier });
  assertEquals(fault("src/pipeline/build.ts", "../yaml/read/parse.ts"), undefined);
  assertEquals(fault("src/pipeline/build.ts", "./context/target.ts"), undefined);
  assertEquals(fault("main.ts", "./src/host/real_host.ts"), undefined);
  assertEquals(fault("src/yaml/read/parse.ts", "../../pipeline/build.ts"), "yaml/read comes before pipeline");
  assertEquals(fault("src/cli/run.ts", "../host/host.ts"), undefined);
  assertEquals(fault("src/cli/run.ts", "../host/real_host.ts"), "cli comes before host");
});

Deno.test("faultOf() allows no third-party modules, and node: only in src/host/", () => {
  const fault = (path: string, specifier: string) => faultOf(path, { specifier });
  assertEquals(fault("src/host/real_host.ts", "node:fs"), undefined);
  assertEquals(fault("src/load/loader.ts", "node:fs"), "node: modules belong in src/host/");
  for (const specifier of ["@std/assert", "npm:x@1", "jsr:@std/yaml", "https://x/y.ts", "yaml"]) {
    assertEquals(
      fault("src/yaml/read/parse.ts", specifier),
      "code that ships may not import third-party modules",
      specifier,
    );
  }
  assertEquals(fault("src/yaml/read/parse.ts", "./scan"), "a relative import ends in .ts");
});

Deno.test("findCycles() returns each cycle as the list of its files", () => {
  const imports = new Map([["a", ["b"]], ["b", ["c"]], ["c", ["b"]], ["d", []]]);
  assertEquals(findCycles(imports), [["b", "c", "b"]]);
});
