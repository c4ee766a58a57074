/**
 * Writes an edited file and changes only what must change: comments, empty lines, order, indentation and quotes
 * elsewhere stay. kustomize itself rewrites the whole file: see `rewrite.ts`.
 */

import { KustError } from "../diagnostics/diagnostic.ts";
import { Mapping, type Node, scalarText } from "../yaml/tree/node.ts";
import type { EditedFile } from "./edited_file.ts";
import { decodeKustomization } from "./fields.ts";
import { entryText } from "./keep/new_text.ts";
import { nodeEnd } from "../yaml/tree/node_spans.ts";
import { lineStart, nextLine } from "../text/lines.ts";
import { patchMapping } from "./keep/patch_value.ts";
import { TextEdits } from "./keep/text_edits.ts";
import { moveDeprecated } from "./move_deprecated.ts";
import { sameValue } from "./keep/same_value.ts";
import { kustomization as table } from "../kustomization/fields.ts";
import { successorsOf } from "../kustomization/moves.ts";

/**
 * The new text; undefined if this cannot handle the file's syntax: a file in braces, anchors that are used elsewhere.
 */
export function keepFormat(file: EditedFile): string | undefined {
  const text = patched(file);
  return text !== undefined && says(text, file) ? text : undefined;
}

function patched(file: EditedFile): string | undefined {
  const { source, root } = file;
  const edits = new TextEdits(source.text);
  const after = wantedFields(file);
  if (root === undefined || root.kind === "scalar") {
    for (const { key, value } of after.entries) {
      edits.insertLines(source.text.length, entryText(scalarText(key), value, { keys: 0, lists: 0 }));
    }
    return edits.apply();
  }
  if (root.kind !== "mapping" || root.flow) return undefined;
  const before = file.codec.encode(decodeKustomization(root, file.codec));
  const [top, end] = [startOfFields(source.text, root), endOfDocument(source.text, root)];
  const isPatched = patchMapping(edits, root, before, after, (name) => FIRST.includes(name) ? top : end);
  return isPatched ? edits.apply() : undefined;
}

/** New ones go before the other fields, where people expect them. */
const FIRST = ["apiVersion", "kind"];

/** Before the comments that belong to the first field: those directly above it. */
function startOfFields(text: string, { entries }: Mapping): number {
  let start = lineStart(text, entries[0]?.key.start ?? 0);
  for (;;) {
    const above = lineStart(text, start - 1);
    if (start === 0 || !/^[ \t]*#/.test(text.slice(above, start))) return start;
    start = above;
  }
}

/** Where other new fields go: after the comments that follow the last field. */
function endOfDocument(text: string, root: Mapping): number {
  let end = root.entries.length === 0 ? 0 : nextLine(text, nodeEnd(text, root));
  while (end < text.length && /^[ \t]*(#|\r?$)/.test(text.slice(end, nextLine(text, end)).replace(/\n$/, ""))) {
    end = nextLine(text, end);
  }
  return end;
}

/** The intended contents: the edited fields, and all others unchanged, even deprecated ones. */
function wantedFields(file: EditedFile): Mapping {
  const { codec, root } = file;
  const after = codec.encode(file.fields);
  if (!file.keepsDeprecated) return after;
  const raw = codec.encode(decodeKustomization(root, codec));
  const moved = decodeKustomization(root, codec);
  moveDeprecated(moved);
  const read = codec.encode(moved);
  const changed = changedFields(read, after);
  const wanted = new Mapping();
  for (const name of Object.keys(table.fields)) {
    const value = changed.has(name) ? unmoved(name, after.get(name), read, raw) : raw.get(name);
    if (value !== undefined) wanted.set(name, value);
  }
  return wanted;
}

function changedFields(before: Mapping, after: Mapping): Set<string> {
  const changed = new Set<string>();
  for (const name of Object.keys(table.fields)) {
    if (sameValue(before.get(name), after.get(name))) continue;
    for (const field of movedTogether(name)) changed.add(field);
  }
  return changed;
}

/** The fields that move together when kustomize reads a file: if one changes, all are written in their new form. */
function movedTogether(name: string): string[] {
  const groups = Object.entries(table.fields).map(([from, field]) => [from, ...successorsOf(field)]);
  return groups.find((group) => group.length > 1 && group.includes(name)) ?? [name];
}

/** A changed list of generators, with the unchanged ones in their original form: their `env` need not become `envs`. */
function unmoved(name: string, value: Node | undefined, read: Mapping, raw: Mapping): Node | undefined {
  if (name !== "configMapGenerator" && name !== "secretGenerator") return value;
  const [readList, rawList] = [read.get(name), raw.get(name)];
  if (value?.kind !== "sequence" || readList?.kind !== "sequence" || rawList?.kind !== "sequence") return value;
  value.items = value.items.map((item) => {
    const index = readList.items.findIndex((old) => sameValue(old, item));
    return rawList.items[index] ?? item;
  });
  return value;
}

/** Whether the text has the contents of the edited file. */
function says(text: string, file: EditedFile): boolean {
  try {
    const { fields } = file.withText(text);
    return sameValue(file.codec.encode(fields), file.codec.encode(file.fields));
  } catch (error) {
    if (error instanceof KustError) return false;
    throw error;
  }
}
