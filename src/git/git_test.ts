import { assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import type { Capabilities } from "../load/capabilities.ts";
import { FileError, type FileErrorCode } from "../load/file_system.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { Git } from "./git.ts";

/** A host on which git cannot be started. */
function hostWithout(code: FileErrorCode): Capabilities {
  const run = (): Promise<never> => Promise.reject(new FileError(code, "git", "git: it does not start"));
  return Object.assign(new MemoryHost(), { run });
}

Deno.test("an error tells whether git is missing or cannot be run", async () => {
  const errors = [];
  for (const code of ["not-found", "permission"] as const) {
    errors.push(await assertRejects(() => new Git(hostWithout(code), "/w").text("read it", ["log"]), KustError));
  }
  assertEquals(errors.map(({ diagnostic: { code, message, hint } }) => [code, message, hint]), [
    ["cannot-run", "git is not on PATH", "install git to compare with a commit"],
    ["cannot-run", "cannot run git: git: it does not start", undefined],
  ]);
});
