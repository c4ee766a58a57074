/** The JSON that commands beyond kustomize's print: one envelope, with places as file, line and column. */

import type { Place } from "../../diagnostics/diagnostic.ts";
import type { Resource } from "../../model/resource.ts";

/**
 * The text of a report. `results` must hold no text of a file but the values asked for: reports are stored by CI, and files
 * may hold secrets.
 */
export function jsonReport(kind: `${string}Report`, summary: object, results: readonly object[]): string {
  return `${JSON.stringify({ apiVersion: "kust.dev/v1alpha1", kind, summary, results }, null, 2)}\n`;
}

/** `{ file, line, column }` */
export function placeReport({ source, offset }: Place): object {
  return { file: source.name, ...source.position(offset) };
}

/** `base/deploy.yaml:7:13` */
export function placeText({ source, offset }: Place): string {
  const { line, column } = source.position(offset);
  return `${source.name}:${line}:${column}`;
}

/** What identifies a resource in a report. */
export function identityReport({ apiVersion, kind, name, namespace }: Resource): object {
  return { apiVersion, resourceKind: kind, name, ...(namespace === "" ? {} : { namespace }) };
}
