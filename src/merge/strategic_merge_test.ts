import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { createSchema } from "../schema/build_schema.ts";
import { Mapping, type Node, Scalar } from "../yaml/tree/node.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { print } from "../yaml/write/print.ts";
import { strategicMerge } from "./strategic_merge.ts";
import { threadMs } from "../testing/thread_time.ts";

/** Merges a patch into the pod spec of a Deployment. Returns that spec, or "deleted". */
function mergePod(target: string, patch: string): string {
  const wrap = (spec: string) => `{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: ${spec}}}}`;
  const node = merged(wrap(target), wrap(patch));
  if (node === undefined) return "deleted";
  let spec: Node | undefined = node;
  for (const step of ["spec", "template", "spec"]) spec = spec instanceof Mapping ? spec.get(step) : undefined;
  return spec === undefined ? "no spec" : print(spec);
}

/** Merges two mappings without a schema. */
function merge(target: string, patch: string): string {
  const node = merged(target, patch);
  return node === undefined ? "deleted" : print(node);
}

function merged(target: string, patch: string): Mapping | undefined {
  const node = mapping(target);
  return strategicMerge(node, mapping(patch), createSchema()) ? node : undefined;
}

function mapping(text: string): Mapping {
  const node = parseDocument(new Source("text", text), { uniqueKeys: false });
  if (!(node instanceof Mapping)) throw new Error("no mapping");
  return node;
}

function assertFails(run: () => unknown, code: string, message: string): void {
  const { diagnostic } = assertThrows(run, KustError);
  assertEquals(diagnostic.code, code);
  assertEquals(diagnostic.message, message);
}

Deno.test("strategicMerge() merges mappings and replaces scalars", () => {
  assertEquals(merge("{a: 1, b: {c: 2}}", "{b: {d: 3}, e: x}"), "a: 1\nb:\n  c: 2\n  d: 3\ne: x\n");
  assertEquals(merge("a: 1", "a: 2"), "a: 2\n");
});

Deno.test("strategicMerge() deletes fields that are null, also inside added ones", () => {
  assertEquals(merge("{a: 1, b: 2}", "a: null"), "b: 2\n");
  assertEquals(merge("{a: {b: 1}}", "a: null"), "{}\n");
  assertEquals(merge("a: 1", "b: {c: null, d: 1}"), "a: 1\nb:\n  d: 1\n");
});

Deno.test("strategicMerge() drops keys of the target without any value, and keeps explicit nulls", () => {
  assertEquals(merge("a:\nb: null\nc: ~\n", "d: 1"), "b: null\nc: null\nd: 1\n");
});

Deno.test("strategicMerge() keeps the style of overwritten values", () => {
  assertEquals(merge('a: "80"', "a: 81"), 'a: "81"\n');
  assertEquals(merge("a: 80", 'a: "81"'), 'a: "81"\n');
  assertEquals(merge("a: yes", "a: 5"), "a: 5\n");
});

Deno.test("strategicMerge() also quotes ambiguous texts that the patch does not name", () => {
  const node = mapping("a: yes");
  strategicMerge(node, mapping("b: 1"), createSchema());
  strategicMerge(node, mapping("a: 5"), createSchema());
  assertEquals(print(node), 'a: "5"\nb: 1\n');
});

Deno.test("strategicMerge() treats generated scalars without a tag as text", () => {
  const node = mapping("{}");
  node.set("a", new Scalar("7"));
  assertEquals(print(node), "a: 7\n");
  strategicMerge(node, mapping("b: 1"), createSchema());
  assertEquals(print(node), 'a: "7"\nb: 1\n');
});

Deno.test("strategicMerge() replaces lists that no schema describes, directives included", () => {
  assertEquals(
    merge("a: [{name: x}, {name: y}]", "a: [{name: x, $patch: delete}]"),
    "a:\n- $patch: delete\n  name: x\n",
  );
});

Deno.test("strategicMerge() obeys $patch in mappings", () => {
  assertEquals(merge("a: {b: 1}", "a: {$patch: delete}"), "{}\n");
  assertEquals(merge("a: {b: 1}", "a: {$patch: replace, c: 2}"), "a:\n  c: 2\n");
  assertEquals(merge("a: {b: 1}", "a: {$patch: merge, c: 2}"), "a:\n  b: 1\n  c: 2\n");
  assertEquals(merge("a: {b: 1}", "$patch: delete"), "deleted");
  assertEquals(merge("a: 1", "b: {$patch: delete, c: 1}"), "a: 1\n");
});

Deno.test("strategicMerge() puts the elements of the patch first", () => {
  assertEquals(
    mergePod("{containers: [{name: a, image: i}, {name: b}]}", "{containers: [{name: c}, {name: b, image: j}]}"),
    "containers:\n- name: c\n- image: j\n  name: b\n- image: i\n  name: a\n",
  );
});

Deno.test("strategicMerge() obeys $patch in elements and lists", () => {
  const target = "{containers: [{name: a, image: i}, {name: b}]}";
  assertEquals(mergePod(target, "{containers: [{name: a, $patch: delete}]}"), "containers:\n- name: b\n");
  assertEquals(mergePod(target, "{containers: [{name: c}, {$patch: replace}]}"), "containers:\n- name: c\n");
  assertEquals(mergePod(target, "{containers: [{$patch: delete}]}"), "{}\n");
  // kustomize restores an element whose patch says `replace`.
  assertEquals(
    mergePod(target, "{containers: [{name: a, image: j, $patch: replace}]}"),
    "containers:\n- image: i\n  name: a\n- name: b\n",
  );
});

Deno.test("strategicMerge() distinguishes elements by all their merge keys", () => {
  const ports = (list: string) => `{containers: [{name: a, ports: ${list}}]}`;
  const printed = (list: string) => `containers:\n- name: a\n  ports:\n${list}`;
  assertEquals(
    mergePod(
      ports("[{containerPort: 80, protocol: TCP}, {containerPort: 80, protocol: UDP}]"),
      ports("[{containerPort: 80, protocol: UDP, name: u}]"),
    ),
    printed("  - containerPort: 80\n    protocol: TCP\n  - containerPort: 80\n    name: u\n    protocol: UDP\n"),
  );
  // A key that no element has is ignored.
  assertEquals(
    mergePod(ports("[{containerPort: 80}]"), ports("[{containerPort: 80, name: x}]")),
    printed("  - containerPort: 80\n    name: x\n"),
  );
});

Deno.test("strategicMerge() has the same strange results as kustomize for irregular lists", () => {
  // An element without the key displaces those that have it.
  assertEquals(
    mergePod("{containers: [{name: a}, {image: i}]}", "{containers: [{name: b}]}"),
    "containers:\n- image: i\n",
  );
  // The last of two elements with the same key stays, unpatched.
  assertEquals(
    mergePod("{containers: [{name: a, image: i}, {name: a, image: j}]}", "{containers: [{name: a, tty: true}]}"),
    "containers:\n- image: j\n  name: a\n",
  );
  assertEquals(
    mergePod("{containers: [{name: a}, null, {}]}", "{containers: [{name: a, tty: true}]}"),
    "containers:\n- name: a\n  tty: true\n",
  );
});

Deno.test("strategicMerge() merges sets of scalars", () => {
  const wrap = (list: string) => `{apiVersion: v1, kind: ConfigMap, metadata: {finalizers: ${list}}}`;
  assertEquals(
    merge(wrap("[a, b]"), wrap("[c, a]")),
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  finalizers:\n  - c\n  - a\n  - b\n",
  );
  assertFails(
    () => merge(wrap("[a]"), wrap("[{x: 1}]")),
    "wrong-type",
    "an element of a merged list must be a single value, but is a mapping",
  );
  const pod = (list: string) => `{apiVersion: v1, kind: Pod, spec: {containers: ${list}}}`;
  assertFails(
    () => merge(pod("[text]"), pod("[{name: a}]")),
    "wrong-type",
    "an element of a merged list must be a mapping, but is the string 'text'",
  );
});

Deno.test("strategicMerge() finds the schema of objects inside fields without a schema", () => {
  const wrap = (list: string) => `{template: {apiVersion: v1, kind: Pod, spec: {containers: ${list}}}}`;
  assertEquals(
    merge(wrap("[{name: a}]"), wrap("[{name: b}]")),
    "template:\n  apiVersion: v1\n  kind: Pod\n  spec:\n    containers:\n    - name: b\n    - name: a\n",
  );
});

Deno.test("strategicMerge() fails on values of different kinds, with both places", () => {
  const run = () => merge("a: {b: [1]}", "a: {b: {c: 1}}");
  assertFails(run, "wrong-type", "the patch has a mapping for a.b, which is a list");
  const { diagnostic } = assertThrows(run, KustError);
  assertEquals([diagnostic.place?.offset, diagnostic.notes?.[0]?.place?.offset], [7, 7]);
});

Deno.test("strategicMerge() fails on unknown directives, except in added mappings", () => {
  assertFails(() => merge("a: {b: 1}", "a: {$patch: remove}"), "invalid-patch", "unknown $patch directive 'remove'");
  assertEquals(merge("{}", "a: {$patch: remove}"), "a:\n  $patch: remove\n");
});

Deno.test("strategicMerge() fails on empty keys", () => {
  assertFails(() => merge('a: {"": 1}', "b: 1"), "invalid-patch", "a has an empty key, which cannot be merged");
});

Deno.test("strategicMerge() takes linear time for long lists", () => {
  const list = "[" + Array.from({ length: 50_000 }, (_, index) => `{name: n${index}}`).join(", ") + "]";
  const target = mapping(`{apiVersion: v1, kind: ServiceAccount, secrets: ${list}}`);
  const patch = mapping(`{secrets: ${list}}`);
  const start = threadMs();
  strategicMerge(target, patch, createSchema());
  // This takes half a second; looking at every pair would take a minute.
  assertEquals(threadMs() - start < 10_000, true);
});

/** Target and patch as pod specs, and kyaml v0.21.3's result. */
const IRREGULAR: [string, string, string][] = [
  ["{volumes: [{name: null}, {name: 80}]}", "{}", "volumes: []\n"],
  ["{}", "{volumes: []}", "volumes: []\n"],
  ["{volumes: []}", "{}", "volumes: []\n"],
  ["{imagePullSecrets: [{name: 80, x: ''}, {name: !!null ''}]}", "{}", 'imagePullSecrets:\n- name: 80\n  x: ""\n'],
  ["{imagePullSecrets: [{name: 1}, {}]}", "{}", "imagePullSecrets:\n- name: 1\n"],
  ["{nodeSelector: {b: x, b: y}}", "{nodeSelector: {b: ~, a: b}}", 'nodeSelector:\n  a: b\n  b: "y"\n'],
  [
    "{imagePullSecrets: null}",
    "{imagePullSecrets: [{name: b}, {name: b, x: ''}]}",
    'imagePullSecrets:\n- name: b\n  x: ""\n',
  ],
  [
    "{topologySpreadConstraints: [{topologyKey: b, whenUnsatisfiable: null}, {topologyKey: '', whenUnsatisfiable: 1}]}",
    "{}",
    'topologySpreadConstraints:\n- topologyKey: b\n  whenUnsatisfiable: null\n- topologyKey: ""\n  whenUnsatisfiable: 1\n',
  ],
  [
    "{topologySpreadConstraints: [{whenUnsatisfiable: ''}, {topologyKey: !!null '', whenUnsatisfiable: 80, maxSkew: yes}, {topologyKey: a, whenUnsatisfiable: '', maxSkew: yes}]}",
    "{}",
    'topologySpreadConstraints:\n- maxSkew: "yes"\n  whenUnsatisfiable: 80\n- whenUnsatisfiable: ""\n- whenUnsatisfiable: ""\n- maxSkew: "yes"\n  whenUnsatisfiable: 80\n- maxSkew: "yes"\n  whenUnsatisfiable: 80\n- maxSkew: "yes"\n  topologyKey: a\n  whenUnsatisfiable: ""\n',
  ],
  [
    "{}",
    "{containers: [{name: a, ports: [{containerPort: a, protocol: '', name: !!int 1}, {containerPort: '', $patch: replace}, {containerPort: a, protocol: 0x10}]}]}",
    'containers:\n- name: a\n  ports:\n  - $patch: replace\n    containerPort: ""\n  - containerPort: a\n    protocol: 16\n',
  ],
];

Deno.test("strategicMerge() changes irregular lists and mappings like kyaml", () => {
  for (const [target, patch, expected] of IRREGULAR) assertEquals(mergePod(target, patch), expected, target + patch);
});

/** Target and patch as `finalizers`, a set of strings, and kyaml v0.21.3's result. */
const SETS: [string, string, string][] = [
  ["[{}]", "[]", "[]\n"],
  ["[!!str x]", "[{$patch: replace}, {$patch: delete}, b]", "- b\n"],
  ["[]", "[{a: b}]", "- a: b\n"],
  ["[]", "[{$patch: replace}, '', {$patch: delete}]", "- $patch: delete\n"],
];

Deno.test("strategicMerge() changes irregular sets of strings like kyaml", () => {
  const wrap = (list: string) => `{apiVersion: v1, kind: ConfigMap, metadata: {finalizers: ${list}}}`;
  const finalizers = (target: string, patch: string) => merge(wrap(target), wrap(patch)).split("finalizers:").at(-1);
  for (const [target, patch, expected] of SETS) {
    const indented = expected.startsWith("[") ? ` ${expected}` : `\n${expected}`.replaceAll("\n-", "\n  -");
    assertEquals(finalizers(target, patch), indented, target + patch);
  }
  const message = "an element of a merged list must be a single value, but is a list";
  assertFails(() => finalizers("[[x]]", "[]"), "wrong-type", message);
});

Deno.test("strategicMerge() keeps the quotes of added keys that other text would be read for", () => {
  for (const value of ["b", "[b]", "{c: d}"]) {
    const node = mapping("a: {}");
    strategicMerge(node, mapping(`a: {"0x10": ${value}}`), createSchema());
    const { key } = (node.get("a") as Mapping).entries[0]!;
    assertEquals((key as Scalar).style, "double", value);
  }
});

Deno.test("strategicMerge() gives an empty collection the style of the patch", () => {
  const patch = "a:\n  b:\n  -\n  - x\n";
  assertEquals(merge("a: {}", patch), "a:\n  b:\n  - null\n  - x\n");
  assertEquals(merge("a: {c: 1}", patch), 'a:\n  b:\n  - ""\n  - x\n  c: 1\n');
});

Deno.test("strategicMerge() gives a mapping that replaces another the style of that", () => {
  const patch = "a:\n  $patch: replace\n  b:\n  -\n  - x\n";
  assertEquals(merge("a: {c: 1}", patch), 'a:\n  b:\n  - ""\n  - x\n');
  assertEquals(merge("a:\n  c: 1\n", patch), "a:\n  b:\n  - null\n  - x\n");
});
