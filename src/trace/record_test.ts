import { assertEquals } from "@std/assert";
import { Random } from "../../scripts/fuzz/random.ts";
import { Source } from "../diagnostics/source.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { type Node, Scalar, Sequence } from "../yaml/tree/node.ts";
import { contentOf, type Field } from "./field.ts";
import { FieldRecorder } from "./record.ts";

/** A definition whose schema is read on demand. */
function definition(type: string): Node {
  const text = `schema:\n  openAPIV3Schema:\n    properties:\n      a:\n        type: ${type}\nx: 1\n`;
  return parseDocument(new Source("crd.yaml", text))!;
}

function fieldAt(field: Field, ...keys: string[]): Field | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return field;
  const content = contentOf(field);
  const inner = content.kind === "mapping" ? content.fields.get(key) : undefined;
  return inner && fieldAt(inner, ...rest);
}

Deno.test("a schema that is read on demand has a new writer only if its text changes", () => {
  const field = new FieldRecorder({ kind: "load" }).record(definition("string"));
  const writers = (...keys: string[]) => fieldAt(field, ...keys)?.writers.map(({ step }) => step.kind);
  new FieldRecorder({ kind: "same" }).update(field, definition("string"));
  assertEquals([writers("schema"), writers("x")], [["load"], ["load"]]);
  new FieldRecorder({ kind: "other" }).update(field, definition("integer"));
  assertEquals([writers("schema", "openAPIV3Schema")?.at(-1), writers("x")], ["other", ["load"]]);
});

Deno.test("a changed value has the place of its node, unless that was overwritten in place", () => {
  const node = (name: string, text = "a") => parseDocument(new Source(name, text))!;
  const placeAfter = (change: (old: Node) => Node) => {
    const old = node("old.yaml");
    const field = new FieldRecorder({ kind: "load" }).record(old);
    new FieldRecorder({ kind: "step" }).update(field, change(old));
    const place = field.writers.at(-1)?.place;
    return place && [place.source.name, place.offset];
  };
  assertEquals(placeAfter(() => node("new.yaml", "b")), ["new.yaml", 0]);
  const inPlace = placeAfter((old) => {
    if (old.kind === "scalar") old.value = "b";
    return old;
  });
  assertEquals(inPlace, undefined);
  const elsewhere = placeAfter((old) => {
    const list = parseDocument(new Source("old.yaml", "[b]"))!;
    const [item] = list.kind === "sequence" ? list.items : [];
    item!.source = old.source;
    return item!;
  });
  assertEquals(elsewhere, ["old.yaml", 1]);
});

/** A value in flow style. */
function value(random: Random, depth: number): string {
  const kind = depth === 0 ? 0 : random.int(0, 4);
  const items = () => Array.from({ length: random.int(0, 3) }, () => value(random, depth - 1));
  if (kind <= 1) return ["a", "b", "1", "'1'"][random.int(0, 3)]!;
  if (kind === 2) return `[${items().join(", ")}]`;
  if (kind === 3) {
    return `[${items().map((item, index) => `{name: n${random.int(0, 2)}${index}, v: ${item}}`).join(", ")}]`;
  }
  return `{${items().map((item, index) => `${"xyz"[(index + random.int(0, 1)) % 3]}${index}: ${item}`).join(", ")}}`;
}

/** What the fields hold, with the number of steps that wrote each. */
function held(field: Field, withWriters: boolean): unknown {
  const content = contentOf(field);
  const inner = content.kind === "mapping"
    ? [...content.fields].map(([key, one]) => [key, held(one, withWriters)]).sort()
    : content.kind === "sequence"
    ? content.items.map((one) => held(one, withWriters))
    : [content.value, content.tag];
  return [content.kind, inner, ...withWriters ? [field.writers.length] : []];
}

Deno.test("after an update, fields hold what the node does, and a step that changes nothing wrote nothing", () => {
  const random = new Random(5);
  for (let round = 0; round < 300; round++) {
    const [before, after] = [value(random, 3), value(random, 3)];
    const node = (text: string) => parseDocument(new Source("r.yaml", `top: ${text}\n`))!;
    const field = new FieldRecorder({ kind: "load" }).record(node(before));
    const first = held(field, true);
    new FieldRecorder({ kind: "same" }).update(field, node(before));
    assertEquals(held(field, true), first, before);
    new FieldRecorder({ kind: "other" }).update(field, node(after));
    const fresh = new FieldRecorder({ kind: "load" }).record(node(after));
    assertEquals(held(field, false), held(fresh, false), `${before} to ${after}`);
  }
});

Deno.test("an item whose name has changed keeps the writers of its other fields", () => {
  const list = parseDocument(new Source("r.yaml", "[{name: a, x: 1}, {name: b, x: 2}, {name: c, x: 3}]"))!;
  const field = new FieldRecorder({ kind: "load" }).record(list);
  const [first, second] = list.kind === "sequence" ? list.items : [];
  for (const item of [first, second]) if (item?.kind === "mapping") item.set("name", new Scalar("new"));
  if (second?.kind === "mapping") second.set("name", new Scalar("newer"));
  new FieldRecorder({ kind: "step" }).update(field, list);
  const content = contentOf(field);
  const writers = content.kind === "sequence" ? content.items.map((item) => writersOf(item)) : [];
  assertEquals(writers, [["load step", "load"], ["load step", "load"], ["load", "load"]]);
});

function writersOf(item: Field): (string | undefined)[] {
  return ["name", "x"].map((key) => fieldAt(item, key)?.writers.map(({ step }) => step.kind).join(" "));
}

Deno.test("items that have only moved keep their writers, and a changed one has a new writer", () => {
  const recorded = (before: string, after: (node: Sequence) => Node[]) => {
    const node = parseDocument(new Source("r.yaml", before))!;
    if (node.kind !== "sequence") throw new Error("no list");
    const field = new FieldRecorder({ kind: "load" }).record(node);
    new FieldRecorder({ kind: "step" }).update(field, new Sequence(after(node)));
    const content = contentOf(field);
    return content.kind === "sequence" ? content.items.map((item) => JSON.stringify(held(item, true))) : [];
  };
  for (
    const list of ["[a, b]", "[{name: a, v: 1}, {name: b, v: 2}]", "[{v: 1}, {v: 2}]", "[[a], [b]]", "[{name: {}}, x]"]
  ) {
    const same = recorded(list, ({ items }) => [...items]);
    assertEquals(recorded(list, ({ items }) => items.toReversed()), same.toReversed(), list);
    assertEquals(recorded(list, ({ items }) => [items[1]!]), [same[1]], list);
  }
  const changed = recorded("[{name: a, v: 1}, {name: b, v: 2}]", () => {
    const other = parseDocument(new Source("p.yaml", "[{name: b, v: 3}, {name: a, v: 1}]"))!;
    return other.kind === "sequence" ? other.items : [];
  });
  // Only one value has a second writer.
  assertEquals(changed.map((text) => text.includes(",2]")), [true, false]);
});
