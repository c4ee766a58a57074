import { assertEquals } from "@std/assert";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Outcome } from "../outcome.ts";
import { summaryText } from "./words.ts";

function outcome(target: string, listed: number, follows: number, fails: ("before" | "after")[] = []): Outcome {
  const error: Diagnostic = { code: "not-found", message: "m" };
  const errorsOf = (side: "before" | "after") => fails.includes(side) ? [error] : [];
  return {
    target,
    before: { label: "old" },
    after: { label: "new" },
    errors: { before: errorsOf("before"), after: errorsOf("after") },
    changes: { added: 0, removed: 0, changed: listed, follows },
    listed,
    effects: new Map(),
  };
}

Deno.test("summaryText() counts resources, targets and failures", () => {
  assertEquals(
    [
      [outcome("a", 1, 0)],
      [outcome("a", 2, 1)],
      [outcome("a", 0, 2)],
      [outcome("a", 1, 0), outcome("b", 0, 0)],
      [outcome("a", 0, 0), outcome("b", 0, 0)],
      [outcome("a", 0, 0, ["after"]), outcome("b", 0, 0, ["before"]), outcome("c", 0, 0, ["before", "after"])],
      [outcome("a", 3, 0), outcome("b", 0, 0, ["after"]), outcome("c", 0, 0, ["after"])],
    ].map(summaryText),
    [
      "1 resource differs",
      "2 resources differ, and 1 that follows new names",
      "0 resources differ, and 2 that follow new names",
      "1 resource in 1 of 2 targets",
      "0 resources in 0 of 2 targets",
      "a fails to build in new; b fails to build in old; c fails to build on both sides",
      "3 resources in 1 of 3 targets; 2 targets (b, c) fail to build in new",
    ],
  );
});
