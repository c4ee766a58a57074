/** Labels and annotations as kyaml's `GetLabels` and `SetAnnotations` read and write them. */

import { fail } from "../diagnostics/diagnostic.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { newText } from "../yaml/read/new_text.ts";
import { overwriteScalar } from "../yaml/value/set_text.ts";
import { expectMapping } from "../yaml/value/wrong_kind.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { type Entry, Mapping, type Node, Scalar, scalarText } from "../yaml/tree/node.ts";
import { compareCodePoints } from "../text/compare.ts";

/** The entries in order; a value that is not a scalar counts as "". Throws `wrong-type` for a list of odd length. */
export function readTextMap(node: Node | undefined): Map<string, string> {
  const texts = new Map<string, string>();
  if (node?.kind === "mapping") {
    for (const { key, value } of node.entries) texts.set(scalarText(key), scalarText(value));
  } else if (node?.kind === "sequence") {
    // Sic: kustomize reads the items as alternating keys and values, and panics if one is left over.
    const { items } = node;
    if (items.length % 2 === 1) fail("wrong-type", "labels and annotations must be mappings", atPlace(node));
    for (let index = 0; index < items.length; index += 2) {
      texts.set(scalarText(items[index]), scalarText(items[index + 1]));
    }
  }
  return texts;
}

/**
 * Creates a mapping of strings, sorted by key. As in kustomize keys are plain, so printing fails for one such as `1`,
 * even if the user had quoted it. Throws `wrong-type` for an empty key.
 *
 * @param field The name of the field, for messages.
 * @param old The node that `texts` were read from.
 */
export function makeTextMap(texts: ReadonlyMap<string, string>, field: string, old: Node | undefined): Mapping {
  // Sic: a key that is a mapping or a list counts as empty too.
  if (texts.has("")) {
    fail("wrong-type", `metadata.${field} has an entry without a name`, atPlace(firstUnnamed(old)));
  }
  const sorted = [...texts].sort(([a], [b]) => compareCodePoints(a, b));
  return new Mapping(sorted.map(([key, value]) => ({ key: new Scalar(key), value: newText(value) })));
}

/**
 * Sets the field. kyaml removes it first, and only the first of two of that name, so that the texts go to the second
 * one, or nowhere if that is null.
 */
export function replaceTextMap(metadata: Mapping, field: string, texts: Mapping): void {
  const [, second] = fieldsNamed(metadata, field);
  metadata.delete(field);
  if (second === undefined) return metadata.set(field, texts);
  if (isNull(second.value)) return;
  const other = expectMapping(second.value, `metadata.${field}`);
  for (const entry of texts.entries) {
    const there = other.entry(scalarText(entry.key))?.value;
    if (there?.kind === "scalar") overwriteScalar(there, scalarText(entry.value), "!!str");
    else other.set(scalarText(entry.key), entry.value);
  }
}

/** Several if the field is repeated. */
export function fieldsNamed(mapping: Mapping | undefined, field: string): Entry[] {
  return mapping?.entries.filter(({ key }) => key.kind === "scalar" && key.value === field) ?? [];
}

function firstUnnamed(node: Node | undefined): Node | undefined {
  return node?.kind === "mapping" ? node.entries.find(({ key }) => scalarText(key) === "")?.key ?? node : node;
}
