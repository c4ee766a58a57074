/** `$patch`: the directive of a strategic merge patch for the mapping or list around it. */

import { fail } from "../diagnostics/diagnostic.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { type Mapping, type Node, scalarText, type Sequence } from "../yaml/tree/node.ts";
import { isEmptyElement } from "./keyed_list.ts";

export type Directive = "merge" | "replace" | "delete";

const KEY = "$patch";

/** Removes and returns the directive of a mapping. Throws `invalid-patch` for an unknown directive. */
export function takeDirective(patch: Mapping): Directive {
  const value = patch.get(KEY);
  if (value === undefined) return "merge";
  const directive = parseDirective(value);
  patch.delete(KEY);
  return directive;
}

/** Like `takeDirective`, but treats a mapping with an unknown directive as plain data. */
export function takeKnownDirective(patch: Mapping): Directive {
  const value = patch.get(KEY);
  return value !== undefined && isDirective(scalarText(value)) ? takeDirective(patch) : "merge";
}

/** The directive of a list: that of its first element with `$patch` and nothing else. Removes such elements. */
export function takeListDirective(patch: Sequence): Directive {
  const element = patch.items.find((item) => directiveNode(item) !== undefined);
  if (element?.kind !== "mapping") return "merge";
  const [entry, ...others] = element.entries;
  if (entry === undefined || others.length > 0) return "merge";
  const directive = parseDirective(entry.value);
  patch.items = patch.items.filter((item) => !isEmptyElement(item) && !says(item, directive));
  return directive;
}

/** Also true for an element that would delete itself: kustomize drops it together with the list's directive. */
function says(item: Node, directive: Directive): boolean {
  const value = directiveNode(item);
  return value !== undefined && scalarText(value) === directive;
}

function directiveNode(item: Node): Node | undefined {
  return item.kind === "mapping" ? item.get(KEY) : undefined;
}

function parseDirective(value: Node): Directive {
  const directive = scalarText(value);
  if (isDirective(directive)) return directive;
  fail("invalid-patch", `unknown $patch directive '${directive}'`, {
    ...atPlace(value),
    hint: "use 'merge', 'replace' or 'delete'",
  });
}

function isDirective(directive: string): directive is Directive {
  return directive === "merge" || directive === "replace" || directive === "delete";
}
