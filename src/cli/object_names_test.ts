/** Names that every object has, such as `constructor`, in every role of a name: they must mean what any other name does. */

import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { run } from "./run.ts";

/** Each with another name of the same length and order. */
const NAMES = [["__proto__", "__pzoto__"], ["constructor", "constzuctor"], ["toString", "toStzing"]] as const;

/** Fields of a kustomization in which the name `N` has every role. */
const FIELDS = [
  "labels: [{pairs: {N: N}, includeSelectors: true, fields: [{path: spec/N/N, kind: N, create: true}]}]",
  "commonLabels: {N: N}",
  "commonAnnotations: {N: N}",
  "images: [{name: N, newName: xN, newTag: v}]\nreplicas: [{name: N, count: 3}]",
  "configMapGenerator: [{name: N, literals: [N=1], files: [N=r.yaml], options: {labels: {N: v}}}]",
  "secretGenerator: [{name: N, type: N, literals: [N=1]}]\ngeneratorOptions: {annotations: {N: w}}",
  "configMapGenerator: [{name: N, behavior: N}]",
  "vars: [{name: N, objref: {kind: N, apiVersion: N/v1, name: N}, fieldref: {fieldpath: spec.N}}]\n" +
  "configurations: [c.yaml]",
  "replacements: [{source: {kind: N, name: N, fieldPath: spec.N}, targets: [{select: {kind: Deployment}, " +
  'fieldPaths: [spec.N.N, "spec.containers.[name=N].N"], options: {create: true}}]}]',
  `patches: [{target: {kind: N, labelSelector: "N=N"}, patch: '[{"op": "add", "path": "/spec/N/x", "value": {"N": 1}}]'}]`,
  `patches: [{target: {kind: N}, patch: '[{"op": "N", "path": "/a"}]'}]`,
  "patches: [{patch: '{apiVersion: N/v1, kind: N, metadata: {name: N, namespace: N}, spec: {N: {N: null, b: {N: 1}}}, " +
  "N: {$patch: N}}'}]",
  "patches: [{patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: N}, spec: {template: {spec: " +
  "{containers: [{name: N, env: [{name: N, value: x}]}]}}}}'}]",
  "openapi: {path: o.json}\npatches: [{patch: '{apiVersion: N/v1, kind: N, metadata: {name: N, namespace: N}, " +
  "spec: {containers: [{name: N, image: z}]}}'}]",
  "crds: [crd.json]\nnamePrefix: p-",
  "configurations: [c.yaml]\nnamePrefix: p-\nnamespace: N",
  'transformers: ["{apiVersion: builtin, kind: LabelTransformer, metadata: {name: N}, labels: {N: v}, N: 1}"]',
  'generators: ["{apiVersion: N, kind: N, metadata: {name: N}}"]',
  "sortOptions: {order: legacy, legacySortOptions: {orderFirst: [N], orderLast: [Deployment]}}",
  "buildMetadata: [N]",
  "helmCharts: [{name: N, valuesInline: {N: {N: 1}}, valuesMerge: N}]",
  "N: 1",
  "components: [N]",
];

const COMMANDS = [
  ...[
    "build b --N",
    "build b --N=1",
    "build b --load-restrictor N",
    "build b --compat N",
    "build b --env N",
    "build N",
  ],
  ...[
    "N",
    "help N",
    "help build N",
    "completion N",
    "__complete N",
    "__complete lint --disable N",
    "edit N",
    "schema --N",
  ],
  ...["lint b --disable N", "lint b --format N", "lint b --baseline baseline", "lint b --format sarif"],
  ...["diff b m.yaml --format json", "diff b --against m.yaml --live", "diff b m.yaml --ignore N", "deps b --format N"],
  ...[
    "explain b N/N",
    "explain b N/N spec.N",
    "explain b Deployment/N N",
    "affected --files list",
    "deps b --reverse N",
  ],
  ...[
    "cfg cat b --style N",
    "cfg cat b --wrap-kind N",
    "cfg count b --kind",
    "cfg grep spec.N.N=x b",
    "cfg tree b --field N",
  ],
  ...["fn run b --env N=1", "build b --blame --format json", "localize b out", "create --labels N:a"],
].map((line) => line.split(" "));

const EDITS = [
  ...["set image N=x:1", "set replicas N=1", "add label N:1", "set annotation N:1", "remove label N", "remove image N"],
  ...[
    "add configmap N --from-literal=N=1",
    "set configmap N --from-literal=N=2",
    "remove secret N",
    "add buildmetadata N",
  ],
].map((line) => ["edit", ...line.split(" ")]);

const FILES = {
  "r.yaml": "apiVersion: N/v1\nkind: N\nmetadata: {name: N, namespace: N, labels: {N: N}, annotations: {N: N}}\n" +
    "spec: {replicas: 2, N: {N: $(N)}, containers: [{name: N, image: N, env: [{name: N, value: $(N)}]}]}\n---\n" +
    "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: N}\nspec: {replicas: 1, template: {spec: {containers: " +
    "[{name: N, image: N:1, env: [{name: N, valueFrom: {configMapKeyRef: {name: N, key: N}}}]}]}}}\n",
  "c.yaml": "nameReference: [{kind: N, fieldSpecs: [{path: spec/N/N, kind: N}, {path: N, kind: N}]}]\n" +
    "varReference: [{path: spec/N/N, kind: N}]\nnamePrefix: [{path: N, kind: N}]\n",
  "o.json": '{"definitions": {"N": {"type": "object", "properties": {"spec": {"$ref": "#/definitions/NS"}, "N": {}}, ' +
    '"x-kubernetes-group-version-kind": [{"group": "N", "kind": "N", "version": "v1"}]}, "NS": {"properties": ' +
    '{"containers": {"type": "array", "items": {"$ref": "#/definitions/N"}, "x-kubernetes-patch-merge-key": "name", ' +
    '"x-kubernetes-patch-strategy": "merge"}}}}}',
  "crd.json": '{"N/v1.N": {"Schema": {"properties": {"spec": {"$ref": "N/v1.NS"}, "N": {"type": "string", ' +
    '"x-kubernetes-identity": true}}}}, "N/v1.NS": {"Schema": {"properties": {"N": {"x-kubernetes-object-ref-kind": ' +
    '"N", "x-kubernetes-object-ref-api-version": "v1", "x-kubernetes-object-ref-name-key": "N"}}}}}',
};

/** Exit code, output and edited file of a command, with the name `N` in its words and files. */
async function outcome(words: readonly string[], field: string, name: string, folder: string): Promise<string[]> {
  const files = {
    ...Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`/w/b/${path}`, text])),
    "/w/b/kustomization.yaml": `resources: [r.yaml]\n${field}\n`,
    "/w/m.yaml": FILES["r.yaml"].replace("replicas: 2", "replicas: 9"),
    "/w/baseline": '{"kind": "LintBaseline", "N": 1, "findings": [{"fingerprint": "N"}]}',
    "/w/list": "b/N\nN\n",
  };
  const named = (text: string) => text.replace(/N(?!ame)/g, name);
  const tree = new MemoryFileSystem(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, named(text)])),
    folder,
  );
  const host = new MemoryHost(tree);
  const exit = await run(words.map(named), host);
  return [String(exit), host.stdout, host.stderr, tree.readText("/w/b/kustomization.yaml")];
}

/** Without what the letters of a name change: hashes, the order of lines, suggestions, and how lines are cut. */
function comparable(texts: string[]): string[] {
  return texts.map((text) =>
    text.replace(/-[a-z0-9]{10}\b|"[0-9a-f]{32}"/g, "").split("\n")
      .filter((line) => !/^(hint: did you|note:| *\d* *\|)/.test(line)).sort().join("\n")
  );
}

async function check(words: readonly string[], field = "", folder = "/w"): Promise<void> {
  for (const [name, other] of NAMES) {
    const [found, expected] = [await outcome(words, field, name, folder), await outcome(words, field, other, folder)];
    const renamed = expected.map((text) => text.replaceAll(other, name));
    assertEquals(comparable(found), comparable(renamed), `${name}: ${words.join(" ")}\n${field}`);
    assertEquals(found[2]!.includes("internal error"), false, found[2]);
  }
}

Deno.test("names that every object has mean nothing in fields and files", async () => {
  for (const field of FIELDS) {
    for (const words of [["build", "b", "--enable-helm"], ["lint", "b", "--format", "json"]]) await check(words, field);
    await check(["edit", "fix"], field, "/w/b");
  }
});

Deno.test("names that every object has mean nothing on the command line", async () => {
  for (const words of COMMANDS) await check(words);
  for (const words of EDITS) for (const field of FIELDS.slice(1, 5)) await check(words, field, "/w/b");
});
