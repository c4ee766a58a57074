import { assertEquals } from "@std/assert";
import type { ProcessRequest, ProcessResult } from "../../load/capabilities.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { build } from "../build.ts";
import type { HelmOptions } from "../context/options.ts";

/** A helm that renders nothing, and tells how it was called. */
class HostWithHelm extends MemoryHost {
  readonly calls: string[] = [];

  override run({ args }: ProcessRequest): Promise<ProcessResult> {
    this.calls.push(args.join(" "));
    const stdout = new TextEncoder().encode(args[0] === "version" ? "v3.19.0" : "");
    return Promise.resolve({ exitCode: 0, stdout, stderr: new Uint8Array(), timedOut: false });
  }
}

Deno.test("what is in temporary folders is not among the reads", async () => {
  const files = { "/w/kustomization.yaml": "helmCharts: [{name: web, repo: 'https://host'}]\n" };
  const host = new HostWithHelm(new MemoryFileSystem(files, "/w"));
  const { reads = [] } = await build(host.fs, ".", { helm: { enabled: true }, capabilities: host, reads: true });
  assertEquals(reads.flatMap((read) => "path" in read && !read.path?.startsWith("/w") ? [read.path] : []), []);
});

/** Which of the flags `helm template` gets. */
async function flagsOf(chart: string, options: Omit<HelmOptions, "enabled">): Promise<string> {
  const host = new HostWithHelm(
    new MemoryFileSystem({
      "/w/kustomization.yaml": `helmCharts: [{name: web${chart}}]\n`,
      "/w/charts/web/values.yaml": "",
    }, "/w"),
  );
  const { errors } = await build(host.fs, ".", { helm: { enabled: true, ...options }, capabilities: host });
  assertEquals(errors, []);
  const template = host.calls.find((call) => call.startsWith("template")) ?? "";
  return [...template.matchAll(/--(?:debug|kube-version \S+)/g)].map(([flag]) => flag).join(" ");
}

Deno.test("a chart's own version of Kubernetes wins over the option, and either can ask for --debug", async () => {
  assertEquals(await flagsOf("", {}), "");
  assertEquals(await flagsOf("", { debug: false }), "");
  assertEquals(await flagsOf("", { debug: true, kubeVersion: "1.30" }), "--kube-version 1.30 --debug");
  assertEquals(
    await flagsOf(", debug: true, kubeVersion: '1.29'", { kubeVersion: "1.30" }),
    "--kube-version 1.29 --debug",
  );
  assertEquals(await flagsOf(", debug: true", { debug: false }), "--debug");
});
