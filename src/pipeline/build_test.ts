import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { FileError } from "../load/file_system.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { build, observedBuild, printResources } from "./build.ts";
import type { BuildOptions } from "./context/options.ts";

type Files = Record<string, string>;

const SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";

async function run(files: Files, path = "app", options?: BuildOptions) {
  return await build(new MemoryFileSystem(files, "/w"), path, options);
}

async function output(files: Files, path?: string, options?: BuildOptions): Promise<string> {
  const { resources, errors } = await run(files, path, options);
  assertEquals(errors, []);
  return printResources(resources);
}

/** Code, place and the first note's place of the only error. */
async function errorOf(files: Files, path?: string, options?: BuildOptions): Promise<string[]> {
  const { errors, resources } = await run(files, path, options);
  assertEquals([errors.length, resources.length], [1, 0]);
  const { code, place, file, notes } = errors[0]!;
  const at = (
    place: { source: { name: string; position(offset: number): { line: number; column: number } }; offset: number },
  ) => {
    const { line, column } = place.source.position(place.offset);
    return `${place.source.name}:${line}:${column}`;
  };
  const noted = notes?.flatMap((note) => note.place === undefined ? [] : [at(note.place)]) ?? [];
  return [code, place === undefined ? file ?? "" : at(place), ...noted];
}

Deno.test("bad input results in errors with their places, and never throws", async () => {
  assertEquals(await errorOf({}, "nothing"), ["not-found", "nothing"]);
  assertEquals(await errorOf({ "app/x": "" }), ["no-kustomization", "app"]);
  assertEquals(await errorOf({ "app/kustomization.yaml": "resources: [" }), [
    "yaml-syntax",
    "app/kustomization.yaml:1:12",
  ]);
  assertEquals(await errorOf({ "app/kustomization.yaml": "resources: [servce.yaml]\n", "app/service.yaml": SERVICE }), [
    "not-found",
    "app/kustomization.yaml:1:13",
  ]);
  assertEquals(await errorOf({ "app/kustomization.yaml": "resources: [a.yaml]\n", "app/a.yaml": "kind: X\n" }), [
    "missing-name",
    "app/a.yaml:1:1",
  ]);
});

/** A file system that rejects one kind of call. */
function refusing(files: Files, call: "stat" | "realPath" | "readText" | "readDir", suffix: string): MemoryFileSystem {
  const fileSystem = new MemoryFileSystem(files, "/w");
  const allowed = fileSystem[call].bind(fileSystem) as (path: string) => never;
  fileSystem[call] = (path: string) => {
    if (path.endsWith(suffix)) throw new FileError("permission", path, `${path}: permission denied`);
    return allowed(path);
  };
  return fileSystem;
}

Deno.test("errors of the file system become errors of the build, with the place of the request", async () => {
  const files = { "app/kustomization.yaml": "resources: [../base, a.yaml]\n", "base/x": "", "app/a.yaml": SERVICE };
  const errorBy = async (call: "stat" | "realPath" | "readText" | "readDir", suffix: string) => {
    const { errors, resources } = await build(refusing(files, call, suffix), "app");
    assertEquals([errors.length, resources.length], [1, 0]);
    const { code, message, place } = errors[0]!;
    return [code, message, place?.offset];
  };
  assertEquals(await errorBy("stat", "/base"), ["file-error", "cannot read '../base': permission denied", 12]);
  assertEquals(await errorBy("realPath", "/base"), ["file-error", "cannot read '../base': permission denied", 12]);
  assertEquals(await errorBy("stat", "app"), ["file-error", "cannot read 'app': permission denied", undefined]);
  assertEquals(await errorBy("stat", ".yaml"), [
    "file-error",
    "cannot read 'kustomization.yaml': permission denied",
    undefined,
  ]);
  assertEquals(await errorBy("readDir", "/base"), ["file-error", "cannot read '.': permission denied", undefined]);
  assertEquals(await errorBy("realPath", "/w"), ["file-error", "cannot access '/w': permission denied", undefined]);
});

Deno.test("a build without processes rejects plugins that need them", async () => {
  const files = { "app/kustomization.yaml": "generators: [g.yaml]\n", "app/g.yaml": SERVICE };
  assertEquals(await errorOf(files, "app", { plugins: { enabled: true } }), ["no-capability", "app/g.yaml:1:1"]);
});

Deno.test("an error in a base names its referrers", async () => {
  const files = {
    "top/kustomization.yaml": "resources:\n- ../app\n",
    "app/kustomization.yaml": "resources:\n- ../base\n",
    "base/kustomization.yaml": "namePrefix: 5\n",
  };
  assertEquals(await errorOf(files, "top"), [
    "wrong-type",
    "base/kustomization.yaml:1:13",
    "app/kustomization.yaml:2:3",
    "top/kustomization.yaml:2:3",
  ]);
});

Deno.test("two resources with the same id conflict: both files are named, and the entry that adds the second", async () => {
  const files = {
    "app/kustomization.yaml": "resources: [a.yaml, b.yaml]\n",
    "app/a.yaml": SERVICE,
    "app/b.yaml": `# b\n${SERVICE}`,
  };
  const places = ["app/b.yaml:2:1", "app/a.yaml:1:1", "app/kustomization.yaml:1:21"];
  assertEquals(await errorOf(files), ["resource-conflict", ...places]);
});

Deno.test("two resources with the same resulting id conflict in either order", async () => {
  for (const order of ["fifo", "legacy"]) {
    const replacements = "replacements: [{sourceValue: a, targets: [{select: {kind: Secret}}]}]";
    const files = {
      "app/kustomization.yaml": `resources: [a.yaml]\nsortOptions: {order: ${order}}\n${replacements}\n`,
      "app/a.yaml": "{kind: Secret, metadata: {name: a}}\n---\n{kind: Secret, metadata: {name: b}}\n",
    };
    assertEquals((await errorOf(files))[0], "resource-conflict");
  }
});

Deno.test("components must be listed under components, and nothing else may be", async () => {
  const component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamePrefix: c-\n";
  const files = {
    "part/kustomization.yaml": component,
    "app/s.yaml": SERVICE,
    "base/kustomization.yaml": "namePrefix: b-\n",
  };
  assertEquals(
    (await errorOf({ ...files, "app/kustomization.yaml": "resources: [../part]\n" })).slice(0, 2),
    ["wrong-kind", "part/kustomization.yaml:2:7"],
  );
  assertEquals(
    (await errorOf({ ...files, "app/kustomization.yaml": "components: [../base]\n" })).slice(0, 2),
    ["wrong-kind", "base/kustomization.yaml:1:1"],
  );
  const built = await output({ ...files, "app/kustomization.yaml": "resources: [s.yaml]\ncomponents: [../part]\n" });
  assertStringIncludes(built, "name: c-web\n");
});

Deno.test("generated resources are new, or specify how they combine with existing ones", async () => {
  const base = "configMapGenerator: [{name: c, literals: [a=1, b=1]}]\n";
  const over = (fields: string) => ({
    "base/kustomization.yaml": base,
    "app/kustomization.yaml": `resources: [../base]\nconfigMapGenerator: [{name: c, literals: [b=2], ${fields}}]\n`,
  });
  assertStringIncludes(await output(over("behavior: merge")), 'data:\n  a: "1"\n  b: "2"\n');
  assertStringIncludes(await output(over("behavior: replace")), 'data:\n  b: "2"\n');
  assertEquals((await errorOf(over("behavior: create")))[0], "resource-conflict");
  assertEquals((await errorOf(over("behavior: merge, namespace: other")))[0], "no-match");
  // The name gets a hash only if both ask for one.
  const options = "options: {disableNameSuffixHash: true}";
  assertStringIncludes(await output(over(`behavior: merge, ${options}`)), "name: c\n");
});

Deno.test("an error in a base that is not of kust stays as it is", async () => {
  const files = new MemoryFileSystem({
    "app/kustomization.yaml": "resources: [../base]\n",
    "base/kustomization.yaml": "resources: [a.yaml]\n",
    "base/a.yaml": SERVICE,
  }, "/w");
  const read = files.readText.bind(files);
  files.readText = (path) => {
    if (path.endsWith("a.yaml")) throw new RangeError("a bug");
    return read(path);
  };
  await assertRejects(() => build(files, "app"), RangeError, "a bug");
});

Deno.test("a build tells what it has read on request, with capabilities or without", async () => {
  const files = { "app/kustomization.yaml": "resources: [s.yaml]\n", "app/s.yaml": SERVICE };
  assertEquals((await run(files)).reads, undefined);
  for (const options of [{}, { capabilities: new MemoryHost() }]) {
    const { reads = [], errors } = await run(files, "app", { ...options, reads: true });
    assertEquals([errors, reads.some((read) => "path" in read && read.path === "/w/app/s.yaml")], [[], true]);
  }
});

Deno.test("plugins are read inline, from files and from folders, and rejected by name", async () => {
  const plugin = (kind: string, more = "") => `apiVersion: builtin\nkind: ${kind}\nmetadata: {name: x}\n${more}`;
  const prefix = plugin("PrefixTransformer", "prefix: p-\nfieldSpecs: [{path: metadata/name}]\n");
  const indented = prefix.replaceAll("\n", "\n  ").trimEnd();
  const files = {
    "app/s.yaml": SERVICE,
    "app/prefix.yaml": prefix,
    "plugins/kustomization.yaml": "resources: [suffix.yaml]\n",
    "plugins/suffix.yaml": plugin("SuffixTransformer", "suffix: -s\nfieldSpecs: [{path: metadata/name}]\n"),
  };
  const app = (transformers: string) => ({
    ...files,
    "app/kustomization.yaml": `resources: [s.yaml]\n${transformers}`,
  });
  assertStringIncludes(
    await output(
      app(`transformers:\n- ../plugins\n- prefix.yaml\n- |\n  ${indented.replace("p-", "q-").replace("x}", "y}")}\n`),
    ),
    "name: p-q-web-s\n",
  );
  assertEquals(await errorOf(app(`transformers:\n- |\n  ${indented.replace("fieldSpecs", "specs")}\n`)), [
    "missing-field",
    "app/kustomization.yaml:4:3",
  ]);
  const refused = async (field: string, config: string) => {
    const [code] = await errorOf({ ...app(`${field}: [bad.yaml]\n`), "app/bad.yaml": config });
    return code;
  };
  assertEquals(await refused("transformers", plugin("PrefxTransformer")), "unknown-plugin");
  assertEquals(await refused("transformers", plugin("ConfigMapGenerator")), "wrong-kind");
  assertEquals(await refused("generators", plugin("HashTransformer")), "wrong-kind");
  assertEquals(await refused("transformers", plugin("X").replace("builtin", "example.com/v1")), "plugins-disabled");
});

Deno.test("validators may not change anything but their label", async () => {
  const files = (labels: string) => ({
    "app/kustomization.yaml": "resources: [s.yaml]\nvalidators: [v.yaml]\n",
    "app/s.yaml": SERVICE,
    "app/v.yaml": `apiVersion: builtin\nkind: LabelTransformer\nmetadata: {name: x}\nlabels: {${labels}}\n` +
      "fieldSpecs: [{path: metadata/labels, create: true}]\n",
  });
  assertStringIncludes(await output(files("validated-by: me")), "validated-by: me\n");
  assertEquals(await errorOf(files("validated-by: me, more: x")), ["validator-changed", "app/v.yaml:1:1"]);
});

Deno.test("warnings are part of the result, once for each kustomization that causes them", async () => {
  const files = {
    "base/kustomization.yaml": "commonLabels: {a: b}\nresources: [s.yaml]\n",
    "base/s.yaml": SERVICE,
    "app/kustomization.yaml": "bases: [../base]\n",
  };
  const { warnings } = await run(files);
  assertEquals(warnings.map(({ code, message }) => [code, message.split("'")[1]!]), [
    ["deprecated-field", "bases"],
    ["deprecated-field", "commonLabels"],
  ]);
});

Deno.test("git:: is warned of once, and once more for an origin", async () => {
  const warnings = async (fields: string) => {
    const files = { "app/kustomization.yaml": `resources: ["git::https://example.com/a/b"]\n${fields}` };
    return (await run(files)).warnings.map(({ code }) => code);
  };
  assertEquals(await warnings(""), ["forced-git"]);
  assertEquals(await warnings("buildMetadata: [originAnnotations]\n"), ["forced-git", "forced-git"]);
});

Deno.test("a file of field specs that is missing is an error where it is named", async () => {
  for (const field of ["configurations", "crds"]) {
    const files = { "app/kustomization.yaml": `${field}: [missing.yaml]\n` };
    assertEquals(await errorOf(files), ["not-found", `app/kustomization.yaml:1:${field.length + 4}`], field);
  }
});

Deno.test("vars of several bases are known together, and once", async () => {
  const base = (name: string) => ({
    [`${name}/kustomization.yaml`]:
      `resources: [m.yaml]\nvars: [{name: ${name}, objref: {apiVersion: v1, kind: ConfigMap, name: ${name}}}]\n`,
    [`${name}/m.yaml`]: `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`,
    [`${name}none/kustomization.yaml`]: `configMapGenerator: [{name: ${name}none}]\n`,
  });
  const pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{command: [$(A) $(B)]}]}\n";
  const files: Files = { ...base("A"), ...base("B"), "app/pod.yaml": pod };
  const app = (resources: string) => ({ ...files, "app/kustomization.yaml": `resources: [pod.yaml, ${resources}]\n` });
  assertStringIncludes(await output(app("../A, ../Anone, ../B, ../Bnone")), "- A B\n");
  assertEquals(
    (await errorOf({ ...app("../A, ../B"), "B/kustomization.yaml": files["A/kustomization.yaml"]! }))[0],
    "duplicate-var",
  );
});

Deno.test("observers learn of vars, and of the text or file of each generated key", async () => {
  const observed = async (kustomization: string, more: Record<string, string | Uint8Array> = {}) => {
    const files = new MemoryFileSystem({ "/app/kustomization.yaml": kustomization, ...more });
    const kinds: string[] = [];
    const places: (string | undefined)[] = [];
    const { errors } = await observedBuild(files, "/app", {}, {
      wantsParts: () => true,
      loaded: () => {},
      done: (_, { kind }, sources) => {
        kinds.push(kind);
        for (const [key, { source, offset }] of sources?.keyPlaces?.() ?? []) {
          places.push(`${key} ${source.name}:${offset}`);
        }
      },
    });
    assertEquals(errors, []);
    return { kinds, places };
  };
  const vars = "vars: [{name: A, objref: {apiVersion: v1, kind: ConfigMap, name: m}}]\n";
  const generator = "configMapGenerator: [{name: m, literals: [a=b], files: [bin, text]}]\n";
  const files = { "/app/bin": new Uint8Array([0, 255]), "/app/text": "c" };
  const { kinds, places } = await observed(generator, files);
  assertEquals(places, ["a app/kustomization.yaml:42", "bin app/kustomization.yaml:56", "text app/text:0"]);
  assertEquals([kinds.includes("vars"), (await observed(vars + generator, files)).kinds.includes("vars")], [
    false,
    true,
  ]);
});

Deno.test("local resources are dropped at the end", async () => {
  const local = (value: string) =>
    SERVICE.replace("{", `{annotations: {config.kubernetes.io/local-config: ${value}}, `);
  const files = (value: string) => ({ "app/kustomization.yaml": "resources: [s.yaml]\n", "app/s.yaml": local(value) });
  assertEquals(await output(files('"true"')), "");
  assertEquals(await output(files('"no"')), "");
  assertStringIncludes(await output(files('"false"')), "name: web\n");
});

Deno.test("the order is set by the kustomization, otherwise by the option", async () => {
  const namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: n}\n";
  const files = {
    "app/kustomization.yaml": "resources: [s.yaml, n.yaml]\n",
    "app/s.yaml": SERVICE,
    "app/n.yaml": namespace,
  };
  const kinds = async (given: Files, options?: BuildOptions) => {
    const { resources, warnings } = await run(given, "app", options);
    return [...resources.map(({ kind }) => kind), ...warnings.map(({ code }) => code)];
  };
  assertEquals(await kinds(files), ["Namespace", "Service"]);
  assertEquals(await kinds(files, { reorder: "none" }), ["Service", "Namespace"]);
  const fifo = { ...files, "app/kustomization.yaml": "resources: [s.yaml, n.yaml]\nsortOptions: {order: fifo}\n" };
  assertEquals(await kinds(fifo), ["Service", "Namespace"]);
  assertEquals(await kinds(fifo, { reorder: "legacy" }), ["Service", "Namespace", "order-given-twice"]);
});

Deno.test("a file that several kustomizations name is read once, and each changes a copy", async () => {
  const files = new MemoryFileSystem({
    "base/kustomization.yaml": "resources: [s.yaml]\n",
    "base/s.yaml": SERVICE,
    "a/kustomization.yaml": "resources: [../base]\nnamePrefix: a-\n",
    "b/kustomization.yaml": "resources: [../base]\nnamePrefix: b-\n",
    "c/kustomization.yaml": "resources: [../base]\nnamePrefix: c-\n",
    "app/kustomization.yaml": "resources: [../a, ../b, ../c]\n",
  }, "/w");
  const read: string[] = [];
  const readText = files.readText.bind(files);
  files.readText = (path) => {
    read.push(path);
    return readText(path);
  };
  const { resources } = await build(files, "app");
  assertEquals(resources.map(({ name }) => name), ["a-web", "b-web", "c-web"]);
  assertEquals(read.filter((path) => path.startsWith("/w/base/")).sort(), [
    "/w/base/kustomization.yaml",
    "/w/base/s.yaml",
  ]);
});

Deno.test("overlapping builds with different schemas and field specs have the same results as separate ones", async () => {
  const crd = (label: string) =>
    `github.com/example/Thing:\n  Schema:\n    properties:\n      apiVersion: {type: string}\n      kind: {type: string}\n` +
    `      metadata: {type: object}\n      ${label}: {type: object, x-kubernetes-label-selector: ""}\n`;
  const openapi = (key: string) =>
    JSON.stringify({
      definitions: {
        Thing: {
          properties: {
            items: {
              type: "array",
              items: { type: "object" },
              "x-kubernetes-patch-merge-key": key,
              "x-kubernetes-patch-strategy": "merge",
            },
          },
          "x-kubernetes-group-version-kind": [{ group: "example.com", version: "v1", kind: "Thing" }],
        },
      },
    });
  const files = (key: string): Files => ({
    "base/kustomization.yaml": "resources: [thing.yaml]\n",
    "base/thing.yaml": "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: t}\none: {}\ntwo: {}\n" +
      "items: [{one: a, two: x, n: 1}, {one: b, two: y, n: 2}]\n",
    "app/kustomization.yaml": "resources: [../base]\nopenapi: {path: schema.json}\ncrds: [crd.yaml]\n" +
      `labels: [{pairs: {app: ${key}}, includeSelectors: true}]\npatches: [{path: patch.yaml}]\n`,
    "app/schema.json": openapi(key),
    "app/crd.yaml": crd(key),
    "app/patch.yaml": `apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: t}\nitems: [{one: b, two: x, n: 9}]\n`,
  });
  const plain: Files = {
    ...files("one"),
    "app/kustomization.yaml": "resources: [../base]\npatches: [{path: patch.yaml}]\n",
  };
  const inputs = [files("one"), plain, files("two"), plain, files("one")];
  const alone: string[] = [];
  for (const input of inputs) alone.push(await output(input));
  assertEquals(new Set(alone).size, 3);
  assertEquals(await Promise.all(inputs.map((input) => output(input))), alone);
});

Deno.test("annotations that are not a mapping are dropped, but are an error if origins are recorded", async () => {
  const resource = SERVICE.replace("{name: web}", "\n  name: web\n  annotations: text");
  const files = (more: string) => ({
    "app/kustomization.yaml": `resources: [r.yaml]\n${more}`,
    "app/r.yaml": resource,
  });
  assertEquals(await output(files("")), "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n");
  assertEquals(await errorOf(files("buildMetadata: [managedByLabel]\n")), ["wrong-type", "app/r.yaml:5:16"]);
  const list = { ...files(""), "app/r.yaml": resource.replace("text", "[a, b]") };
  assertEquals((await output(list)).includes("annotations:\n    a: b\n"), true);
  const odd = { ...files(""), "app/r.yaml": resource.replace("text", "[a]") };
  assertEquals(await errorOf(odd), ["wrong-type", "app/r.yaml:5:16"]);
});

Deno.test("a component merges the field specs once more, and a narrower spec then hides a wider one", async () => {
  const files = {
    "app/kustomization.yaml":
      "resources: [../base]\nnamePrefix: p-\nconfigurations: [conf.yaml]\ncomponents: [../part]\n",
    "base/kustomization.yaml": "resources: [r.yaml]\n",
    "base/r.yaml": SERVICE,
    "app/conf.yaml": "namePrefix: [{path: metadata/name, kind: Deployment}]\n",
    "part/kustomization.yaml": "kind: Component\nnameSuffix: -s\n",
  };
  assertEquals((await output(files)).includes("name: web-s\n"), true);
  const alone = { ...files, "app/kustomization.yaml": files["app/kustomization.yaml"].replace(/components.*/, "") };
  assertEquals((await output(alone)).includes("name: p-web\n"), true);
});
