import { assertEquals, assertRejects } from "@std/assert";
import { NEWEST } from "../compat/compat.ts";
import { type Diagnostic, KustError } from "../diagnostics/diagnostic.ts";
import type { Capabilities, ProcessRequest, ProcessResult } from "../load/capabilities.ts";
import { FileError } from "../load/file_system.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { resourcesOf } from "../testing/model.ts";
import { containerCommand } from "./container_function.ts";
import type { PluginContext } from "./plugin_context.ts";
import { type PluginCommand, runProgram } from "./run_program.ts";

const [CONFIG] = resourcesOf("kind: F\nmetadata: {name: f}\n");
const COMMAND: PluginCommand = { name: "it", program: "/bin/it", args: [], config: CONFIG!, missingHint: "install it" };

const encode = (text: string) => new TextEncoder().encode(text);

interface Told {
  requests: ProcessRequest[];
  stderr: string[];
  progress: string[];
}

function contextOf(run: Capabilities["run"], told: Told): PluginContext {
  const fileSystem = new MemoryFileSystem();
  return {
    compat: NEWEST,
    capabilities: Object.assign(new MemoryHost(fileSystem), {
      run: (request: ProcessRequest) => (told.requests.push(request), run(request)),
    }),
    fileSystem,
    root: "/app",
    observer: undefined,
    timeoutMs: 5000,
    stderr: (text) => told.stderr.push(new TextDecoder().decode(text)),
    progress: (message) => told.progress.push(message),
  };
}

function resultOf(exitCode: number, stdout: string, stderr = "", rest: Partial<ProcessResult> = {}): ProcessResult {
  return { exitCode, stdout: encode(stdout), stderr: encode(stderr), timedOut: false, ...rest };
}

async function ran(result: ProcessResult | FileError, command = COMMAND): Promise<Told & { stdout: string }> {
  const told: Told = { requests: [], stderr: [], progress: [] };
  const run = () => result instanceof FileError ? Promise.reject(result) : Promise.resolve(result);
  const stdout = new TextDecoder().decode(await runProgram(command, contextOf(run, told)));
  return { ...told, stdout };
}

async function failureOf(result: ProcessResult | FileError): Promise<Diagnostic> {
  return (await assertRejects(() => ran(result), KustError)).diagnostic;
}

Deno.test("runProgram() returns what a program prints, and passes its errors on", async () => {
  const { stdout, requests, progress, stderr } = await ran(resultOf(0, "out", "err"));
  const [{ namedStreams, timeoutMs, onStderr } = {}] = requests;
  assertEquals([stdout, namedStreams, timeoutMs, progress], ["out", true, 5000, ["running it", ""]]);
  assertEquals([typeof onStderr, stderr], ["function", []]);
});

Deno.test("runProgram() shows the errors of a quiet program only if it fails", async () => {
  const quiet = { ...COMMAND, quiet: true };
  const { requests, stderr } = await ran(resultOf(0, "", "err"), quiet);
  assertEquals([requests[0]?.onStderr, stderr], [undefined, []]);
  const told: Told = { requests: [], stderr: [], progress: [] };
  const context = (result: ProcessResult) => contextOf(() => Promise.resolve(result), told);
  await assertRejects(() => runProgram(quiet, context(resultOf(1, "", "err"))), KustError);
  await assertRejects(() => runProgram(quiet, context(resultOf(1, "out"))), KustError);
  assertEquals(told.stderr, ["err"]);
});

Deno.test("runProgram() says how a program failed", async () => {
  const failed = await failureOf(resultOf(3, "results: [{message: m}]\n"));
  assertEquals([failed.code, failed.message], ["function-failed", "it failed with exit code 3"]);
  assertEquals([failed.notes, failed.hint], [[{ message: "m" }], "it printed: results: [{message: m}]"]);
  assertEquals((await failureOf(resultOf(1, "a\nb", "err"))).hint, undefined);
  assertEquals((await failureOf(resultOf(1, ""))).hint, "it printed nothing; run it by hand to see why");
  assertEquals((await failureOf(resultOf(137, "", "", { timedOut: true }))).code, "timed-out");
  assertEquals((await failureOf(resultOf(137, "", "", { tooLong: true }))).code, "too-large");
  const missing = await failureOf(new FileError("not-found", "/bin/it", "not found"));
  assertEquals([missing.code, missing.hint], ["cannot-run", "install it"]);
  const forbidden = await failureOf(new FileError("permission", "/bin/it", "no"));
  assertEquals(forbidden.hint, "make it executable: chmod +x /bin/it");
});

Deno.test("runProgram() refuses texts that would end at a null character", async () => {
  for (
    const part of [{ program: "/bin/i\0t" }, { args: ["a", "b\0c"] }, { env: { A: "b\0c" } }, { env: { "A\0": "" } }]
  ) {
    const error = await assertRejects(() => ran(resultOf(0, ""), { ...COMMAND, ...part }), KustError);
    assertEquals([error.diagnostic.code, error.diagnostic.place], ["invalid-value", CONFIG!.place]);
  }
});

Deno.test("containerCommand() passes variables sorted by name, then those of docker's own environment", () => {
  const spec = {
    image: "img",
    network: false,
    mounts: [{ type: "bind", src: "s", dst: "/d", writable: false }],
    envs: ["Z=1", "OWN", "LOG_TO_STDERR=false", "="],
  };
  const mounts = [{ type: "bind", src: "/s", dst: "/e", writable: true }];
  const context = contextOf(() => Promise.reject(new Error("not run")), { requests: [], stderr: [], progress: [] });
  const { args } = containerCommand(spec, { mounts, envs: ["Z=a=b", "A"], user: "nobody" }, CONFIG!, context);
  assertEquals(args.slice(9), [
    ...["--network", "none", "--user", "nobody", "--security-opt=no-new-privileges"],
    ...["--mount", "type=bind,source=/app/s,target=/d,readonly", "--mount", "type=bind,source=/s,target=/e"],
    ...["=", "LOG_TO_STDERR=true", "STRUCTURED_RESULTS=true", "Z=a=b", "OWN", "A"].flatMap((one) => ["-e", one]),
    "img",
  ]);
});
