import { assertEquals } from "@std/assert";
import { readResources } from "../model/read/read_resources.ts";
import { Source } from "../diagnostics/source.ts";
import type { Node } from "../yaml/tree/node.ts";
import { rewritten } from "./rewritten.ts";

/** Whether the lines of a resource that asks for a hash are known, after a function has returned it. */
function linesAreKnown(annotations: string, rest = ""): boolean {
  const text =
    `kind: A\nmetadata:\n  name: a\n  annotations:\n    kustomize.config.k8s.io/needs-hash: "true"\n${annotations}${rest}`;
  const [resource] = readResources(new Source("output", text));
  return !rewritten(resource!).history.isConverted;
}

Deno.test("rewritten() knows the lines of what kyaml writes, unless they depend on what the function was given", () => {
  assertEquals(linesAreKnown(""), true);
  assertEquals(linesAreKnown("    a: b\n", "# comment\nspec: [1]\n"), true);
  assertEquals(linesAreKnown("    config.kubernetes.io/index: '0'\n"), false);
  assertEquals(linesAreKnown("    internal.config.kubernetes.io/path: a.yaml\n"), false);
  assertEquals(linesAreKnown("", "spec: {a: &a 1, b: *a}\n"), false);
  const list = (kind: string) => {
    const item = { kind: "A", metadata: { name: "a", annotations: { "kustomize.config.k8s.io/needs-hash": "true" } } };
    const [resource] = readResources(new Source("output", JSON.stringify({ kind, items: [item] })));
    return !rewritten(resource!).history.isConverted;
  };
  assertEquals([list("List"), list("XList")], [true, false]);
});

Deno.test("rewritten() writes the comments around a resource, but not those around a list", () => {
  const item = (indent: string) =>
    ["kind: A", "metadata:", "  name: a", "  annotations:", '    kustomize.config.k8s.io/needs-hash: "true"', ""]
      .join(`\n${indent}`);
  const comments = (text: string) => {
    const [resource] = readResources(new Source("output", text));
    return rewritten(resource!).place!.source.text.match(/#.*/g);
  };
  assertEquals(comments(`# head\n\n${item("")}# foot\n`), ["# head", "# foot"]);
  assertEquals(comments(`# head\n\nkind: ResourceList\nitems:\n- ${item("  ").trimEnd()}\n\n# foot\n`), null);
});

/** The text of the field `a`, or of the last item of a list there, before and after. */
function texts(text: string): (string | undefined)[] {
  const resource = readResources(new Source("output", text)).at(-1)!;
  const last = (node: Node | undefined): string | undefined =>
    node?.kind === "sequence" ? last(node.items.at(-1)) : node?.kind === "scalar" ? node.value : undefined;
  const before = last(resource.node.get("a"));
  rewritten(resource);
  return [before, last(resource.node.get("a"))];
}

const OBJECT = "kind: A\nmetadata: {name: a}\n";

Deno.test("rewritten() adds a line break to a kept text before the last comment of a document", () => {
  const kept = "a: |+\n  x\n\n";
  for (const before of ["", "b: 1\nb: 2\n", "b: |+\n  x\n\n", `b: 1\n---\n${OBJECT}`]) {
    assertEquals(texts(`${OBJECT}${before}${kept}# end\n`), ["x\n\n\n", "x\n\n\n\n"], before);
  }
  assertEquals(texts(`${OBJECT}a:\n- 1\n- |+\n  x\n\n# end\n`), ["x\n\n\n", "x\n\n\n\n"]);
  for (const after of ["", "# x\nb: 1\n"]) {
    assertEquals(texts(`# head\n${OBJECT}${kept}${after}`), ["x\n\n", "x\n\n"], after);
  }
  assertEquals(texts(`${OBJECT}a: |\n  x\n# end\n`), ["x\n", "x\n"]);
  const list = `kind: ResourceList\nitems:\n- ${`${OBJECT}${kept}`.trimEnd().replaceAll("\n", "\n  ")}\n\n# end\n`;
  assertEquals(texts(list), ["x\n\n", "x\n\n"]);
});

Deno.test("rewritten() changes folded texts, but not in flow style, and no binary data", () => {
  const [text, changed] = ["x\n y\nz\n", "x\n\n y\nz\n"];
  const folded = (tag = "") => `${tag}>\n  x\n   y\n  z\n`;
  assertEquals(texts(`${OBJECT}a: ${folded()}`), [text, changed]);
  assertEquals(texts(`${OBJECT}a:\n- ${folded()}`), [text, changed]);
  assertEquals(texts(`${OBJECT}a: ${folded("!!binary ")}`), [text, text]);
  assertEquals(texts(`${OBJECT}a: ["x\\n y\\nz\\n"]\n`), [text, text]);
});
