import { assertEquals, assertThrows } from "@std/assert";
import { fail, KustError } from "./diagnostic.ts";

Deno.test("with() adds details, and keeps the stack and the first error as the cause", () => {
  const first = assertThrows(() => fail("not-found", "'a' does not exist", { file: "a" }), KustError);
  const more = first.with({ hint: "look again" });
  assertEquals(more.diagnostic, { code: "not-found", message: "'a' does not exist", file: "a", hint: "look again" });
  assertEquals([more.cause, more.stack], [first, first.stack]);
});
