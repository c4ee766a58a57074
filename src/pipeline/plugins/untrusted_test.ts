import { assert, assertEquals } from "@std/assert";
import type { ProcessRequest, ProcessResult } from "../../load/capabilities.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { GitAndHttpSources } from "../../load/remote/sources.ts";
import type { ClonedRepo, RemoteSources } from "../../load/remote/remote.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { build } from "../build.ts";
import type { BuildOptions } from "../context/options.ts";

/** A machine that records the arguments of its programs, whose output a test sets. */
class RecordingHost extends MemoryHost {
  readonly commands: ProcessRequest[] = [];
  readonly answer: (command: ProcessRequest) => Partial<ProcessResult>;
  body = "";

  constructor(fs: MemoryFileSystem, answer: (command: ProcessRequest) => Partial<ProcessResult> = () => ({})) {
    super(fs, { KUSTOMIZE_PLUGIN_HOME: "/home/plugins", PATH: "/bin" });
    this.answer = answer;
  }

  override run(command: ProcessRequest): Promise<never> {
    this.commands.push(command);
    const said = command.args[0] === "version" ? "v3.19.0" : "";
    const result = { exitCode: 0, stdout: bytes(said), stderr: bytes(""), timedOut: false, ...this.answer(command) };
    return Promise.resolve(result as never);
  }

  override httpGet(url: string): Promise<never> {
    return Promise.resolve({ status: 200, contentType: "", body: bytes(this.body), url } as never);
  }
}

const bytes = (text: string) => new TextEncoder().encode(text);
const RESOURCE = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n";
const CHART = { "/k/charts/c/Chart.yaml": "name: c\n", "/k/charts/c/values.yaml": "a: b\n" };

interface Tried {
  code: string | undefined;
  host: RecordingHost;
}

async function tryBuild(
  files: Record<string, string>,
  options: { path?: string; answer?: RecordingHost["answer"]; remote?: RemoteSources } = {},
  change: (fs: MemoryFileSystem) => void = () => {},
): Promise<Tried> {
  const fs = new MemoryFileSystem(files, "/k");
  change(fs);
  const host = new RecordingHost(fs, options.answer);
  host.body = "x: 1\n";
  const all: BuildOptions = {
    helm: { enabled: true },
    plugins: { enabled: true, exec: true },
    capabilities: host,
    remote: options.remote ?? new GitAndHttpSources(host),
    programTimeoutMs: 5000,
  };
  const { errors: [error] } = await build(fs, options.path ?? "/k", all);
  return { code: error?.code, host };
}

function withHelm(kustomization: string, files: Record<string, string> = {}) {
  return { "/k/kustomization.yaml": kustomization, ...CHART, ...files };
}

function withFunction(annotation: string): Record<string, string> {
  return {
    "/k/kustomization.yaml": "resources: [r.yaml]\ntransformers: [t.yaml]\n",
    "/k/r.yaml": RESOURCE,
    "/k/t.yaml": `apiVersion: x/v1\nkind: Fn\nmetadata:\n  name: f\n  annotations:\n    ` +
      `config.kubernetes.io/function: ${JSON.stringify(annotation)}\n`,
  };
}

Deno.test("the mounts of a function cannot add fields, nor leave the folder through a link", async () => {
  const mount = (fields: string) => withFunction(`container: {image: i, mounts: [{${fields}}]}`);
  const refused = [
    'src: "a,source=/", dst: /t',
    'src: a, dst: "/t,source=/"',
    'src: a, dst: /t, type: "bind,source=/"',
  ];
  for (const fields of [...refused, 'src: "a\\"", dst: /t', 'src: "a\\nb", dst: /t']) {
    const { code, host } = await tryBuild(mount(fields));
    assertEquals([code, host.commands.length], ["mount-not-permitted", 0], fields);
  }
  const linked = await tryBuild(mount("src: link, dst: /t"), {}, (fs) => {
    fs.makeDir("/elsewhere");
    fs.makeLink("/k/link", "/elsewhere");
  });
  assertEquals(linked.code, "mount-not-permitted");
  assertEquals((await tryBuild(withFunction("container: {image: --privileged}"))).code, "unsafe-argument");
});

Deno.test("a plugin is always below the plugin folder", async () => {
  for (
    const [apiVersion, kind] of [["x/v1", "../../../k/evil.sh"], ["../../k/v1", "E"], ["x/..", "E"], ["x/v1", ".."]]
  ) {
    const { code, host } = await tryBuild({
      "/k/kustomization.yaml": "transformers: [t.yaml]\n",
      "/k/t.yaml": `apiVersion: "${apiVersion}"\nkind: "${kind}"\nmetadata: {name: a}\n`,
      "/k/evil.sh": "#!/bin/sh\n",
      "/home/plugins/x/v1/e/E": "",
    });
    assertEquals([code, host.commands.length], ["plugin-not-found", 0], `${apiVersion} ${kind}`);
  }
});

Deno.test("the name of a chart cannot be a path", async () => {
  for (const name of ["../../loot", "/c", "a/b", "..", "."]) {
    const { code, host } = await tryBuild(
      withHelm(`helmCharts: [{name: "${name}", valuesFile: v.yaml}]\n`, { "/k/v.yaml": "" }),
    );
    assertEquals([code, host.commands.length], ["invalid-value", 0], name);
  }
});

Deno.test("a values file is one file, commas or not, and may be fetched", async () => {
  const files = ["v,/elsewhere/s.yaml", 'q".yaml', "http://host/more.yaml"];
  const { code, host } = await tryBuild(
    withHelm(
      `helmCharts: [{name: c, valuesFile: "http://host/v.yaml", additionalValuesFiles: ${JSON.stringify(files)}}]\n`,
      {
        "/k/v,/elsewhere/s.yaml": "",
        '/k/q".yaml': "",
      },
    ),
  );
  assertEquals(code, undefined);
  const { args } = host.commands.at(-1)!;
  const given = args.filter((_, index) => args[index - 1] === "-f");
  assertEquals(given.slice(1, 3), ['"/k/v,/elsewhere/s.yaml"', '"/k/q"".yaml"']);
  assertEquals([given[0]!, given[3]!].map((path) => host.fs.readText(path)), ["x: 1\n", "x: 1\n"]);
});

Deno.test("helm uses no configuration of the kustomization, and only the user's own plugins", async () => {
  const kustomization = "helmGlobals: {configHome: hc}\nhelmCharts: [{name: c}]\n";
  for (
    const file of [
      ".data/plugins/ev/plugin.yaml",
      "plugins/ev/plugin.yaml",
      "repositories.yaml",
      "registry/config.json",
    ]
  ) {
    const { code, host } = await tryBuild(withHelm(kustomization, { [`/k/hc/${file}`]: "" }));
    assertEquals([code, host.commands.length], ["unsafe-configuration", 0], file);
  }
  const { code, host } = await tryBuild(withHelm(kustomization, { "/k/hc/.cache/repository/index.yaml": "" }));
  assertEquals(code, undefined);
  const plugins = host.commands.at(-1)!.env!.HELM_PLUGINS!;
  assert(plugins.startsWith("/tmp/") && host.fs.stat(plugins) === undefined);
});

Deno.test("links of a chart in a clone to files outside the clone are not followed", async () => {
  const spoilt: ((fs: MemoryFileSystem) => void)[] = [
    (fs) => fs.makeLink("/clone/charts/c/p", "/etc/passwd"),
    (fs) => fs.makeLink("/clone/charts/c/templates", "/etc"),
    (fs) => fs.makeLink("/clone/charts/c/p", "/nowhere"),
    (fs) => fs.makeLink("/clone/charts/c/loop", "/clone/charts"),
    (fs) => {
      fs.remove("/clone/charts/c");
      fs.makeLink("/clone/charts/c", "/k/charts/c");
    },
  ];
  const files = {
    "/clone/kustomization.yaml": "helmCharts: [{name: c}]\n",
    "/clone/charts/c/values.yaml": "",
    "/etc/passwd": "",
  };
  const remote = (fs: MemoryFileSystem): RemoteSources => ({
    clone: () => Promise.resolve({ fileSystem: fs, dir: "/clone" } satisfies ClonedRepo),
    fetch: () => Promise.reject(new Error("nothing is fetched")),
  });
  for (const spoil of [() => {}, ...spoilt]) {
    const fs = new MemoryFileSystem({ ...CHART, ...files }, "/k");
    spoil(fs);
    const host = new RecordingHost(fs);
    const options = { helm: { enabled: true }, capabilities: host, remote: remote(fs) };
    const { errors: [error] } = await build(fs, "https://host/repo.git", options);
    assertEquals(error?.code, spoilt.includes(spoil) ? "outside-root" : undefined, String(spoil));
  }
});

Deno.test("functions and helm are limited in time and output", async () => {
  const exec = withFunction("exec: {path: ./f}");
  const chart = withHelm("helmCharts: [{name: c}]\n");
  const template = (result: Partial<ProcessResult>) => ({ args }: ProcessRequest) =>
    args[0] === "template" ? result : {};
  assertEquals((await tryBuild(exec, { answer: () => ({ timedOut: true }) })).code, "timed-out");
  assertEquals((await tryBuild(exec, { answer: () => ({ tooLong: true }) })).code, "too-large");
  const { code, host } = await tryBuild(chart, { answer: template({ timedOut: true }) });
  assertEquals([code, host.commands.at(-1)!.timeoutMs], ["timed-out", 5000]);
  assertEquals((await tryBuild(chart, { answer: template({ tooLong: true }) })).code, "too-large");
});
