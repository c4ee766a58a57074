import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { readResources } from "../../model/read/read_resources.ts";
import { Mapping, Scalar, Sequence } from "../../yaml/tree/node.ts";
import { EMPTIED } from "../../merge/field_walk.ts";
import { nodeText } from "./node_text.ts";
import { TextFacts } from "./text_facts.ts";

/** The second document, whose lines are counted from its start. */
const TEXT =
  "---\nkind: A\nmetadata: {name: a}\n---\n# Above.\nkind: 'B' # beside\nmetadata: {name: é, n: 1}\nlist:\n- |\n  x\n";

function second(text: string): Mapping {
  return readResources(new Source("r.yaml", text))[1]!.node;
}

/** Kind, style, tag, value, line and column of each node. */
function shownNodes(text: string): string[] {
  const shown: string[] = [];
  JSON.parse(text, (_, node) => {
    if (node?.Kind !== undefined) {
      shown.push([node.Kind, node.Style, node.Tag, node.Value, node.Line, node.Column].join(" "));
    }
    return node;
  });
  return shown;
}

Deno.test("nodes have the places, styles and tags of their document", () => {
  assertEquals(shownNodes(nodeText(second(TEXT), new TextFacts())), [
    "8 0 !!str kind 2 1",
    "8 4 !!str B 2 7",
    "8 0 !!str metadata 3 1",
    "8 0 !!str name 3 12",
    "8 0 !!str é 3 18",
    "8 0 !!str n 3 21",
    "8 0 !!int 1 3 24",
    "4 32 !!map  3 11",
    "8 0 !!str list 4 1",
    "8 8 !!str x\n 5 3",
    "2 0 !!seq  5 1",
    "4 0 !!map  2 1",
  ]);
});

Deno.test("comments belong to the nodes that go-yaml gives them to", () => {
  const text = nodeText(second(TEXT), new TextFacts());
  assertEquals(text.includes(`"HeadComment":"# Above.","LineComment":"","FootComment":"","Line":2,"Column":1}`), true);
  assertEquals(
    text.includes(`"Value":"B","Anchor":"","Alias":null,"Content":null,"HeadComment":"","LineComment":"# beside"`),
    true,
  );
});

Deno.test("made nodes have no place, and the tag that they were made with", () => {
  const node = second(TEXT);
  node.entries = [{ key: new Scalar("made"), value: new Scalar("x", "single", "!!str") }];
  assertEquals(shownNodes(nodeText(node, new TextFacts())), ["8 0  made 0 0", "8 4 !!str x 0 0", "4 0 !!map  2 1"]);
});

Deno.test("a scalar keeps whether it had a tag", () => {
  const node = second("kind: A\nmetadata: {name: a}\n---\nkind: B\nmetadata: {name: b}\na: !t x\nb: x\n");
  const [a, b] = node.entries.slice(2).map(({ value }) => value);
  const lines = shownNodes(nodeText(node, new TextFacts([[a!, b!], [b!, a!]]))).filter((line) => line.includes(" x "));
  assertEquals(lines, ["8 0 !t x 3 4", "8 1 !!str x 4 4"]);
});

Deno.test("a collection that lost its content is empty, one that is written so is null", () => {
  const node = second("kind: A\nmetadata: {name: a}\n---\nkind: B\nmetadata: {name: b}\na: { }\nb: [x]\n");
  const list = node.get("b");
  if (list?.kind === "sequence") list.items = [];
  assertEquals(
    nodeText(node, new TextFacts()).match(
      /"Content":(?:null|\[\]),"HeadComment":"","LineComment":"","FootComment":"","Line":[34]/g,
    ),
    [
      `"Content":null,"HeadComment":"","LineComment":"","FootComment":"","Line":3`,
      `"Content":null,"HeadComment":"","LineComment":"","FootComment":"","Line":3`,
      `"Content":null,"HeadComment":"","LineComment":"","FootComment":"","Line":4`,
      `"Content":[],"HeadComment":"","LineComment":"","FootComment":"","Line":4`,
    ],
  );
});

Deno.test("a node is at its tag or anchor, and an alias is the node that it stands for", () => {
  const text = "a: {b: &x 1}\nc: *x\nd: !t &y\n  # c\n  - x\n? &k k\n: ! 7";
  const node = second(`kind: A\nmetadata: {name: a}\n---\nkind: B\nmetadata: {name: b}\n${text}\n`);
  node.entries.splice(0, 2);
  assertEquals(shownNodes(nodeText(node, new TextFacts())), [
    ...["8 0 !!str a 3 1", "8 0 !!str b 3 5", "8 0 !!int 1 3 8", "4 32 !!map  3 4"],
    ...["8 0 !!str c 4 1", "8 0 !!int 1 3 8"],
    ...["8 0 !!str d 5 1", "8 0 !!str x 7 5", "2 1 !t  5 4"],
    ...["8 0 !!str k 8 3", "8 0 !!int 7 9 3", "4 0 !!map  1 1"],
  ]);
});

Deno.test("a null that has become a list has no tag, and one that has become a mapping has one", () => {
  const node = second("kind: A\nmetadata: {name: a}\n---\nkind: B\nmetadata: {name: b}\na:\nb: null\n");
  const [a, b] = node.entries.slice(2).map(({ value: { source, start } }) => [source, start] as const);
  node.entries = [new Sequence([], ...a!), new Mapping([], ...b!)].map((value) => ({ key: new Scalar("k"), value }));
  assertEquals(shownNodes(nodeText(node, new TextFacts())).filter((line) => !line.startsWith("8")), [
    ...["2 0   3 3", "4 0 !!map null 4 4", "4 0 !!map  1 1"],
  ]);
});

Deno.test("a made mapping that lost its content differs from one that never had any", () => {
  const node = second(TEXT);
  const [data, emptied] = [new Mapping(), new Mapping()];
  emptied.start = EMPTIED;
  node.entries = [data, emptied].map((value) => ({ key: new Scalar("k"), value }));
  const contents = [...nodeText(node, new TextFacts()).matchAll(/"Kind":4,[^{]*?"Content":(null|\[\])/g)];
  assertEquals(contents.map(([, content]) => content), ["null", "[]"]);
});
