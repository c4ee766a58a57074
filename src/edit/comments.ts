/**
 * Finds the comments that kustomize keeps when it rewrites a file. It works on lines, not on YAML.
 *
 * A line that starts with a field's name and a colon opens that field. Comments and blank lines belong to the field
 * that opens after them or, if the previous field continues after them, to that one. Those after the last field are
 * lost.
 */

import type { Source } from "../diagnostics/source.ts";
import { type FieldName, kustomization as table } from "../kustomization/fields.ts";

/** A field in file order (twice, if it occurs twice), and the lines to write before it. */
export interface CommentedField {
  field: FieldName;
  comment: string;
}

/** The fields that kustomize recognizes by line. `imageTags` is missing, so its values move without its comments. */
const FIELDS: ReadonlyMap<string, FieldName> = new Map(
  Object.keys(table.fields)
    .filter((field) => field !== "imageTags")
    .map((field) => [field.toLowerCase(), field as FieldName]),
);

export function commentedFields({ text, encoding }: Source): CommentedField[] {
  // kustomize checks the bytes of lines, so it recognizes none in UTF-16.
  if (encoding.isUtf16) return [];
  const fields: CommentedField[] = [];
  let pending = "";
  // Text after the last line break is ignored, even if it is a field.
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
  return line.includes(":") ? FIELDS.get(line.split(":", 1)[0]!.toLowerCase()) : undefined;
}
