/** Operations of JSON patches that probably do not do what was meant. */

import { didYouMean } from "../../../diagnostics/did_you_mean.ts";
import { nearest } from "../../../diagnostics/nearest.ts";
import type { JsonOperation } from "../../../json_patch/operation.ts";
import type { PatchUse, Write } from "../../gather/facts.ts";
import type { Report } from "../../gather/collector.ts";
import type { Rule } from "../../gather/rule.ts";

export const jsonOperations: Rule = ({ patches }, report) => {
  for (const { uses } of patches) {
    for (const use of uses) {
      if (use.content.kind === "json") use.content.patch.operations.forEach((one) => checkValue(one, report));
      for (const write of use.writes) {
        checkReplace(write, use, report);
        checkTopLevel(write, use, report);
      }
    }
  }
};

function checkValue(operation: JsonOperation, report: Report): void {
  if (!("value" in operation) || operation.value !== undefined) return;
  const { op, path } = operation;
  report.add({
    code: "operation-without-value",
    message: `the operation '${op}' at ${path.text} has no value, so it ${op === "test" ? "tests for" : "writes"} null`,
    place: path.place,
    hint: op === "test" ? "add 'value'" : "add 'value', or use 'op: remove'",
  });
}

function checkReplace({ operation, isNew, key, siblings }: Write, { subject }: PatchUse, report: Report): void {
  const { op, path } = operation;
  if (op !== "replace") return;
  report.judge(!isNew, { code: "replace-adds-field", place: path.place }, () => ({
    message: `'replace' at ${path.text} adds the field, since ${subject} has none`,
    hint: didYouMean(nearest(key, siblings)) ?? "if the field is meant to be new, use 'op: add'",
  }));
}

/** Top-level fields of Kubernetes' objects. */
const TOP_LEVEL: ReadonlySet<string> = new Set([
  ...["apiVersion", "kind", "metadata", "spec", "status", "data", "binaryData", "stringData", "immutable", "type"],
  ...["operation", "webhooks", "rules", "roleRef", "subjects", "aggregationRule"],
]);

function checkTopLevel(write: Write, { subject }: PatchUse, report: Report): void {
  const { operation: { path }, isNew, key, siblings } = write;
  if (path.steps.length !== 1 || !isNew || TOP_LEVEL.has(key) || !siblings.includes("spec")) return;
  report.add({
    code: "new-top-level-field",
    message: `the operation adds the top-level field '${key}' to ${subject}, next to 'spec'`,
    place: path.place,
    hint: `did you mean '/spec/${key}'?`,
  });
}
