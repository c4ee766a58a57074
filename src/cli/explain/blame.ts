/** Resources line by line, with the step that set each line, as text and as JSON. */

import type { Resource } from "../../model/resource.ts";
import { contentOf, type Field, type Writer } from "../../trace/field.ts";
import { escapePart } from "../../text/json_pointer.ts";
import { outputLines } from "../../trace/output_lines.ts";
import { fieldsOf } from "../../trace/trace.ts";
import { identityReport, jsonReport, type PlaceReport, placeReport, placeText } from "../output/json_report.ts";
import { shown } from "../output/render_diagnostic.ts";

export const FORMATS = ["human", "json"] as const;

/** As `git blame` shows it: the place before each line. */
export function blameText(resources: readonly Resource[]): string {
  let width = 0;
  const blocks = resources.map((resource) =>
    outputLines(resource).map(({ text, writers }) => {
      const writer = writers.at(-1);
      const place = writer === undefined ? "" : shortPlace(writer);
      width = Math.max(width, place.length);
      return { text: shown(text), place };
    })
  );
  const lines = blocks.map((block) => block.map(({ text, place }) => `${place.padEnd(width)} | ${text}\n`).join(""));
  return lines.join(`${"".padEnd(width)} | ---\n`);
}

/** The template of a chart; the place of the value, or that of the step, or else the step's name. */
function shortPlace({ place, step }: Writer): string {
  if (step.template !== undefined) return shown(step.template);
  const set = place ?? step.place;
  return set === undefined ? `(${step.kind})` : placeText(set);
}

/** The last writer of every scalar. */
export function blameJson(resources: readonly Resource[]): string {
  const results = resources.map((resource) => ({
    ...identityReport(resource),
    fields: [...scalars(fieldsOf(resource)!, "")].map(([pointer, { writers }]) => ({
      pointer,
      writer: writerReport(writers.at(-1)!),
    })),
  }));
  return jsonReport("BlameReport", { resources: results.length }, results);
}

function* scalars(field: Field, pointer: string): Iterable<[pointer: string, field: Field]> {
  const content = contentOf(field);
  if (content.kind === "mapping") {
    for (const [key, value] of content.fields) yield* scalars(value, `${pointer}/${escapePart(key)}`);
  } else if (content.kind === "sequence") {
    for (const [index, item] of content.items.entries()) yield* scalars(item, `${pointer}/${index}`);
  } else {
    yield [pointer, field];
  }
}

/** A step that set a field, with its places as `{ file, line, column }`. */
export interface WriterReport {
  step: string;
  field: string | undefined;
  template: string | undefined;
  /** The place of the field that requests the step. */
  configured: PlaceReport | undefined;
  /** The place where the value is written; undefined if the step computed it. */
  place: PlaceReport | undefined;
  before: string | undefined;
  after: string | undefined;
}

export function writerReport({ step, place, before, after }: Writer): WriterReport {
  return {
    step: step.kind,
    field: step.field,
    template: step.template,
    configured: step.place && placeReport(step.place),
    place: place && placeReport(place),
    before,
    after,
  };
}
