/** A step that set a field, in words. */

import type { PlaceReport } from "../../src/cli/output/json_report.ts";
import type { WriterReport } from "../../src/cli/explain/blame.ts";
import { h } from "./dom.ts";
import { count } from "../../src/text/count.ts";
import { placeName } from "./problem_text.ts";

/** Where a step got its value from: the value's own place, or else that of the field that asks for the step. */
export function sourceOf({ place, configured }: WriterReport): PlaceReport | undefined {
  return place ?? configured;
}

/** The field that requests the step, such as `patches[0]`, or else the kind of the step. */
export function stepName({ step, field }: WriterReport): string {
  if (step === "load") return "loaded";
  return field ?? step;
}

/** A short explanation for the line under the pointer. */
export function originTip(writers: readonly WriterReport[]): HTMLElement | undefined {
  const last = writers.at(-1);
  if (last === undefined) return undefined;
  const source = sourceOf(last);
  const notes = [source === undefined ? "computed" : stepName(last)];
  const earlier = writers.length - 1;
  return h(
    "div",
    { class: "tip origin-tip" },
    h("p", { class: "place" }, source === undefined ? stepName(last) : placeName(source)),
    h("p", { class: "step" }, [...notes, ...earlier > 0 ? [count(earlier, "earlier step")] : []].join("; ")),
  );
}
