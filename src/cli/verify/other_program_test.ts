import { assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import type { ProcessResult } from "../../load/capabilities.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { OtherProgram } from "./other_program.ts";

/** A program that always prints the same. */
function program(stdout: string, exitCode: number, bounds: Partial<ProcessResult> = {}): OtherProgram {
  const host = new MemoryHost();
  const result = {
    exitCode,
    stdout: new TextEncoder().encode(stdout),
    stderr: new Uint8Array(),
    timedOut: false,
    ...bounds,
  };
  return new OtherProgram("other", [], 3000, Object.assign(host, { run: () => Promise.resolve(result) }));
}

Deno.test("release() takes the release from a program that succeeds", async () => {
  assertEquals(await program("{Version: kustomize/v5.8.1}", 0).release(), "v5.8.1");
  await assertRejects(() => program("v5.8.1", 1).release(), KustError, "'other version' reports no release");
  await assertRejects(() => program("(devel)", 0).release(), KustError);
});

Deno.test("build() takes the output unchanged", async () => {
  const { stdout, succeeded } = await program("\ufeffa: b\n", 0).build(".");
  assertEquals([stdout, succeeded], ["\ufeffa: b\n", true]);
  assertEquals((await program("", 1).build(".")).succeeded, false);
});

Deno.test("a program that does not end, or writes without end, is an error", async () => {
  const stopped = (bounds: Partial<ProcessResult>) => program("a: b\n", 137, bounds);
  await assertRejects(
    () => stopped({ timedOut: true }).release(),
    KustError,
    "'other version' was stopped: it took more than 3 s",
  );
  await assertRejects(
    () => stopped({ tooLong: true }).build("a"),
    KustError,
    "'other build a' was stopped: it wrote more than 268435456 bytes",
  );
});
