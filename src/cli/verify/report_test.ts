import { assertEquals } from "@std/assert";
import type { TargetResult } from "./compare_target.ts";
import { verifyJson, type VerifyReport, verifyText } from "./report.ts";

function result(target: string, rest: Partial<TargetResult>): TargetResult {
  const nothing = { differences: [], ourError: "", theirError: "", milliseconds: { kust: 1, other: 2 } };
  return { target, verdict: "agrees", ...nothing, ...rest };
}

const lines = (count: number) => Array.from({ length: count }, (_, index) => `l${index}`);

const REPORT: VerifyReport = {
  program: "kustomize",
  release: "v5.8.3",
  components: 0,
  results: [
    result("same", {}),
    result("other", {
      verdict: "differs",
      differences: [
        { what: "stdout", line: 3, theirs: lines(7), ours: lines(8) },
        { what: "file", name: "a.yaml", line: 0, theirs: [], ours: ["x"] },
        { what: "file", name: "b.yaml", line: 0, theirs: ["x"], ours: [] },
      ],
    }),
    result("ours", { verdict: "only-kust", theirError: "Error: a\nb" }),
    result("none", { verdict: "neither" }),
  ],
};

Deno.test("verifyText() shows what differs, up to six lines and one more", () => {
  const text = (count: number, sign: string) => lines(count).map((line) => `    ${sign} ${line}`);
  assertEquals(verifyText(REPORT).split("\n").slice(0, -2), [
    "other: differs",
    "  stdout, line 3",
    ...text(7, "-"),
    ...text(6, "+"),
    "    + … 2 lines more",
    "  file a.yaml: only kust writes it",
    "  file b.yaml: only the other writes it",
    "ours: only kust builds it",
    "  Error: a",
    "  b",
    "1 of 4 targets agree with kustomize v5.8.3, differ: 1, only kust builds: 1, neither builds: 1",
  ]);
});

Deno.test("verifyJson() names files, and no lines of them", () => {
  const { results } = JSON.parse(verifyJson(REPORT));
  assertEquals(results[1].differences, [
    { what: "stdout", line: 3 },
    { what: "file", name: "a.yaml", line: 0 },
    { what: "file", name: "b.yaml", line: 0 },
  ]);
});
