/** Fields and paths that occur twice in a kustomization, and files without resources. */

import { mappingOf, type Node, scalarText } from "../../yaml/tree/node.ts";
import { placeOf } from "../../yaml/tree/place.ts";
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
      message: `the file at ${field ?? "'resources'"} contains no resource`,
      ...(place === undefined ? {} : { place }),
      hint: "remove the entry, or check whether the file has lost its content",
    });
  }
};

/** If a key occurs twice, the last one wins. */
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
      code: "duplicate-field",
      message: `'${name}' occurs twice, and this one is ignored`,
      ...at(key),
      notes: [{ message: "this one is used", place: placeOf(counting) }],
      hint: "merge the two",
    });
  }
}

function checkPaths(field: string, value: Node, report: Report): void {
  const seen = new Map<string, Node>();
  for (const { role, node } of pathsIn(table.fields, mappingOf({ [field]: value }))) {
    if (node.kind !== "scalar" || node.value.includes("\n")) continue;
    // A file can be a patch for several targets, or data under several keys.
    if (field === "patches" || field === "patchesJson6902" || role === "key=file" || field.startsWith("helm")) continue;
    if (field === "configMapGenerator" || field === "secretGenerator") continue;
    const path = isHttpUrl(node.value) ? node.value : cleanPath(node.value);
    const first = seen.get(path);
    if (first === undefined) seen.set(path, node);
    else {
      report.add({
        code: "duplicate-path",
        message: `'${node.value}' is listed twice in '${field}'`,
        ...at(node),
        notes: [{ message: "it is first listed here", place: placeOf(first) }],
        hint: "remove one of them",
      });
    }
  }
}

function at(node: Node) {
  const place = placeOf(node);
  return place === undefined ? {} : { place };
}
