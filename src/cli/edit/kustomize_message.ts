/**
 * kustomize's messages for the errors that `edit fix` most often runs into after its changes. They go to standard
 * output, which scripts may compare; all other errors have messages of kust's own.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { EditedFile } from "../../edit/edited_file.ts";
import type { Replacement } from "../../edit/fields.ts";
import { resIdToString } from "../../model/res_id.ts";
import type { FileSystem } from "../../load/file_system.ts";
import { messageOfMissingFile } from "./missing_file_message.ts";

export function kustomizeMessage(error: Diagnostic, file: EditedFile, fs: FileSystem): string {
  const { code, message, id } = error;
  switch (code) {
    case "not-found":
      return messageOfMissingFile(message, file, fs) ?? message;
    case "field-not-found":
      return messageOfMissingField(error, file) ?? message;
    case "no-source":
      return id === undefined ? message : `nothing selected by ${selectorText(id, file)}`;
    case "ambiguous-source":
      return id === undefined ? message : `multiple matches for selector ${selectorText(id, file)}`;
    case "no-match":
      if (id === undefined) return message;
      return `no resource matches strategic merge patch "${id}": no matches for Id ${id}; ` +
        `failed to find unique target for patch ${id}`;
    case "invalid-replacement":
      return lacksTargets(file) ? "replacements must specify a source and at least one target" : message;
    default:
      return message;
  }
}

/** @param id The id that the source of a replacement selects. */
function selectorText(id: string, { fields }: EditedFile): string {
  const source = fields.replacements?.map(({ source }) => source).find((source) => source && idOf(source) === id);
  return source?.fieldPath ? `${id}:${source.fieldPath}` : id;
}

function idOf(source: NonNullable<Replacement["source"]>): string {
  const { group = "", version = "", kind = "", name = "", namespace = "" } = source;
  return resIdToString({ gvk: { group, version, kind }, name, namespace });
}

/** A var that is used nowhere becomes a replacement without targets. */
function lacksTargets({ fields }: EditedFile): boolean {
  return fields.replacements?.some(({ targets }) => targets?.length === 0) === true;
}

function messageOfMissingField({ message, id, notes = [] }: Diagnostic, { fields }: EditedFile): string | undefined {
  // An error on the way to the field has a longer message.
  if (notes.length > 1) return undefined;
  const isNamed = (path: string | undefined) => message.startsWith(`there is no field '${path}' in `);
  const { replacements = [] } = fields;
  if (id !== undefined) {
    const source = replacements.find(({ source }) => isNamed(source?.fieldPath))?.source;
    return source && `fieldPath \`${source.fieldPath}\` is missing for replacement source ${id}`;
  }
  const targets = replacements.flatMap(({ targets = [] }) => targets);
  const path = targets.flatMap((target) => target?.fieldPaths ?? []).find(isNamed);
  return path && `unable to find field ${JSON.stringify(path)} in replacement target`;
}
