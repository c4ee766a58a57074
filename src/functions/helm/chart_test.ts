import { assertEquals } from "@std/assert";
import type { ProcessRequest } from "../../load/capabilities.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { build } from "../../pipeline/build.ts";
import type { HelmOptions } from "../../pipeline/context/options.ts";
import { MemoryHost } from "../../testing/memory_host.ts";

const CHART = { "Chart.yaml": "name: c\n", "values.yaml": "own: 1\n" };

interface Ran {
  requests: ProcessRequest[];
  /** Code and offset of the error. */
  error: [code: string, offset: number | undefined] | undefined;
  files: MemoryFileSystem;
}

/** Inflates a chart whose files are in `folder`. */
async function inflated(
  fields: string,
  { folder = "charts/c", helm = {}, top = "", own = "" }: {
    folder?: string;
    helm?: Partial<HelmOptions>;
    /** Fields of the kustomization with the chart, and of the one above it. */
    own?: string;
    top?: string;
  } = {},
): Promise<Ran> {
  const files = new MemoryFileSystem({
    "/top/kustomization.yaml": `resources: [../w]\n${top}`,
    "/w/kustomization.yaml": `helmCharts: [{name: c${fields}}]\n${own}`,
    ...Object.fromEntries(Object.entries(CHART).map(([name, text]) => [`/w/${folder}/${name}`, text])),
  });
  const requests: ProcessRequest[] = [];
  const run = (request: ProcessRequest) => {
    requests.push(request);
    const stdout = new TextEncoder().encode(request.args[0] === "version" ? "v3.19.0" : "");
    return Promise.resolve({ exitCode: 0, stdout, stderr: new Uint8Array(), timedOut: false });
  };
  const capabilities = Object.assign(new MemoryHost(files), { run });
  const { errors: [error] } = await build(files, "/top", { capabilities, helm: { enabled: true, ...helm } });
  return { requests, error: error && [error.code, error.place?.offset], files };
}

const commands = ({ requests }: Ran) => requests.slice(1).map(({ args }) => args[0]);
const folder = ({ requests }: Ran) => requests.at(-1)!.args.find((arg) => arg.startsWith("/w/"));

Deno.test("a chart with a version and a repository has its own folder", async () => {
  const repo = ", repo: 'https://example.com'";
  assertEquals(folder(await inflated(", version: '1'")), "/w/charts/c");
  assertEquals(folder(await inflated(repo)), "/w/charts/c");
  const both = await inflated(`, version: '1'${repo}`, { folder: "charts/c-1/c" });
  assertEquals([folder(both), commands(both)], ["/w/charts/c-1/c", ["template"]]);
  assertEquals(both.requests.every(({ namedStreams }) => namedStreams), true);
});

Deno.test("a chart that is missing is pulled, if that is allowed", async () => {
  const repo = ", repo: 'https://example.com'";
  assertEquals(commands(await inflated(repo, { folder: "other" })), ["pull"]);
  assertEquals((await inflated(repo, { folder: "other", helm: { noPull: true } })).error, ["remote-refused", 13]);
  assertEquals((await inflated("", { folder: "other" })).error, ["chart-not-found", 13]);
});

Deno.test("a chart gets the nearest namespace", async () => {
  const namespace = async (fields: string, own = "") => {
    const { args } = (await inflated(fields, { own, top: "namespace: outer\n" })).requests.at(-1)!;
    return args[args.indexOf("--namespace") + 1];
  };
  assertEquals(await namespace(""), "outer");
  assertEquals(await namespace("", "namespace: near\n"), "near");
  assertEquals(await namespace(", namespace: own", "namespace: near\n"), "own");
});

Deno.test("the values of a chart are combined with those of the kustomization", async () => {
  const values = async (fields: string) => {
    const { requests, files } = await inflated(fields);
    const { args } = requests.at(-1)!;
    return files.readText(args[args.indexOf("-f") + 1]!);
  };
  assertEquals(await values(""), "own: 1\n");
  assertEquals(await values(", valuesInline: {}"), "own: 1\n");
  const inline = ", valuesInline: {own: 2, more: [3]}";
  assertEquals(await values(inline), "more:\n- 3\nown: 2\n");
  assertEquals(await values(`${inline}, valuesMerge: merge`), "more:\n- 3\nown: 1\n");
  assertEquals(await values(`${inline}, valuesMerge: replace`), "more:\n- 3\nown: 2\n");
  assertEquals(await values(", valuesInline: {a: b}, valuesMerge: replace"), "a: b\n");
});

Deno.test("the folders of charts and of helm are paths", async () => {
  for (const name of ["chartHome", "configHome"]) {
    const { error, requests } = await inflated("", { own: `helmGlobals: {${name}: "a\\0b"}\n` });
    assertEquals([error, requests.length], [["invalid-value", 13], 0]);
  }
});

Deno.test("a values file that is missing is an error where it is named", async () => {
  for (const fields of [", valuesFile: ", ", additionalValuesFiles: [charts/c/values.yaml, "]) {
    const { error } = await inflated(`${fields}missing.yaml${fields.includes("[") ? "]" : ""}`);
    assertEquals(error, ["not-found", `helmCharts: [{name: c${fields}`.length]);
  }
});
