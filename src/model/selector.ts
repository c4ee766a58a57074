/** Selects the resources for a patch or a target of a replacement: patterns on ids, label and annotation selectors. */

import { KustError, type Place } from "../diagnostics/diagnostic.ts";
import { compileRegexp, type Regexp } from "../regexp/regexp.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { type Node, scalarText } from "../yaml/tree/node.ts";
import type { Gvk } from "./gvk.ts";
import { type LabelSelector, parseLabelSelector } from "./label_selector.ts";
import { effectiveNamespace, type ResId } from "./res_id.ts";
import type { Resource } from "./resource.ts";
import { readTextMap } from "./text_map.ts";

/** Selects resources. `group` to `namespace` are RE2 patterns that must match the whole text; "" selects all. */
export interface Selector {
  group: string;
  version: string;
  kind: string;
  name: string;
  namespace: string;
  annotationSelector: string;
  labelSelector: string;
  node?: Node;
}

/** A compiled selector. */
export interface CompiledSelector {
  /** The only name, and the only kind, that can match; undefined if there may be several. Used for lookups. */
  readonly onlyName: string | undefined;
  readonly onlyKind: string | undefined;
  /** Whether every part matches; names and namespaces may match either their original or their current values. */
  selects(resource: Resource): boolean;
  /** Whether the id alone matches; the namespace counts as written. */
  selectsId(id: ResId): boolean;
  /** Whether the label and the annotation selector match. */
  selectsLabels(resource: Resource): boolean;
}

/**
 * Compiles the patterns of a selector; a part that is "" selects all. Throws `invalid-pattern`. As in kustomize, a
 * label selector is parsed only once a resource matches otherwise, so an invalid one may go unnoticed; then it throws
 * `invalid-selector`.
 */
export function compileSelector(selector: Selector): CompiledSelector {
  const group = anchored(selector, "group");
  const version = anchored(selector, "version");
  const kind = anchored(selector, "kind");
  const name = anchored(selector, "name");
  const namespace = anchored(selector, "namespace");
  const labels = lazyLabelSelector(selector, "labelSelector");
  const annotations = lazyLabelSelector(selector, "annotationSelector");

  const fitsGvk = (gvk: Gvk) => fits(kind, gvk.kind) && fits(group, gvk.group) && fits(version, gvk.version);
  const fitsName = ({ id, history }: Resource) =>
    fits(name, id.name) || (history.previousIds.length > 0 && fits(name, history.previousIds[0]!.name));
  const fitsNamespace = (resource: Resource) =>
    namespace === undefined || namespace.matches(effectiveNamespace(resource.id)) ||
    namespace.matches(effectiveNamespace(resource.originalId));
  const selectsLabels = ({ metadata }: Resource) =>
    fitsTexts(labels, metadata?.get("labels")) && fitsTexts(annotations, metadata?.get("annotations"));

  return {
    onlyName: name?.only,
    onlyKind: kind?.only,
    selects: (resource) =>
      fitsGvk(resource.id.gvk) && fitsName(resource) && fitsNamespace(resource) && selectsLabels(resource),
    selectsId: (id) => fitsGvk(id.gvk) && fits(name, id.name) && fits(namespace, id.namespace),
    selectsLabels,
  };
}

/** A text that is its own pattern, as nearly all are: only these need no parser. */
const PLAIN = /^[\w-]{1,253}$/;

type Part = Pick<Regexp, "only" | "matches">;

function fits(pattern: Part | undefined, text: string): boolean {
  return pattern === undefined || pattern.matches(text);
}

/** The pattern of a part, anchored to match whole texts; undefined for "". */
function anchored(selector: Selector, part: "group" | "version" | "kind" | "name" | "namespace"): Part | undefined {
  const pattern = selector[part];
  if (pattern === "") return undefined;
  if (PLAIN.test(pattern)) return { only: pattern, matches: (text) => text === pattern };
  try {
    return compileRegexp(`^(?:${pattern})$`, placeOfPart(selector, part));
  } catch (error) {
    if (!(error instanceof KustError)) throw error;
    // Quotes the pattern as the user has written it, or its end.
    const message = error.message.replace("`^(?:", "`").replace(/\)\$`$/, "`");
    throw new KustError({ ...error.diagnostic, message });
  }
}

function lazyLabelSelector(
  selector: Selector,
  part: "labelSelector" | "annotationSelector",
): (() => LabelSelector) | undefined {
  if (selector[part] === "") return undefined;
  let parsed: LabelSelector | undefined;
  return () => parsed ??= parseLabelSelector(selector[part], placeOfPart(selector, part));
}

function placeOfPart({ node }: Selector, part: string): Place | undefined {
  const value = node?.kind === "mapping" ? node.get(part) : undefined;
  return atPlace(value ?? node).place;
}

/** Reads a list even without a selector, because kustomize does, and fails if its length is odd. */
function fitsTexts(selector: (() => LabelSelector) | undefined, texts: Node | undefined): boolean {
  const listed = texts?.kind === "sequence" ? readTextMap(texts) : undefined;
  return selector === undefined ||
    selector().matches((key) => listed === undefined ? valueIn(texts, key) : listed.get(key));
}

/** The text of a label; a value that is not a scalar counts as "". */
function valueIn(labels: Node | undefined, key: string): string | undefined {
  const value = labels?.kind === "mapping" ? labels.get(key) : undefined;
  if (value === undefined) return undefined;
  return scalarText(value);
}
