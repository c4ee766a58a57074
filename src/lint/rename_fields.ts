/** Moves deprecated fields with small edits of the text, which keep their comments and layout. */

import type { Source } from "../diagnostics/source.ts";
import { removeEntry } from "../edit/keep/patch_value.ts";
import { TextEdits } from "../edit/keep/text_edits.ts";
import type { Fields } from "../kustomization/field_type.ts";
import { kustomization as table } from "../kustomization/fields.ts";
import { nextLine } from "../text/lines.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { type Entry, isEmpty, type Mapping, type Node, Scalar, type Sequence } from "../yaml/tree/node.ts";
import { nodeEnd } from "../yaml/tree/node_spans.ts";
import { ownValue } from "../text/own_value.ts";

/** Fields that only need another name. */
const RENAMED: Readonly<Record<string, string>> = {
  bases: "resources",
  imageTags: "images",
  patchesJson6902: "patches",
};

/** Whether a field is deprecated, and has successors that mean the same. */
export function isMovable(name: string): boolean {
  const fields: Fields = table.fields;
  const field = ownValue(fields, name);
  return field?.deprecated !== undefined && field.experimentalFix !== true;
}

/**
 * The text with deprecated fields moved, unless the file already has their successors, and without those that hold
 * nothing.
 *
 * @param isFile Whether an entry of `patchesStrategicMerge` names a file.
 */
export function renameFields(source: Source, root: Mapping, isFile: (path: string) => boolean): string {
  const edits = new TextEdits(source.text);
  const taken = new Set(root.entries.map(({ key }) => keyText(key)));
  const take = (name: string) => taken.has(name) ? false : taken.add(name) !== undefined;
  for (const entry of root.entries) {
    const name = keyText(entry.key);
    if (isMovable(name) && (isNull(entry.value) || isEmpty(entry.value)) && !root.flow) {
      removeEntry(edits, root, entry);
      continue;
    }
    const successor = ownValue(RENAMED, name);
    if (successor !== undefined) { if (take(successor)) rename(edits, entry, successor); }
    else if (name === "commonLabels" && entry.value.kind === "mapping" && !taken.has("labels")) {
      moveLabels(edits, entry, entry.value);
      taken.add("labels");
    } else if (name === "patchesStrategicMerge" && entry.value.kind === "sequence" && !taken.has("patches")) {
      if (moveMerges(edits, entry, entry.value, isFile)) take("patches");
    }
  }
  return edits.apply();
}

function keyText(key: Node): string {
  return key instanceof Scalar && key.style === "plain" ? key.value : "";
}

function rename(edits: TextEdits, { key }: Entry, name: string): void {
  edits.replace(key.start, key.start + keyText(key).length, name);
}

/** Turns the labels into the pairs of one entry, if the layout is one of the two usual ones. */
function moveLabels(edits: TextEdits, entry: Entry, labels: Mapping): void {
  const { text } = edits;
  const after = nextLine(text, nodeEnd(text, labels) - 1);
  if (!isAtMargin(text, entry.key.start)) return;
  if (after === text.length && !text.endsWith("\n")) return;
  if (labels.flow) {
    rename(edits, entry, "labels");
    edits.replace(entry.key.start + "commonLabels:".length, labels.start, "\n- pairs: ");
  } else {
    const start = nextLine(text, entry.key.start);
    rename(edits, entry, "labels");
    edits.insert(start, "- pairs:\n");
    for (let line = start; line < after; line = nextLine(text, line)) {
      if (/\S/.test(text.slice(line, nextLine(text, line)))) edits.insert(line, "  ");
    }
  }
  edits.insert(after, "  includeSelectors: true\n");
}

function isAtMargin(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === "\n";
}

/** Turns paths into entries with a path. Does not move inline patches. */
function moveMerges(
  edits: TextEdits,
  entry: Entry,
  { items, flow }: Sequence,
  isFile: (path: string) => boolean,
): boolean {
  const isPath = (item: Node) => item.kind === "scalar" && isFile(item.value);
  if (flow || !items.every(isPath)) return false;
  rename(edits, entry, "patches");
  for (const item of items) edits.insert(item.start, "path: ");
  return true;
}
