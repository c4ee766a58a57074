import { assertEquals } from "@std/assert";
import { readResources } from "../model/read/read_resources.ts";
import { Source } from "../diagnostics/source.ts";
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
