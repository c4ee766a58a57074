import { assertEquals, assertRejects } from "@std/assert";
import { placeText } from "../cli/output/json_report.ts";
import { KustError } from "../diagnostics/diagnostic.ts";
import { FileError } from "../load/file_system.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import type { TargetChoice } from "../targets/find_targets.ts";
import { lint } from "./lint.ts";

/** The findings in the folder `a`, or in others, as `code file:line`. */
async function findings(files: Record<string, string>, ...roots: string[]): Promise<string[]> {
  const { findings } = await lint(new MemoryFileSystem(files, "/p"), roots.length === 0 ? ["a"] : roots);
  return findings.map(({ code, place, file }) =>
    `${code} ${place === undefined ? file ?? "nowhere" : placeText(place).replace(/^a\/|:\d+$/g, "")}`
  );
}

/** The findings of a kustomization with these fields and resources. */
function of(fields: string, resources: readonly string[] = [DEPLOYMENT], files: Record<string, string> = {}) {
  return findings({
    "a/kustomization.yaml": `resources: [r.yaml]\n${fields}`,
    "a/r.yaml": resources.join("---\n"),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`a/${name}`, text])),
  });
}

function object(kind: string, rest: string, apiVersion = "v1", name = "web"): string {
  return `{apiVersion: ${apiVersion}, kind: ${kind}, metadata: {name: ${name}}, ${rest}}\n`;
}

const POD = "{template: {spec: {containers: [{name: web, image: web:1}]}}}";
const DEPLOYMENT = object("Deployment", `spec: ${POD}`, "apps/v1");
const CONFIG_MAP = object("ConfigMap", "data: {a: b}");

Deno.test("lint finds nothing in patches that remove or change things, whatever is in their place", async () => {
  const widget = object("Widget", "spec: {map: {a: 1}, list: [{name: a}, {name: b}], text: x}", "example.com/v1");
  const operation = (rest: string) =>
    of(`patches:\n- target: {kind: Widget}\n  patch: |\n    - {path: /spec/${rest}}\n`, [widget]);
  for (
    const rest of ["map, op: replace, value: x", "text, op: replace, value: {a: 1}", "text, op: replace, value: [a]"]
  ) {
    assertEquals(await operation(rest), [], rest);
  }
  for (const rest of ["list, op: replace, value: x", "list/1, op: remove", "map, op: remove"]) {
    assertEquals(await operation(rest), [], rest);
  }
  assertEquals(await operation("text, op: replace, value: x"), ["patch-changes-nothing kustomization.yaml:5"]);
  const removing = object("Widget", "$patch: delete", "example.com/v1");
  assertEquals(await of(`patches: [{patch: '${removing.trim()}'}]\n`, [widget]), []);
});

Deno.test("lint assigns a patch to the entry that it comes from", async () => {
  const patch = `- patch: '${object("Deployment", "spec: {replicas: 2}", "apps/v1").trim()}'\n`;
  const other = `- patch: '${object("Deployment", "spec: {paused: true}", "apps/v1").trim()}'\n`;
  const target = "  target: {kind: Service}\n";
  assertEquals(await of(`patches:\n${patch}${other}${target}`), ["patch-without-target kustomization.yaml:4"]);
  assertEquals(await of(`patches:\n${patch}${target}${other}`), ["patch-without-target kustomization.yaml:3"]);
  assertEquals(await of(`patches:\n${patch}${other}`), []);
});

Deno.test("lint tells which of several patches in one entry changes nothing", async () => {
  const patch = (rest: string) => object("Deployment", rest, "apps/v1").trim();
  const [same, other] = [patch(`spec: ${POD}`), patch("spec: {paused: true}")];
  const entry = (...patches: string[]) => `patches:\n- patch: |\n    ${patches.join("\n    ---\n    ")}\n`;
  assertEquals(await of(entry(other, same)), ["patch-changes-nothing kustomization.yaml:6"]);
  assertEquals(await of(entry(same, other)), ["patch-changes-nothing kustomization.yaml:4"]);
  assertEquals(await of(entry(other)), []);
});

Deno.test("lint tells what nothing uses if it has seen everything", async () => {
  const files = {
    "/p/kustomization.yaml": "resources: [r.yaml]\n",
    "/p/r.yaml": CONFIG_MAP,
    "/p/other.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\n",
  };
  const codes = async (choice: TargetChoice) =>
    (await lint(new MemoryFileSystem(files, "/p"), ["."], { choice })).findings.map(({ code }) => code);
  assertEquals(await codes({}), ["unlisted-file"]);
  assertEquals(await codes({ leaves: true }), []);
  assertEquals(await codes({ include: ["**"] }), []);
  assertEquals(await codes({ shard: { index: 1, count: 1 } }), []);
});

Deno.test("a comment ignores findings on its line, or below it if it is alone", async () => {
  const ignore = "# kust-ignore: unknown-build-metadata";
  const lines = (...lines: string[]) => of(lines.map((line) => `${line}\n`).join(""));
  const found = ["unknown-build-metadata kustomization.yaml:3"];
  assertEquals(await lines("namePrefix: a-", "buildMetadata: [x]"), found);
  assertEquals(await lines("namePrefix: a-", `buildMetadata: [x] ${ignore}`), []);
  assertEquals(await lines(ignore, "buildMetadata: [x]"), []);
  assertEquals(await lines(`namePrefix: a- ${ignore}`, "buildMetadata: [x]"), found);
  assertEquals(await lines("# kust-ignore: other, unused-image", "buildMetadata: [x]"), found);
  assertEquals(await lines("# kust-ignore: other , unknown-build-metadata", "buildMetadata: [x]"), []);
});

Deno.test("lint tells generators without data, unless a controller may fill the object", async () => {
  const generator = (rest: string) =>
    of(`configMapGenerator:\n- {name: web${rest}}\n`, [object("Widget", "name: web")]);
  const codes = async (rest: string) => (await generator(rest)).map((one) => one.split(" ")[0]);
  assertEquals(await codes(""), ["empty-generator", "unused-generator"]);
  assertEquals(await codes(", options: {disableNameSuffixHash: true}"), []);
  assertEquals(await codes(", options: {disableNameSuffixHash: false}"), ["empty-generator", "unused-generator"]);
  assertEquals(await codes("}\ngeneratorOptions: {disableNameSuffixHash: true"), []);
});

Deno.test("lint tells references of pods to names that are nearly those of generated objects", async () => {
  const codes = async (generated: string, named: string) => {
    const pod = object("Pod", `spec: {containers: [{name: c, image: i, envFrom: [{configMapRef: {name: ${named}}}]}]}`);
    const found = await of(`configMapGenerator: [{name: ${generated}, literals: [a=b]}]\n`, [pod]);
    return found.map((one) => one.split(" ")[0]).filter((code) => code !== "unused-generator");
  };
  assertEquals(await codes("maker", "makes"), ["reference-not-rewritten"]);
  assertEquals(await codes("maker", "maker"), []);
  assertEquals(await codes("make", "mare"), []);
  assertEquals(await codes("maker", "other"), []);
  assertEquals(await codes("maker-1", "maker-2"), []);
});

Deno.test("lint tells new top-level fields, unless the object has such or has no spec", async () => {
  const add = (path: string) =>
    `patches:\n- target: {name: web}\n  patch: |\n    - {op: add, path: ${path}, value: x}\n`;
  assertEquals(await of(add("/replicas")), [
    "new-top-level-field kustomization.yaml:5",
    "misplaced-field kustomization.yaml:5",
  ]);
  assertEquals(await of(add("/status")), []);
  assertEquals(await of(add("/spec/template/paused")), []);
  assertEquals(await of(add("/spec/template/replicas")), []);
  assertEquals(await of(add("/other"), [CONFIG_MAP]), []);
});

Deno.test("lint tells unused vars, unless the build fails, and no other warnings of the build", async () => {
  const vars = "vars:\n- name: A\n  objref: {apiVersion: apps/v1, kind: Deployment, name: web}\n";
  assertEquals(await of(vars), [
    "deprecated-field kustomization.yaml:3",
    "unused-var kustomization.yaml:3",
  ]);
  assertEquals(await of(`${vars}transformers: [none.yaml]\n`), [
    "deprecated-field kustomization.yaml:3",
    "not-found kustomization.yaml:5",
  ]);
  const using = object(
    "Deployment",
    `spec: {template: {spec: {containers: [{name: web, image: web:1, args: [$(A)]}]}}}`,
    "apps/v1",
  );
  assertEquals(await of(vars, [using]), ["deprecated-field kustomization.yaml:3"]);
});

Deno.test("lint tells paths that are listed twice, but no texts, and no files of data", async () => {
  const inline = `- |\n  ${object("Deployment", "spec: {replicas: 2}", "apps/v1").trim()}\n`;
  assertEquals(await of(`patchesStrategicMerge:\n${inline}${inline}`), [
    "deprecated-field kustomization.yaml:3",
  ]);
  for (const kind of ["configMap", "secret"]) {
    const generator = "{files: [f.txt], envs: [f.env], options: {disableNameSuffixHash: true}, name: ";
    const text = `${kind}Generator: [${generator}a}, ${generator}b}]\n`;
    assertEquals(await of(text, [DEPLOYMENT], { "f.txt": "text", "f.env": "A=b\n" }), [], kind);
  }
  assertEquals(await of("crds: [crd.json, ./crd.json]\n", [DEPLOYMENT], { "crd.json": "{}" }), [
    "duplicate-path kustomization.yaml:2",
  ]);
});

Deno.test("lint tells files beside listed ones that nothing names", async () => {
  const files = { "a/other.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\n", "r.yaml": DEPLOYMENT };
  const unlisted = (fields: string) => findings({ "a/kustomization.yaml": fields, ...files });
  assertEquals(await unlisted("resources: [other.yaml]\n"), []);
  assertEquals(await findings({ "a/kustomization.yaml": "resources: [r.yaml]\n", "a/r.yaml": DEPLOYMENT, ...files }), [
    "unlisted-file other.yaml:1",
  ]);
  // Without files of its own folder, or if the build fails before it reads one.
  const base = { "b/kustomization.yaml": "resources: [r.yaml]\n", "b/r.yaml": DEPLOYMENT };
  assertEquals(await findings({ "a/kustomization.yaml": "resources: [../b]\n", ...files, ...base }), []);
  assertEquals(await unlisted("resources: [../r.yaml]\n"), ["outside-root kustomization.yaml:1"]);
  const failing = "resources: [none.yaml, other.yaml]\n";
  assertEquals(await unlisted(failing), ["not-found kustomization.yaml:1"]);
  const key = "resources: [none.yaml]\nconfigMapGenerator: [{name: a, files: [k=other.yaml]}]\n";
  assertEquals(await unlisted(key), ["not-found kustomization.yaml:1"]);
});

Deno.test("lint tells keys and labels that the cluster refuses", async () => {
  const labelled = (labels: string) => of("", [object("ConfigMap", "data: {}", "v1", `web, labels: ${labels}`)]);
  assertEquals(await labelled("{a: b, c: null}"), []);
  assertEquals(await labelled("{a: 1}"), ["refused-label r.yaml:1"]);
  assertEquals(await labelled("{a: {b: c}}"), ["refused-label r.yaml:1"]);
  assertEquals(await labelled("{a: [b]}"), ["refused-label r.yaml:1"]);
  assertEquals(await labelled("{a_: b}"), ["refused-label r.yaml:1"]);
  assertEquals(await of("labels: [{pairs: {a_: b}}]\n", [CONFIG_MAP]), ["refused-label kustomization.yaml:2"]);
  assertEquals(await of("", [object("Deployment", "spec: {}", "apps/v1")]), []);
});

Deno.test("lint points at a refused key, or at its value if only that is in a file", async () => {
  const places = async (fields: string, metadata: string) => {
    const text = object("ConfigMap", "data: {}", "v1", `web, labels: ${metadata}`);
    const files = { "/p/kustomization.yaml": `resources: [r.yaml]\n${fields}`, "/p/r.yaml": text };
    const { findings } = await lint(new MemoryFileSystem(files, "/p"), ["."]);
    return findings.map(({ place }) => place && placeText(place));
  };
  assertEquals(await places("", "{a_: b}"), ["r.yaml:1:66"]);
  const add =
    "patches:\n- target: {kind: ConfigMap}\n  patch: |\n    - {op: add, path: /metadata/labels/a_, value: b}\n";
  assertEquals(await places(add, "{c: d}"), ["kustomization.yaml:5:51"]);
});

Deno.test("lint tells labels of pods in their template, and of an object whose template has no metadata", async () => {
  const cron = (metadata: string) =>
    of("", [object("CronJob", `spec: {jobTemplate: {spec: {template: {${metadata} spec: {}}}}}`, "batch/v1")]);
  assertEquals(await cron("metadata: {labels: {a_: b}},"), ["refused-label r.yaml:1"]);
  assertEquals(await cron(""), []);
  assertEquals(await of("", [object("ConfigMap", "data: {}", "v1", "web, annotations: {a_: b}")]), [
    "refused-annotation r.yaml:1",
  ]);
});

Deno.test("lint reads addresses in paths, not in patches", async () => {
  const patch = object("Deployment", "spec: {paused: true}", "apps/v1").trim();
  assertEquals(await of(`patches:\n- patch: |\n    # git::http://example.com/a/b?ref=main\n    ${patch}\n`), []);
});

Deno.test("lint tells names of generated objects that were not rewritten, and no others", async () => {
  const widget = (name: string) => object("Widget", `spec: {configMapName: ${name}}`, "example.com/v1");
  const generator = "configMapGenerator: [{name: made, literals: [a=b]}]\n";
  assertEquals(await of(generator, [widget("made")]), [
    "unused-generator kustomization.yaml:2",
    "reference-not-rewritten r.yaml:1",
  ]);
  const kinded = (kind: string) =>
    object("Widget", `spec: {configMapRef: {kind: ${kind}, name: made}}`, "example.com/v1");
  assertEquals((await of(generator, [kinded("ConfigMap")])).length, 2);
  for (const kind of ["Secret", "Other"]) assertEquals((await of(generator, [kinded(kind)])).length, 1, kind);
  const secret = "secretGenerator: [{name: made, literals: [a=b]}]\n";
  assertEquals((await of(secret, [kinded("Secret")])).length, 2);
  assertEquals((await of(secret, [kinded("ConfigMap")])).length, 1);
  assertEquals(await of(`namePrefix: p-\n${generator}`, [widget("web"), CONFIG_MAP]), [
    "unused-generator kustomization.yaml:3",
  ]);
  const kindOfAnother = object("Widget", "spec: {kind: Other, configMapName: made}", "example.com/v1");
  const configMapOfAnother = object("ConfigMap", "spec: {}", "example.com/v1", "made");
  assertEquals((await of(generator, [kindOfAnother])).length, 2);
  assertEquals((await of(generator, [widget("made"), configMapOfAnother])).length, 2);
  const listed = (name: string) =>
    findings({
      "a/kustomization.yaml": "resources: [base, r.yaml]\n",
      "a/base/kustomization.yaml": `namePrefix: p-\n${generator}`,
      "a/r.yaml": `${widget("made")}---\n${object("ConfigMap", "data: {}", "v1", name)}`,
    });
  assertEquals(await listed("other"), [
    "unused-generator base/kustomization.yaml:2",
    "reference-not-rewritten r.yaml:1",
  ]);
  assertEquals(await listed("made"), ["unused-generator base/kustomization.yaml:2"]);
});

Deno.test("lint tells containers without an image that a patch adds, no other items", async () => {
  const web = (spec: string) => object("Deployment", `spec: {template: {spec: {${spec}}}}`, "apps/v1");
  const lists = ["containers", "initContainers", "volumes"].map((list) => `${list}: [{name: old, image: i}]`);
  const patched = (spec: string) => of(`patches: [{patch: '${web(spec).trim()}'}]\n`, [web(lists.join(", "))]);
  for (const list of ["containers", "initContainers"]) {
    assertEquals(await patched(`${list}: [{name: new}]`), ["container-without-image kustomization.yaml:2"], list);
    assertEquals(await patched(`${list}: [{name: new, image: i}]`), [], list);
  }
  assertEquals(await patched("volumes: [{name: new}], imagePullSecrets: [{name: new}]"), []);
});

Deno.test("lint tells a label of a selector, if there is one", async () => {
  assertEquals(await of("commonLabels: {}\nlabels: [{pairs: {}, includeSelectors: true}]\n"), [
    "deprecated-field kustomization.yaml:2",
  ]);
  assertEquals(await of("labels: [{pairs: {a: b}, includeSelectors: true}, {pairs: {c: d}}]\n"), [
    "label-in-selector kustomization.yaml:2",
  ]);
});

Deno.test("lint tells names that the cluster refuses, and leaves out what has none", async () => {
  const named = (metadata: string) => of("", [`{apiVersion: v1, kind: ConfigMap, metadata: {${metadata}}}\n`]);
  assertEquals(await named("name: a, namespace: null"), []);
  assertEquals(await named("name: a, namespace: b_"), ["refused-name r.yaml:1"]);
  assertEquals(await named("name: a, namespace: 1"), ["refused-name r.yaml:1"]);
  assertEquals(await named("name: 1"), ["refused-name r.yaml:1"]);
  assertEquals(await named("name: null"), ["missing-name r.yaml:1"]);
});

Deno.test("lint points at the text that makes a name wrong, whatever else changes the name", async () => {
  const block = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;
  const patch = (name: string, target = "") =>
    `patches:\n- patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}, data: {a: b}}'\n${target}`;
  const rename = "patches:\n- target: {kind: ConfigMap}\n  patch: |\n" +
    "    - {op: replace, path: /metadata/name, value: B_}\n";
  const cases: [fields: string, name: string, line: string][] = [
    ["namePrefix: a-\n", "W_", "r.yaml:4"],
    ["namePrefix: A-\n", "web", "kustomization.yaml:2"],
    ["namePrefix: a-\nnameSuffix: -A\n", "web", "kustomization.yaml:3"],
    [`namePrefix: a-\n${rename}`, "web", "kustomization.yaml:6"],
    [patch("W_"), "W_", "r.yaml:4"],
    [patch("x", "  target: {kind: ConfigMap}\n"), "W_", "r.yaml:4"],
    ["namespace: b_\n", "web", "kustomization.yaml:2"],
  ];
  for (const [fields, name, line] of cases) {
    assertEquals(await of(fields, [block(name)]), [`refused-name ${line}`], fields);
  }
  const generator = "namePrefix: a-\nconfigMapGenerator:\n- name: B_\n  options: {disableNameSuffixHash: true}\n" +
    "  literals: [a=b]\n";
  assertEquals(await of(generator, [CONFIG_MAP]), ["refused-name kustomization.yaml:4"]);
});

Deno.test("lint looks for a lost place only in builds that count", async () => {
  const files = {
    "base/kustomization.yaml": "namePrefix: a-\nresources: [r.yaml]\n",
    "base/r.yaml": object("ConfigMap", "data: {a: b}", "v1", "W_"),
    "prod/kustomization.yaml": "namePrefix: b-\nresources: [../base]\n",
  };
  const { findings } = await lint(new MemoryFileSystem(files, "/p"), ["."]);
  assertEquals(findings.map(({ code, place, targets }) => [code, placeText(place!), targets]), [
    ["refused-name", "base/r.yaml:1:52", ["prod"]],
  ]);
  assertEquals(Object.keys(findings[0]!).includes("lost"), false);
});

Deno.test("lint tells keys that a ConfigMap lacks, of a volume's items too", async () => {
  const items = "configMap: {name: web, items: [{key: a, path: x}, {key: none, path: y}]}";
  const pod = object("Pod", `spec: {volumes: [{name: v, ${items}}], containers: [{name: c, image: i}]}`);
  assertEquals(await of("", [CONFIG_MAP, pod]), ["missing-key r.yaml:3"]);
});

Deno.test("lint tells floating references, and none in texts", async () => {
  const lines = [
    "https://github.com/a/b?ref=main",
    "https://github.com/a/b?ref=v1",
    "https://github.com/a/b",
    "https://raw.githubusercontent.com/a/b/main/r.yaml",
    "https://raw.githubusercontent.com/a/b/v1/r.yaml",
    "https://github.com/a/b/releases/latest/download/r.yaml",
    "https://github.com/a/b/releases/download/v1/r.yaml",
    "http://example.com/r.yaml",
    "http://localhost/r.yaml",
  ];
  const found = await findings({
    "a/kustomization.yaml": `resources:\n${lines.map((line) => `- ${line}\n`).join("")}`,
  });
  assertEquals(found.filter((one) => /floating|plain/.test(one)).map((one) => one.replace(/-.*:/, " ")), [
    "floating 2",
    "floating 4",
    "floating 5",
    "floating 7",
    "plain 9",
  ]);
  const patch = "  # https://github.com/a/b?ref=main\n  apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: web}\n";
  assertEquals(await of(`patches:\n- patch: |\n${patch.replaceAll("  ", "    ")}    data: {c: d}\n`, [CONFIG_MAP]), []);
});

Deno.test("lint shows up to eight names of images in place of an unknown one", async () => {
  const hints = async (count: number) => {
    const containers = Array.from(
      { length: count },
      (_, index) => `{name: c${index}, image: ${String(index).repeat(9)}}`,
    );
    const files = new MemoryFileSystem({
      "/p/kustomization.yaml": "resources: [r.yaml]\nimages: [{name: none, newTag: v1}]\n",
      "/p/r.yaml": object("Pod", `spec: {containers: [${containers.join(", ")}]}`),
    }, "/p");
    return (await lint(files, ["."])).findings.map(({ hint }) => [hint!.split(", ").length, hint!.endsWith("…")]);
  };
  assertEquals([await hints(8), await hints(9)], [[[8, false]], [[9, true]]]);
});

Deno.test("lint tells data that the cluster refuses, without its line", async () => {
  const found = async (kind: string, data: string) => {
    const files = { "/p/kustomization.yaml": "resources: [r.yaml]\n", "/p/r.yaml": object(kind, data) };
    const { findings } = await lint(new MemoryFileSystem(files, "/p"), ["."]);
    return findings.map(({ code, hidesLine, hint }) => [code, hidesLine, hint]);
  };
  const encode = ["refused-data", true, "put plain text in 'stringData'"];
  assertEquals(await found("Secret", "data: {a: YQ==, b: 'Y Q=', c: YQ, d: 1}"), [
    encode,
    encode,
    ["refused-data", true, "put it in quotes"],
  ]);
  assertEquals(await found("ConfigMap", "data: {a: YQ, b: null}"), []);
  assertEquals(await found("Widget", "data: {a: 1}"), []);
});

Deno.test("lint tells targets without a condition", async () => {
  const source = "- source: {kind: Deployment, fieldPath: metadata.name}\n";
  assertEquals(await of(`replacements:\n${source}  targets:\n  - select: {}\n    fieldPaths: [metadata.name]\n`), [
    "target-matches-all kustomization.yaml:5",
  ]);
  assertEquals(await of("patches:\n- target: {}\n  patch: |\n    - {op: add, path: /spec/paused, value: true}\n"), [
    "target-matches-all kustomization.yaml:3",
  ]);
});

Deno.test("lint keeps to the settings of the folder that it is given, and finds nothing in excluded files", async () => {
  const files = {
    "a/kustomization.yaml": "resources: [../b]\nbuildMetadata: [x]\ncrds: [c.json, c.json]\n",
    "a/c.json": "{}",
    "b/kustomization.yaml": "resources: [r.yaml]\nbuildMetadata: [p, q]\n",
    "b/r.yaml": DEPLOYMENT,
  };
  const [own, other] = ["unknown-build-metadata kustomization.yaml:2", "unknown-build-metadata b/kustomization.yaml:2"];
  const twice = "duplicate-path kustomization.yaml:3";
  const settings = (path: string, text: string) => findings({ ...files, [path]: `lint: {${text}}\n` });
  assertEquals(await settings("a/.kust.yaml", "exclude: [b]"), [own, twice, other, other]);
  assertEquals(await settings(".kust.yaml", "exclude: [b]"), [own, twice]);
  assertEquals(await settings("a/.kust.yaml", "levels: {duplicate-path: off}"), [own, other, other]);
});

Deno.test("lint names the targets of a finding: only outputs do not count if another kustomization uses them", async () => {
  const result = await lint(
    new MemoryFileSystem({
      "base/kustomization.yaml":
        "resources: [r.yaml, r2.yaml]\ncrds: [c.json, c.json]\nimages: [{name: none, newTag: v1}]\n",
      "base/c.json": "{}",
      "base/r.yaml": object("Widget", "x: y", "example.com/v1", "a_"),
      "base/r2.yaml": object("Widget", "x: y", "example.com/v1", "b"),
      "prod/kustomization.yaml": "resources: [../base]\n",
    }, "/p"),
    ["base", "prod"],
  );
  assertEquals(result.findings.map(({ code, targets, dependsOnUse }) => [code, targets.join(), dependsOnUse]), [
    ["duplicate-path", "base", undefined],
    ["unused-image", "base,prod", true],
    ["refused-name", "prod", undefined],
  ]);
});

Deno.test("what a file system throws is an error of kust", async () => {
  const files = new MemoryFileSystem({ "/p/kustomization.yaml": "namePrefix: a-\n" }, "/p");
  files.realPath = (path) => {
    throw new FileError("permission", path, "denied");
  };
  const { diagnostic }: KustError = await assertRejects(() => lint(files, ["/p"]), KustError);
  assertEquals([diagnostic.code, diagnostic.message], ["file-error", "cannot access '/p': denied"]);
});

Deno.test("a component is unused only if every build says so", async () => {
  const component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamePrefix: x-\n";
  const files = { "a/r.yaml": CONFIG_MAP, "a/c/kustomization.yaml": component };
  const kustomization = (text: string) => findings({ ...files, "a/kustomization.yaml": text });
  assertEquals(await kustomization("resources: [r.yaml]\n"), ["unused-component a/c"]);
  assertEquals(await kustomization("resources: [r.yaml, none.yaml]\ncomponents: [c]\n"), [
    "not-found kustomization.yaml:1",
  ]);
});

Deno.test("a hint on vars names the folder that they are in", async () => {
  const text = "resources: [r.yaml]\nvars: [{name: X, objref: {apiVersion: v1, kind: ConfigMap, name: web}}]\n";
  const hintsIn = async (folder: string) => {
    const files = { [`${folder}/kustomization.yaml`]: text, [`${folder}/r.yaml`]: CONFIG_MAP };
    const found = (await lint(new MemoryFileSystem(files, "/p"), [folder])).findings;
    return found.filter(({ code }) => code === "deprecated-field").map(({ hint }) => hint);
  };
  assertEquals(await hintsIn("/p"), ["use 'replacements'; 'kust edit fix --vars' converts them"]);
  assertEquals(await hintsIn("/p/a/b"), ["use 'replacements'; 'kust edit fix --vars --path a/b' converts them"]);
});
