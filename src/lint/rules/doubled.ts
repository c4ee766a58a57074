/** What is written twice in a kustomization, where only one counts, and files that hold nothing. */

import { mappingOf, type Node, placeOf, scalarText } from "../../yaml/tree/node.ts";
import { isHttpUrl } from "../../load/remote/remote.ts";
import { cleanPath } from "../../text/paths.ts";
import { pathsIn } from "../../kustomization/paths.ts";
import { kustomization as table } from "../../kustomization/fields.ts";
import type { Report } from "../gather/collector.ts";
import type { Rule } from "../gather/rule.ts";

export const doubled: Rule = ({ entered, isNew, emptyFiles }, report) => {
  for (const target of entered.filter(isNew)) {
    const { node } = target.kustomization;
    checkKeys(node, report);
    for (const { key, value } of node.entries) {
      const field = scalarText(key);
      if (Object.hasOwn(table.fields, field)) checkPaths(field, value, report);
    }
  }
  for (const { place, field } of emptyFiles) {
    report.add({
      code: "empty-file",
      message: `the file at ${field ?? "'resources'"} holds no resource`,
      ...(place === undefined ? {} : { place }),
      hint: "drop the entry, or look whether the file has lost its content",
    });
  }
};

/** Of a key that is there twice the last one counts. */
function checkKeys(node: Node, report: Report): void {
  if (node.kind === "sequence") node.items.forEach((item) => checkKeys(item, report));
  if (node.kind !== "mapping") return;
  const last = new Map(node.entries.map(({ key }) => [scalarText(key), key]));
  for (const { key, value } of node.entries) {
    checkKeys(value, report);
    const name = scalarText(key);
    const counting = last.get(name);
    if (counting === undefined || counting === key || name === "<<") continue;
    report.add({
      code: "repeated-field",
      message: `'${name}' is there twice, and this one does not count`,
      ...at(key),
      notes: [{ message: "this one counts", place: placeOf(counting) }],
      hint: "merge the two",
    });
  }
}

function checkPaths(field: string, value: Node, report: Report): void {
  const seen = new Map<string, Node>();
  for (const { role, node } of pathsIn(table.fields, mappingOf({ [field]: value }))) {
    if (node.kind !== "scalar" || role === "chart home" || node.value.includes("\n")) continue;
    // One file may be a patch for several targets, or data under several keys.
    if (field === "patches" || field === "patchesJson6902" || role === "key=file" || field.startsWith("helm")) continue;
    if (field === "configMapGenerator" || field === "secretGenerator") continue;
    const path = isHttpUrl(node.value) ? node.value : cleanPath(node.value);
    const first = seen.get(path);
    if (first === undefined) seen.set(path, node);
    else {
      report.add({
        code: "repeated-path",
        message: `'${node.value}' is there twice in '${field}'`,
        ...at(node),
        notes: [{ message: "it is here already", place: placeOf(first) }],
        hint: "drop one of the two",
      });
    }
  }
}

function at(node: Node) {
  const place = placeOf(node);
  return place === undefined ? {} : { place };
}
