import { assertEquals } from "@std/assert";
import type { CodeEntry } from "../../diagnostics/codes/entry.ts";
import { explainCode } from "./explain_code.ts";

const ENTRY: CodeEntry = {
  meaning: "A long meaning that is wrapped.",
  remedy: "A remedy.",
  bad: { given: "git works", files: { "a.yaml": "a: 123456789\nb: 1234567890\n", "b.yaml": "c: 1\n" }, run: "lint" },
  good: "resources: []\n",
};

Deno.test("explainCode() shows files, the command unless it is a plain build, and what is given; cuts no lines", () => {
  assertEquals(
    explainCode("some-code", ENTRY, 14),
    `some-code: an error

A long meaning
that is
wrapped.

A remedy.

This fails:
  (git works)
  # a.yaml
  a: 123456789
  b: 1234567890

  # b.yaml
  c: 1

  $ kust lint

This does not:
  # kustomization.yaml
  resources: []
`,
  );
  const kinds: [Partial<CodeEntry>, string, string][] = [
    [{ isWarning: true }, "a warning", "This causes the warning:"],
    [{ isEffect: true }, "an effect of a change", "This has the effect:"],
    [{ finding: "note" }, "a finding of kust lint, level note", "This has it:"],
  ];
  for (const [parts, kind, verb] of kinds) {
    const lines = explainCode("c", { ...ENTRY, ...parts }, 80).split("\n");
    assertEquals([lines[0], lines[6]], [`c: ${kind}`, verb]);
  }
  const text = explainCode("c", { ...ENTRY, bad: { files: { "a.yaml": "a: 1\n" } } }, 80);
  assertEquals(text.split("\n").slice(6, 9), ["This fails:", "  # a.yaml", "  a: 1"]);
});
