import { assertEquals, assertThrows } from "@std/assert";
import { IGNORED_VARIABLES, ignoreVariables } from "./ignored_variables.ts";

const ELF = "\x7fELF";
const NAMES = `\0${IGNORED_VARIABLES.join("\0")}\0`;

function changed(text: string): string {
  const file = Deno.makeTempFileSync({ prefix: "kust-test-" });
  try {
    Deno.writeTextFileSync(file, text);
    ignoreVariables(file);
    return Deno.readTextFileSync(file);
  } finally {
    Deno.removeSync(file);
  }
}

Deno.test("ignoreVariables() changes the first character of the names alone", () => {
  assertEquals(
    changed(`${ELF}BUN_OPTIONS${NAMES}BUN_BE_BUN`),
    `${ELF}BUN_OPTIONS${NAMES.replaceAll("\0B", "\0\0")}BUN_BE_BUN`,
  );
});

Deno.test("ignoreVariables() refuses a program without a name, or with two", () => {
  assertThrows(() => changed(ELF + NAMES.replace("BE_BUN", "BE_NUB")), Error, "BUN_BE_BUN is not there exactly once");
  assertThrows(() => changed(`${ELF}${NAMES}BUN_INSPECT\0`), Error, "BUN_INSPECT is not there exactly once");
});

Deno.test("ignoreVariables() leaves other files as they are", () => {
  assertEquals(changed(NAMES), NAMES);
});
