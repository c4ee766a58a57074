/** All steps that set one field, as text and as JSON. */

import type { Resource } from "../../model/resource.ts";
import { pointerParts } from "../../text/json_pointer.ts";
import type { Field, Writer } from "../../trace/field.ts";
import { pathOfKey } from "../../trace/field_path.ts";
import type { FoundField } from "../../trace/find_field.ts";
import { identityReport, jsonReport, placeText } from "../output/json_report.ts";
import { oneLine } from "../output/one_line.ts";
import { writerReport } from "./blame.ts";
import { shown } from "../output/render_diagnostic.ts";

/**
 * A line for the current field, and one for each step, oldest first: its number, the value, its place, and the field
 * that requested the step.
 */
export function fieldText(resource: Resource, { pointer, field }: FoundField): string {
  const { kind, name, namespace } = resource;
  const owner = namespace === "" ? name : `${namespace}/${name}`;
  const rows = field.writers.map((writer, index) => [
    `${index + 1}`,
    valueText(writer, field),
    writer.place === undefined ? "" : placeText(writer.place),
    stepText(writer),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()}\n`
  );
  const value = field.content.kind === "scalar" ? ` = ${oneLine(field.content.value)}` : "";
  return shown(`${kind} ${owner}  ${pointerParts(pointer).reduce(pathOfKey, "")}${value}\n${lines.join("")}`);
}

export function fieldJson(resource: Resource, { pointer, field }: FoundField): string {
  const result = { ...identityReport(resource), pointer, writers: field.writers.map(writerReport) };
  return jsonReport("ExplainReport", { writers: field.writers.length }, [result]);
}

function valueText({ after }: Writer, { content }: Field): string {
  if (after !== undefined) return oneLine(after);
  return content.kind === "sequence" ? "(list)" : "(mapping)";
}

/** The field that requested the step, or else its kind; and its place, unless the value is written there. */
function stepText({ place: written, step: { kind, field, place, template } }: Writer): string {
  const what = kind === "load" ? "loaded by" : field ?? kind;
  const isShown = place !== undefined && (kind === "load" || written?.source !== place.source);
  const at = isShown ? `${kind === "load" ? "" : " at"} ${placeText(place)}` : "";
  return `${what}${at}${template === undefined ? "" : `, template ${template}`}`;
}
