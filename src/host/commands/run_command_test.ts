import { assertEquals } from "@std/assert";
import type { FileError } from "../../load/file_system.ts";
import { runCommand, startError } from "./run_command.ts";

Deno.test("the errors of a start are told apart by their code, or by the message if there is none", () => {
  const errors: [Error, code: string, message: string][] = [
    [Object.assign(new Error("spawn x"), { code: "ENOENT" }), "not-found", "x: not found"],
    [new Error("Failed to spawn 'x': ENOENT (os error 2)"), "not-found", "x: not found"],
    [Object.assign(new Error("spawn x"), { code: "EACCES" }), "permission", "x: not executable"],
    [Object.assign(new Error("spawn x"), { code: "EPERM" }), "permission", "x: not executable"],
    [Object.assign(new Error("ENOENT, it seems"), { code: "E2BIG" }), "other", "x: ENOENT, it seems"],
    [new Error("SENOENT is none"), "other", "x: SENOENT is none"],
  ];
  for (const [error, code, message] of errors) {
    const made = startError({ program: "x", args: [] }, error);
    assertEquals([(made as FileError).code, made.message], [code, message], String(error));
  }
});

Deno.test("a program that a signal ended has the exit code of shells", async () => {
  for (const [signal, code] of [["INT", 130], ["KILL", 137], ["TERM", 143]] as const) {
    assertEquals((await runCommand({ program: "sh", args: ["-c", `kill -${signal} $$`] })).exitCode, code, signal);
  }
});
