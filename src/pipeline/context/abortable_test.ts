import { assertEquals, assertRejects } from "@std/assert";
import type { ProcessRequest, ProcessResult } from "../../load/capabilities.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import type { RemoteSources } from "../../load/remote/remote.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { build } from "../build.ts";

class Stopped extends Error {}

/** Sources that never answer. */
const SILENT: RemoteSources = { clone: () => new Promise(() => {}), fetch: () => new Promise(() => {}) };

const FILES = new MemoryFileSystem({
  "/remote/kustomization.yaml": "resources: [https://example.com/a.yaml]\n",
  "/local/kustomization.yaml": "namePrefix: a-\n",
  "/chart/kustomization.yaml": "helmCharts: [{name: a, repo: https://example.com}]\n",
});

Deno.test("a build that waits for a remote source ends when its signal is aborted", async () => {
  const stop = new AbortController();
  const built = build(FILES, "/remote", { remote: SILENT, signal: stop.signal });
  stop.abort(new Stopped());
  await assertRejects(() => built, Stopped);
});

Deno.test("a signal that is aborted before the build ends it at once; another changes nothing", async () => {
  await assertRejects(() => build(FILES, "/local", { signal: AbortSignal.abort(new Stopped()) }), Stopped);
  assertEquals((await build(FILES, "/local", { signal: new AbortController().signal })).errors, []);
});

/** Runs programs until they are killed. */
class SlowHost extends MemoryHost {
  readonly started: ProcessRequest[] = [];

  override run(request: ProcessRequest): Promise<ProcessResult> {
    this.started.push(request);
    const killed = { exitCode: 143, stdout: new Uint8Array(), stderr: new Uint8Array(), timedOut: false };
    return new Promise((resolve) => request.signal?.addEventListener("abort", () => resolve(killed)));
  }
}

Deno.test("programs get the signal, and their failure is not an error of the input", async () => {
  const host = new SlowHost(FILES);
  const stop = new AbortController();
  const built = build(FILES, "/chart", { capabilities: host, helm: { enabled: true }, signal: stop.signal });
  while (host.started.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  stop.abort(new Stopped());
  await assertRejects(() => built, Stopped);
});
