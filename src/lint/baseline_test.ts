import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { baselineText, fingerprintOf, withoutBaseline } from "./baseline.ts";
import type { Finding } from "./gather/finding.ts";

function finding(text: string, offset: number, message = "no image has the name 'web'"): Finding {
  const place = { source: new Source("kustomization.yaml", text), offset };
  return { code: "unused-image", level: "warning", message, place, targets: ["."] };
}

Deno.test("a finding is the same after lines and numbers have changed", () => {
  assertEquals(fingerprintOf(finding("a: b\n", 0)), fingerprintOf(finding("\n\na: b\n", 2)));
  assertEquals(fingerprintOf(finding("", 0, "3 resources")), fingerprintOf(finding("", 0, "12 resources")));
  assertEquals(fingerprintOf(finding("", 0)) === fingerprintOf(finding("", 0, "other")), false);
});

Deno.test("a baseline takes as many findings away as it has, and tells what it has for nothing", () => {
  const known = [finding("a\nb\n", 0), finding("a\nb\n", 2), finding("", 0, "gone")];
  const text = baselineText(known);
  const now = [2, 4, 6, 7].map((offset) => finding("x\na\nb\nc\n", offset));
  assertEquals(withoutBaseline(now, text, "known.json"), { findings: now.slice(2), known: 2, stale: 1 });
  assertEquals(withoutBaseline([], baselineText([]), "known.json").stale, 0);
});

Deno.test("withoutBaseline() refuses other files", () => {
  for (const text of ["", "[]", '{"kind": "LintBaseline"}', '{"kind": "LintBaseline", "findings": [{}]}']) {
    assertThrows(() => withoutBaseline([], text, "known.json"), KustError, "is not a baseline");
  }
});
