/** Fields that look like a misspelling of a sibling. */

import type { Resource } from "../../model/resource.ts";
import type { NewField } from "./compare.ts";

/** Mappings with arbitrary keys. */
const FREE: ReadonlySet<string> = new Set([
  ...["annotations", "labels", "matchLabels", "nodeSelector", "selector", "podSelector", "data", "stringData"],
  ...["binaryData", "limits", "requests", "hard", "parameters", "options", "values", "config", "env"],
]);

/** Fields of Kubernetes with similar names. */
const ALIKE: readonly (readonly string[])[] = [
  ["hostPID", "hostIPC"],
  ["clusterIP", "clusterIPs"],
  ["hostIP", "hostIPs"],
  ["podIP", "podIPs"],
  ["ipFamily", "ipFamilies"],
  ["volumeMounts", "volumes"],
  ["namespace", "namespaces"],
  ["resource", "resources"],
  ["topologyKey", "topologyKeys"],
];

/** Built-in groups have no dot, or end like this. The fields of other kinds are unknown. */
function isBuiltIn({ group }: { group: string }): boolean {
  return !group.includes(".") || group.endsWith(".k8s.io");
}

/** The sibling that was probably meant by a new field; undefined if the new field looks right. */
export function typoOf({ path, key, siblings }: NewField, target: Resource): string | undefined {
  const name = path.at(-1) ?? "";
  if (key === undefined || name.length < 4 || !/^[A-Za-z]+$/.test(name)) return undefined;
  if (!isBuiltIn(target.gvk) || path.slice(0, -1).some((step) => FREE.has(step))) return undefined;
  if (target.kind === "CustomResourceDefinition") return undefined;
  return siblings.find((sibling) => sibling !== name && isSlip(name, sibling) && !areAlike(name, sibling));
}

function areAlike(a: string, b: string): boolean {
  return ALIKE.some((group) => group.includes(a) && group.includes(b));
}

/** Whether two names differ only in case, by one letter, or in two letters that are swapped. */
export function isSlip(a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  // They differ somewhere, because they are not the same in lower case.
  let start = 0;
  while (short[start] === long[start]) start++;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  return short[start] === long[start + 1] && short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2);
}
