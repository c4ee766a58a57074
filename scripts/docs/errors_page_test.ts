import { assertEquals } from "@std/assert";
import { CODES } from "../../src/diagnostics/codes.ts";
import { shippedFiles } from "../checks/check_imports.ts";
import { codeModule, errorsPage, PAGE, TYPE } from "./errors_page.ts";

Deno.test("docs/errors.md is up to date: deno task docs:errors", () => {
  assertEquals(Deno.readTextFileSync(PAGE), errorsPage());
});

Deno.test("the type of a code is up to date: deno task docs:errors", () => {
  assertEquals(Deno.readTextFileSync(TYPE), codeModule());
});

Deno.test("each code of the register is used in the source", () => {
  const sources = shippedFiles().filter((path) => !path.startsWith("src/diagnostics/code"))
    .map((path) => Deno.readTextFileSync(path)).join("\n");
  assertEquals([...CODES.keys()].filter((code) => !sources.includes(`"${code}"`)), []);
});

Deno.test("the register is small enough to know", () => {
  const findings = [...CODES.values()].filter(({ finding }) => finding !== undefined).length;
  assertEquals(CODES.size - findings <= 145, true);
  assertEquals(findings <= 50, true);
});
