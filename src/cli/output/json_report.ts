/** The JSON that commands beyond kustomize's print: one envelope, with places as file, line and column. */

import type { Code } from "../../diagnostics/code.ts";
import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import type { Resource } from "../../model/resource.ts";
import { replaceControls, shown } from "./render_diagnostic.ts";

/**
 * The text of a report. `results` must not contain texts of files except the requested values: CI stores reports, and
 * files may hold secrets.
 */
export function jsonReport(kind: ReportKind, summary: object, results: readonly object[]): string {
  return jsonReportOfTexts(kind, summary, results.map(resultText));
}

type ReportKind = `${string}Report`;

/** The same for results that are already texts, so that their sources need not stay in memory. */
export function jsonReportOfTexts(kind: ReportKind, summary: object, results: readonly string[]): string {
  const head = jsonText({ apiVersion: "kust.dev/v1alpha1", kind, summary, results: [] });
  return results.length === 0 ? `${head}\n` : `${head.slice(0, -"]\n}".length)}\n${results.join(",\n")}\n  ]\n}\n`;
}

/** One result of a report. */
export function resultText(result: object): string {
  return `    ${jsonText(result).replaceAll("\n", "\n    ")}`;
}

/** Indented. Has escapes for all characters that would control a terminal, more than JSON demands. */
export function jsonText(value: object): string {
  return replaceControls(
    JSON.stringify(value, null, 2),
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A place in a report. */
export interface PlaceReport {
  /** The path of the file as users would type it. */
  file: string;
  /** The line, counted from 1. */
  line: number;
  /** The column in UTF-16 units, counted from 1. */
  column: number;
}

/** The file, line and column of a place. */
export function placeReport({ source, offset }: Place): PlaceReport {
  return { file: source.name, ...source.position(offset) };
}

/** An error or a warning in a report. It contains no text of a file except quotes in its sentences. */
export interface DiagnosticReport {
  /** Stable: docs/errors.md lists all codes. */
  code: Code;
  /** What is wrong, in one sentence. */
  message: string;
  /** The resource or selector concerned, in kustomize's form: `Deployment.v1.apps/web.[noNs]`. */
  id?: string;
  /** Where it is; undefined if the cause is not in a text. */
  place?: PlaceReport;
  /** The file or folder concerned, if there is no text to point into. */
  file?: string;
  /** More facts, each with its own place. */
  notes?: { message: string; place?: PlaceReport }[];
  /** What to do. */
  hint?: string;
}

/**
 * An error or a warning as data for `JSON.stringify`, with lines and columns in place of texts: those may hold secrets.
 *
 * @example
 * ```ts
 * import { build, diagnosticReport, MemoryFileSystem } from "@kust/kust";
 *
 * const files = new MemoryFileSystem({ "/app/kustomization.yaml": "resuorces: []\n" });
 * const { errors } = await build(files, "/app");
 * const [{ code, place }] = errors.map(diagnosticReport) as [ReturnType<typeof diagnosticReport>];
 * console.assert(code === "unknown-field" && place?.line === 1);
 * ```
 */
export function diagnosticReport({ code, message, id, place, file, notes, hint }: Diagnostic): DiagnosticReport {
  return {
    code,
    message,
    ...id !== undefined && { id },
    ...place !== undefined && { place: placeReport(place) },
    ...file !== undefined && { file },
    ...notes !== undefined && {
      notes: notes.map(({ message, place }) => ({ message, ...place !== undefined && { place: placeReport(place) } })),
    },
    ...hint !== undefined && { hint },
  };
}

/** `base/deploy.yaml:7:13` */
export function placeText({ source, offset }: Place): string {
  const { line, column } = source.position(offset);
  return shown(`${source.name}:${line}:${column}`);
}

/** The identity of a resource in a report. */
export function identityReport({ apiVersion, kind, name, namespace }: Resource): object {
  return { apiVersion, resourceKind: kind, name, ...(namespace === "" ? {} : { namespace }) };
}
