import { assertEquals, assertStringIncludes } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { KubernetesSchema } from "../../schema/kubernetes.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { printCommented } from "../../yaml/write/print_styled.ts";
import type { Item } from "../pipeline.ts";
import { readStream } from "../read_stream.ts";
import { likeInput } from "./copy_comments.ts";

function document(text: string) {
  return readStream(new Source("a.yaml", text), { unwraps: false }).items[0]!;
}

/** The only item of a list. */
function item(text: string, above = "") {
  const list = `kind: ResourceList\nitems:\n${above}- ${text.replaceAll("\n", "\n  ")}\n`;
  return readStream(new Source("list.yaml", list), { unwraps: true }).items[0]!;
}

/** What becomes of a function's output. */
function after(from: string, to: string): string {
  return printCommented(likeInput(document(from), item(to), new KubernetesSchema()));
}

type Case = [from: string, to: string, after: string];

function check(cases: readonly Case[], wrap: (text: string) => string = (text) => text): void {
  for (const [from, to, expected] of cases) {
    const texts = [from, to, expected].map((text) => `${wrap(text.trimEnd())}\n`);
    assertEquals(after(texts[0]!, texts[1]!), texts[2], `${from} ${to}`);
  }
}

Deno.test("comments stay with fields of the same name, unless these have their own", () => {
  check([
    ["a: 1 # a\n# of b\nb: 2\nc: 3 # c", "b: 3\nnew: 4\na: 2", "a: 2 # a\n# of b\nb: 3\nnew: 4"],
    ["# of a\na: 1 # a", "# own\na: 1", "# own\na: 1 # a"],
    ["# of a\na: 1 # a", "a: 1 # own", "# of a\na: 1 # own"],
    ["a: 1\n# below\n\nb: 1", "a: 1\nb: 1", "a: 1\n# below\n\nb: 1"],
    ["a: 1\n# below\n\nb: 1", "a: 1\n# own\n\nb: 1", "a: 1\n# own\n\nb: 1"],
    ["m: # m\n  a: 1 # a", "m: {b: 2, a: 3}", "m: {a: 3, # a\n  b: 2}"],
    ["m: {a: 1} # m", "m:\n  a: 1", "m:\n  a: 1"],
    ["a: 1 # first\na: 2 # second", "a: 1", "a: 1 # first"],
    ["a: # a\nb: 1 # b\nc: # c", "a: {x: 1}\nb:\nc: 1 # own", "a: {x: 1}\nb: # b\nc: 1 # own"],
    ["a: > # a\n  text\nb: >\n  text", "a: >\n  text\nb: >\n  text", 'a: "text\\n" # a\nb: "text\\n"'],
    ["a: | # a\n  text", "a: |\n  text", "a: | # a\n  text"],
    ["a: b # a", "? >-\n  a\n: b", '"a": b # a'],
  ]);
});

Deno.test("comments stay with items of the same text and place", () => {
  check([
    ["l: # l\n- a # a\n# above\n- b # b\n- c # c", "l:\n- a\n- c\n- c\n- d", "l: # l\n- a # a\n- c\n- c # c\n- d"],
    ["l:\n- a\n- b # b", "l: [a]", "l: [a]"],
    ["l: [a, b] # l", "l:\n- a\n- b", "l:\n- a\n- b"],
    [
      "l:\n- a: 1 # a\n  b: [x] # b\n# second\n- # own\n  c: 1",
      "l:\n- b: [x]\n  a: 2\n- c: 1",
      "l:\n- a: 2 # a\n  b: [x] # b\n# second\n# own\n- c: 1",
    ],
    [
      "l:\n- # null\n- '' # empty\n- null # named",
      "l:\n- ''\n-\n- null",
      "l:\n- ''\n# null\n- # empty\n- null # named",
    ],
    ["l:\n- - a # a\n  - b", "l:\n- - a\n  - c", "l:\n- - a # a\n  - c"],
    [
      "l:\n- name: a # a\n- name: b # b",
      "l:\n- name: x\n- name: y\n- name: b",
      "l:\n- name: x # a\n- name: y # b\n- name: b",
    ],
  ]);
});

Deno.test("comments stay with items of the same merge keys, if the kind of either resource is known", () => {
  const containers = (text: string) =>
    `spec:\n  template:\n    spec:\n      containers:\n${text.replaceAll(/^/gm, "      ")}`;
  const head = "apiVersion: apps/v1\nkind: Deployment\n";
  check([
    ["- name: a # a", "- image: i\n- name: a", "- image: i\n- name: a # a"],
    [
      "- name: a # a\n  image: i # i\n- name: b # b",
      "- name: x\n- name: y\n- image: j\n  name: a\n- name: b",
      "- name: x # a\n- name: y # b\n- image: j # i\n  name: a # a\n- name: b # b",
    ],
    [
      "- name: a\n- name: a # second",
      "- name: x\n- name: y\n- name: a\n- name: a",
      "- name: x\n- name: y # second\n- name: a\n- name: a",
    ],
    ["- image: a # a", "- name: x\n- image: a", "- name: x\n- image: a"],
    ["- name: # a\n  image: i # i", "- name: x\n- name:\n  image: j", "- name: x # a\n- name: # a\n  image: j # i"],
    [
      "- name: a\n  ports:\n  - containerPort: 1 # tcp\n    protocol: TCP\n  - containerPort: 1 # udp\n    protocol: UDP",
      "- name: x\n- name: a\n  ports:\n  - containerPort: 2\n  - containerPort: 3\n  - containerPort: 1\n    protocol: UDP\n  - containerPort: 1\n    protocol: TCP",
      "- name: x\n- name: a\n  ports:\n  - containerPort: 2 # tcp\n  - containerPort: 3 # udp\n  - containerPort: 1 # udp\n    protocol: UDP\n  - containerPort: 1 # tcp\n    protocol: TCP",
    ],
    [
      "- name: a\n  ports:\n  - name: x # x\n  - protocol: TCP # tcp",
      "- name: x\n- name: a\n  ports:\n  - containerPort: 2\n  - containerPort: 3\n  - name: x\n  - protocol: TCP",
      "- name: x\n- name: a\n  ports:\n  - containerPort: 2\n  - containerPort: 3\n  - name: x\n  - protocol: TCP # tcp",
    ],
  ], (text) => head + containers(text));
  const [from, to] = [containers("- name: a # a"), containers("- image: i\n- name: a")];
  const kinds = ["", "kind: Deployment\n", "apiVersion: apps/v1\n"];
  for (const other of kinds) {
    assertEquals(after(`${head}${from}\n`, `${other}${to}\n`).endsWith("- name: a # a\n"), true, other);
    assertEquals(after(`${other}${from}\n`, `${head}${to}\n`).includes("- name: a # a\n"), true, other);
    assertEquals(after(`${other}${from}\n`, `${other}${to}\n`).includes("# a\n"), false, other);
  }
});

Deno.test("a comment above the first field of an item is above the item", () => {
  check([
    ["l:\n# first\n- a: 1\n  # second\n  b: 2", "l:\n- b: 2\n  a: 1", "l:\n# first\n- a: 1\n  # second\n  b: 2"],
    ["l:\n# first\n- a: 1\n  # second\n  b: 2", "l:\n- b: 2", "l:\n# first\n# second\n- b: 2"],
    ["l:\n- a: 1\n  # second\n  b: 2", "l:\n- b: 2", "l:\n# second\n- # second\n  b: 2"],
    ["l:\n- a: 1\n  # second\n  b: 2", "l:\n- # own\n  b: 2", "l:\n# own\n- # own\n  b: 2"],
    [
      "l:\n-\n  # deep\n  - x\n- {}\n- []\n- s\n- {a: 1}",
      "l:\n- - x\n- {}\n- []\n- s\n- {a: 1}",
      "l:\n# deep\n- # deep\n  - x\n- {}\n- []\n- s\n- {a: 1}",
    ],
    [
      "m:\n  n:\n    l:\n    - a: 1\n      # b\n      b: 2",
      "m: {n: {l: [{b: 2}]}}",
      "m: {n: {l: [\n      # b\n      {\n        # b\n        b: 2}]}}",
    ],
    ["l:\n- - a: 1\n    # b\n    b: 2", "l:\n- - b: 2", "l:\n- - # b\n    b: 2"],
    ["l:\n- a: 1\n  # b\n  b:\n    c: 1", "l:\n- b: {c: 1}", "l:\n# b\n- # b\n  b: {c: 1}"],
  ]);
});

Deno.test("fields keep their order, and new ones are last", () => {
  check([
    [
      "b: 1\na: 2\nc: {z: 1, y: [{q: 1, p: 2}]}",
      "a: 2\nnew: 3\nc: {y: [{p: 2, q: 1}, {q: 1, p: 2}], z: 1}\nb: 1\nother: 4",
      "b: 1\na: 2\nc: {z: 1, y: [{q: 1, p: 2}, {q: 1, p: 2}]}\nnew: 3\nother: 4",
    ],
    [
      "c: {z: 1, y: 2}\nl: [{z: 1, y: 2}]\nm: [1]\nn:\ns: x",
      "c:\nl: [1]\nm: [{b: 1, a: 1}]\nn: {b: 1, a: 1}\ns: y",
      "c:\nl: [1]\nm: [{b: 1, a: 1}]\nn: {b: 1, a: 1}\ns: y",
    ],
    [
      "l: [[{b: 1, a: 2}], x]\ne: [{b: 1}, {d: 1, c: 1}]",
      "l: [[{a: 2, b: 1}]]\ne: [{b: 2}, {c: 1, d: 1}]",
      "l: [[{b: 1, a: 2}]]\ne: [{b: 2}, {d: 1, c: 1}]",
    ],
  ]);
});

Deno.test("comments around a document stay around an item, but are lost with a document", () => {
  const from = "# head\n\n# of a\na: 1 # a\n# below\nb: 1\n\n# foot\n";
  const once = (before: Item, made: Item) => likeInput(before, made, new KubernetesSchema());
  const like = (before: Item, made: Item) => printCommented(once(before, made));
  const inner = "# of a\na: 2 # a\n# below\nb: 2\n";
  assertEquals(like(document(from), item("a: 2\nb: 2")), `# head\n${inner}\n# foot\n`);
  assertEquals(like(once(document(from), item("b: 2\na: 2")), item("a: 2\nb: 2")), `# head\n${inner}\n# foot\n`);
  assertEquals(like(document(from), document("a: 2\nb: 2\n")), inner);
  assertEquals(
    like(document(from), document("# own\n\n# own of a\na: 2\nb: 2\n\n# own foot\n")),
    inner.replace("of", "own of"),
  );
  assertEquals(like(item("a: 1 # a", "# head\n"), item("a: 2")), "# head\na: 2 # a\n");
  assertEquals(like(item("a: 1 # a", "# head\n"), document("a: 2\n")), "a: 2 # a\n");
});

Deno.test("a value may become null, but no other kind of node", () => {
  const kinds: Record<string, string> = { "{a: 1}": "mapping", "[1]": "list" };
  const texts = ["1", ...Object.keys(kinds)];
  const messageOf = (from: string, to: string) =>
    from === "1"
      ? `before the function, this would have to be a ${kinds[to]}`
      : `after the function, this must be a ${kinds[from]}`;
  for (const from of texts) {
    assertEquals(after(`a: ${from} # a\n`, "a: null\n"), "a: null # a\n");
    for (const to of texts) {
      const run = () => after(`a: ${from}\n`, `a: ${to}\n`);
      if (from === to) assertEquals(run(), `a: ${to}\n`);
      else assertStringIncludes(diagnosticOf("wrong-type", run).message, messageOf(from, to));
    }
  }
});
