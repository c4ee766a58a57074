import { assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { OtherProgram } from "./other_program.ts";

/** A program that always prints the same. */
function program(stdout: string, exitCode: number): OtherProgram {
  const host = new MemoryHost();
  const result = { exitCode, stdout: new TextEncoder().encode(stdout), stderr: new Uint8Array(), timedOut: false };
  return new OtherProgram("other", [], Object.assign(host, { run: () => Promise.resolve(result) }));
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
