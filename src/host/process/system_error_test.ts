import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import { FileError } from "../../load/file_system.ts";
import { guarded, systemCode } from "./system_error.ts";

function errorOf(thrown: unknown): FileError {
  return assertThrows(() =>
    guarded("a.yaml", () => {
      throw thrown;
    }), FileError);
}

Deno.test("guarded() says what the system's code means, or else what was said", () => {
  const system = Object.assign(new Error("ENOENT: open"), { code: "ENOENT" });
  const other = Object.assign(new Error("bad things"), { code: "toString" });
  const errors = [system, other, new Error("no code"), "a text"].map(errorOf);
  assertEquals(errors.map(({ code, message }) => [code, message]), [
    ["not-found", "a.yaml: no such file or directory"],
    ["other", "a.yaml: bad things"],
    ["other", "a.yaml: no code"],
    ["other", "a.yaml: a text"],
  ]);
});

Deno.test("guarded() leaves the file system's own errors alone", () => {
  const own = new FileError("exists", "b.yaml", "b.yaml: file exists");
  assertStrictEquals(errorOf(own), own);
});

Deno.test("systemCode() is empty without a code", () => {
  const coded = Object.assign(new Error(""), { code: "EPIPE" });
  assertEquals([coded, new Error(""), "text", { code: "EPIPE" }, null].map(systemCode), ["EPIPE", "", "", "", ""]);
});
