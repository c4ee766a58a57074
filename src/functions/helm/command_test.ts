import { assertEquals } from "@std/assert";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Capabilities, ProcessResult } from "../../load/capabilities.ts";
import { FileError } from "../../load/file_system.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { build } from "../../pipeline/build.ts";
import type { HelmOptions } from "../../pipeline/context/options.ts";
import { MemoryHost } from "../../testing/memory_host.ts";

interface Told {
  exitCode?: number;
  stdout?: string;
  stderr?: string;
  rest?: Partial<ProcessResult>;
}

/** The error of a build with a chart, by what helm says to each command. */
async function failure(says: (command: string) => Told, helm: Partial<HelmOptions> = {}): Promise<Diagnostic> {
  const files = new MemoryFileSystem({
    "/w/kustomization.yaml": "helmCharts: [{name: c, repo: 'https://u:secret@example.com', debug: true}]\n",
    "/w/charts/c/Chart.yaml": "name: c\nversion: 1.0.0\n",
    "/w/charts/c/values.yaml": "a: b\n",
  }, "/w");
  const encode = (text = "") => new TextEncoder().encode(text);
  const run: Capabilities["run"] = ({ args }) => {
    const { exitCode = 0, stdout, stderr, rest } = says(args[0]!);
    return Promise.resolve({ exitCode, stdout: encode(stdout), stderr: encode(stderr), timedOut: false, ...rest });
  };
  const capabilities = Object.assign(new MemoryHost(files), { run });
  const { errors } = await build(files, ".", { capabilities, helm: { enabled: true, ...helm } });
  return errors[0]!;
}

function failsAt(told: Told): (command: string) => Told {
  return (command) => command === "version" ? { stdout: "v3.15.0" } : told;
}

Deno.test("helm's failure is told with what came before it, without passwords", async () => {
  const stderr = "pulling from https://u:secret@example.com\nError: no such chart\nmore\n";
  const { code, message, notes, hint } = await failure(failsAt({ exitCode: 1, stderr, stdout: "kind: A\n" }));
  assertEquals([code, message], ["helm-failed", "helm failed on the chart 'c': no such chart\nmore"]);
  assertEquals(notes?.slice(1).map((note) => note.message), [
    "earlier output:\npulling from https://u:***@example.com",
    "rendered output:\nkind: A",
  ]);
  assertEquals([JSON.stringify(notes).includes("secret"), hint], [false, undefined]);
  const plain = await failure(failsAt({ exitCode: 1, stderr: "Error: 401 Unauthorized\n" }));
  assertEquals([plain.notes?.length, plain.hint?.slice(0, 25)], [1, "put the user and password"]);
});

Deno.test("helm's advice is given with kust's own flag", async () => {
  const stderr = "Error: it broke\n\nUse --debug flag to render out invalid YAML\n";
  const { message, hint } = await failure(failsAt({ exitCode: 1, stderr }));
  assertEquals([message, hint], ["helm failed on the chart 'c': it broke", "--helm-debug shows what helm renders"]);
});

Deno.test("helm must be version 3 or 4", async () => {
  const message = async (stdout: string) => (await failure(() => ({ stdout }))).message;
  assertEquals(await message("v2.17.0"), "helm 3 or 4 is needed, but 'helm' is v2.17.0");
  assertEquals(await message("nothing\n"), "helm 3 or 4 is needed, but 'helm' reports no version: \"nothing\"");
});

Deno.test("helm that does not end, writes too much or is missing is an error", async () => {
  assertEquals((await failure(failsAt({ exitCode: 1, rest: { timedOut: true } }))).code, "timed-out");
  assertEquals((await failure(failsAt({ exitCode: 1, rest: { tooLong: true } }))).code, "too-large");
  const missing = await failure(() => {
    throw new FileError("not-found", "helm", "helm: not found");
  });
  assertEquals([missing.code, missing.message], ["cannot-run", "cannot run 'helm': helm: not found"]);
});
