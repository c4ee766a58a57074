/**
 * Which comments kustomize keeps when it rewrites a file, and where: it looks at lines, not at YAML.
 *
 * A line that starts with a field's name and a colon opens that field. Comments and blank lines belong to the field that
 * opens after them, or, where the field before goes on after them, in front of that one. Those after the last field get lost.
 */

import type { Source } from "../diagnostics/source.ts";
import { type FieldName, kustomization } from "./fields.ts";

/** A field in the order of the file (twice, where it stands there twice), and the lines to write before it. */
export interface CommentedField {
  field: FieldName;
  comment: string;
}

/** The fields that kustomize knows by line: `imageTags` is missing there, so what it says moves without its comments. */
const FIELDS: ReadonlyMap<string, FieldName> = new Map(
  Object.keys(kustomization.fields)
    .filter((field) => field !== "imageTags")
    .map((field) => [field.toLowerCase(), field as FieldName]),
);

export function commentedFields({ text, encoding }: Source): CommentedField[] {
  // kustomize looks at the bytes of lines, and knows none of UTF-16.
  if (encoding.isUtf16) return [];
  const fields: CommentedField[] = [];
  let pending = "";
  // What follows the last line break is not looked at, even where it is a field.
  const lines = text.split("\n").slice(0, -1);
  for (const line of lines) {
    if (isCommentOrBlank(line)) {
      pending += `${line}\n`;
      continue;
    }
    const field = fieldOf(line);
    if (field !== undefined) {
      fields.push({ field, comment: pending });
      pending = "";
    } else if (fields.length > 0) {
      fields.at(-1)!.comment += pending;
      pending = "";
    }
  }
  return fields;
}

function isCommentOrBlank(line: string): boolean {
  return /^ *(#|$)/.test(line);
}

function fieldOf(line: string): FieldName | undefined {
  const colon = line.indexOf(":");
  return colon < 0 ? undefined : FIELDS.get(line.slice(0, colon).toLowerCase());
}
