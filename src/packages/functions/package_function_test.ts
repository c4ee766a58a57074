import { assertEquals, assertRejects } from "@std/assert";
import { NEWEST } from "../../compat/compat.ts";
import { KustError } from "../../diagnostics/diagnostic.ts";
import type { ProcessRequest } from "../../load/capabilities.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { metaOf } from "../annotations.ts";
import { pathOf } from "../package_annotations.ts";
import { readPackage } from "../read_package.ts";
import { writeStream } from "../write_stream.ts";
import { packageFunction, specOf } from "./package_function.ts";

interface Ran {
  name: string;
  input: string;
  /** The names that the function saw. */
  seen: string[];
  /** The text of each resource after it, by path. */
  written: Record<string, string>;
  results: string[];
  failure: string | undefined;
}

/** Runs a function, whose configuration is at `path`, on the files of a package. */
async function ran(
  files: Record<string, string>,
  change: (input: string) => string,
  { path = "f.yaml", isGlobal = false, spec = "exec: {path: f}", exitCode = 0 }: {
    path?: string;
    isGlobal?: boolean;
    spec?: string | undefined;
    exitCode?: number;
  } = {},
): Promise<Ran> {
  const config = `kind: F\nmetadata:\n  name: f\n  annotations:\n    config.kubernetes.io/function: "${spec}"\n`;
  const fileSystem = new MemoryFileSystem({ [path]: config, ...files }, "/p");
  let seen: string[] = [];
  let text = "";
  const run = ({ input }: ProcessRequest) => {
    text = String(input);
    seen = [...text.slice(0, text.indexOf("functionConfig:")).matchAll(/^ {4}name: (.*)$/gm)].map(([, name]) => name!);
    const stdout = new TextEncoder().encode(change(text));
    return Promise.resolve({ exitCode, stdout, stderr: new Uint8Array(), timedOut: false });
  };
  const context = {
    compat: NEWEST,
    capabilities: Object.assign(new MemoryHost(fileSystem), { run }),
    fileSystem,
    root: "/p",
    observer: undefined,
    timeoutMs: 1,
    stderr: () => {},
    progress: () => {},
  };
  const items = readPackage("/p", {}, fileSystem);
  const own = items.find(({ root }) => metaOf(root).kind === "F")!;
  const results: string[] = [];
  const options = {
    ...{ exec: true, network: false, mounts: [], envs: [], asCurrentUser: false, isGlobal },
    onResults: (text: string) => results.push(text),
  };
  const made = (await packageFunction(own, specOf(own, context)!, options, context))!;
  const after = await made.run(items.filter((item) => item !== own));
  const clears = ["internal.config.kubernetes.io/path", "config.kubernetes.io/path"];
  const written = after.map((item) => [pathOf(item.root), writeStream([item], { clears })]);
  return {
    name: made.name,
    input: text,
    seen,
    written: Object.fromEntries(written),
    results,
    failure: made.failure()?.diagnostic.code,
  };
}

const object = (name: string, rest = "") => `apiVersion: v1\nkind: A\nmetadata:\n  name: ${name}\n${rest}`;

Deno.test("a function sees the resources in and below its folder, or all", async () => {
  const files = { "a.yaml": object("a"), "x/b.yaml": object("b"), "x/y/c.yaml": object("c"), "z/d.yaml": object("d") };
  const seen = async (path: string, isGlobal = false) => (await ran(files, (text) => text, { path, isGlobal })).seen;
  assertEquals(await seen("f.yaml"), ["a", "b", "c", "d"]);
  assertEquals(await seen("x/f.yaml"), ["b", "c"]);
  assertEquals(await seen("x/functions/f.yaml"), ["b", "c"]);
  assertEquals(await seen("x/f.yaml", true), ["a", "b", "c", "d"]);
  const { written } = await ran(files, (text) => text.replaceAll("kind: A", "kind: B"), { path: "x/f.yaml" });
  const kinds = Object.entries(written).map(([path, text]) => [path, /kind: (.)/.exec(text)?.[1]]);
  assertEquals(kinds.sort(), [["a.yaml", "A"], ["x/b.yaml", "B"], ["x/y/c.yaml", "B"], ["z/d.yaml", "A"]]);
});

Deno.test("comments and the order of fields follow a resource through a function that loses them", async () => {
  const list = "    - name: one # first\n      # of the image\n      image: i\n    # above two\n    - name: two\n";
  const text = `# head\n\n# of the version\napiVersion: apps/v1\nkind: Deployment # line\nmetadata:\n  name: a\n` +
    `spec:\n  # of the number\n  replicas: 1\n  paused: true\n  template:\n    spec:\n      containers:\n${
      list.replaceAll(/^/gm, "  ").trimEnd()
    }\n# foot\n`;
  const lose = (input: string) => input.replaceAll(/^\s*#.*\n/gm, "").replaceAll(/ #.*$/gm, "");
  // kyaml writes no empty line between the comments of a document and those of its first field.
  const expected = text.replace("# head\n\n", "# head\n");
  assertEquals((await ran({ "a.yaml": text }, lose)).written["a.yaml"], expected);
  const sorted = (input: string) =>
    lose(input).replace(/( +replicas: 1\n)( +paused: true\n)/, "$2$1    added: 1\n").replace("image: i", "image: j");
  assertEquals(
    (await ran({ "a.yaml": text }, sorted)).written["a.yaml"],
    expected.replace("image: i", "image: j").replace("# foot", "  added: 1\n# foot"),
  );
});

Deno.test("a function is named by its image or its program, and gets the places of resources", async () => {
  const run = (spec?: string) => ran({ "a.yaml": object("a"), "b.yaml": object("b") }, (text) => text, { spec });
  const { name, input } = await run();
  assertEquals([name, (await run("container: {image: i}")).name], ["f", "i"]);
  const marks = (annotation: string) =>
    [...input.matchAll(RegExp(`^ +${annotation}: '(.*)'$`, "gm"))].map(([, it]) => it);
  assertEquals(marks("internal.config.kubernetes.io/index").slice(0, 2), ["0", "0"]);
  for (const id of ["config.k8s.io/id", "internal.config.kubernetes.io/id"]) assertEquals(marks(id), ["1", "2"]);
});

Deno.test("a resource gets the comments of the one with its id, under either name", async () => {
  const files = { "a.yaml": object("a", "x: 1 # a\n"), "b.yaml": object("b", "x: 1 # b\n") };
  const comment = async (...annotations: [name: string, id: string][]) => {
    const all = { "config.kubernetes.io/path": "a.yaml", ...Object.fromEntries(annotations) };
    const item = { apiVersion: "v1", kind: "A", metadata: { name: "new", annotations: all }, x: 2 };
    const { written } = await ran(files, () => JSON.stringify({ kind: "ResourceList", items: [item] }));
    return /# .*/.exec(written["a.yaml"]!)?.[0];
  };
  const [present, legacy] = ["internal.config.kubernetes.io/id", "config.k8s.io/id"];
  assertEquals(await comment([present, "1"]), "# a");
  assertEquals(await comment([legacy, "2"]), "# b");
  assertEquals(await comment([present, "2"], [legacy, "1"]), "# b");
  for (const id of ["", "0", "01", "3", "x"]) assertEquals(await comment([present, id]), undefined, id);
  assertEquals(await comment(), undefined);
});

Deno.test("a function makes resources, with files of their own, tells results, and may fail", async () => {
  const files = { "x/a.yaml": object("a") };
  const list = (items: string) => `kind: ResourceList\nitems:\n${items}results:\n- message: m\n`;
  const made = await ran(files, () => list("- kind: New\n  metadata:\n    name: n\n    namespace: s\n"), {
    path: "x/f.yaml",
  });
  assertEquals(Object.keys(made.written), ["x/s/new_n.yaml"]);
  assertEquals([made.results, made.failure], [["- message: m\n"], undefined]);
  const spec = "exec: {path: f}";
  const code = (await assertRejects(() => ran(files, () => "", { exitCode: 1 }), KustError)).diagnostic.code;
  assertEquals(code, "function-failed");
  const deferred = await ran(files, (text) => text, { exitCode: 1, spec: `deferFailure: true\\n${spec}` });
  assertEquals([deferred.failure, Object.keys(deferred.written)], ["function-failed", ["x/a.yaml"]]);
});
