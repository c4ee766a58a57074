/** A step that set a field, in words. */

import type { PlaceReport } from "../../src/cli/output/json_report.ts";
import type { WriterReport } from "../../src/cli/explain/blame.ts";
import { counted, h } from "./dom.ts";
import { placeName } from "./problem_text.ts";

/** Where a step got its value from: the value's own place, or else that of the field that asks for the step. */
export function sourceOf({ place, configured }: WriterReport): PlaceReport | undefined {
  return place ?? configured;
}

/** `PatchTransformer, patches[0]` */
export function stepName({ step, field }: WriterReport): string {
  if (step === "load") return "loaded";
  return field === undefined ? step : `${step}, ${field}`;
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
    h("p", { class: "step" }, [...notes, ...earlier > 0 ? [counted(earlier, "earlier step")] : []].join("; ")),
  );
}
