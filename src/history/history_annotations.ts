/**
 * The annotations in which kustomize keeps the history of a resource, one per row. Functions, plugins and patches can
 * see and change them. Nothing else in kust stores history there.
 */

import { behaviorOf, type History, NO_HISTORY, type Origin, type PreviousId } from "../model/history.ts";
import { type Resource, updateHistory } from "../model/resource.ts";
import { fieldsNamed } from "../model/text_map.ts";
import { Mapping, scalarText } from "../yaml/tree/node.ts";
import { originText, readOrigin, readTransformations, transformationsText } from "./origin_text.ts";

export const INTERNAL = "internal.config.kubernetes.io/";

interface HistoryAnnotation {
  readonly annotation: string;
  /** The text that kustomize stores there; undefined if there is none. */
  readonly write: (history: History) => string | undefined;
  /**
   * Parses the text into a part of the history, which is empty without a text. `told` is the result of earlier rows.
   */
  readonly read: (text: string | undefined, told: History) => Partial<History>;
  /** The entry of `buildMetadata` that shows it in the output, if any. */
  readonly shownBy?: string;
}

export const FROM_HELM = `${INTERNAL}helm-generated`;
export const ALLOW_NAME_CHANGE = `${INTERNAL}allowNameChange`;
export const ALLOW_KIND_CHANGE = `${INTERNAL}allowKindChange`;
export const ENABLED = "enabled";

export const HISTORY_ANNOTATIONS: readonly HistoryAnnotation[] = [
  {
    annotation: `${INTERNAL}previousNames`,
    write: ({ previousIds }) => joined(previousIds.map(({ name }) => name)),
    read: (text) => ({ previousIds: split(text).map((name) => ({ name, namespace: "", kind: "" })) }),
  },
  {
    annotation: `${INTERNAL}previousNamespaces`,
    write: ({ previousIds }) => joined(previousIds.map(({ namespace }) => namespace)),
    read: (text, told) => ({ previousIds: withParts(told, split(text), (namespace) => ({ namespace })) }),
  },
  {
    annotation: `${INTERNAL}previousKinds`,
    write: ({ previousIds }) => joined(previousIds.map(({ kind }) => kind)),
    read: (text, told) => ({ previousIds: withParts(told, split(text), (kind) => ({ kind })) }),
  },
  {
    annotation: `${INTERNAL}prefixes`,
    write: ({ prefixes }) => joined(prefixes),
    read: (text) => ({ prefixes: split(text) }),
  },
  {
    annotation: `${INTERNAL}suffixes`,
    write: ({ suffixes }) => joined(suffixes),
    read: (text) => ({ suffixes: split(text) }),
  },
  {
    annotation: `${INTERNAL}generatorBehavior`,
    write: ({ behavior }) => behavior,
    read: (text) => ({ behavior: text === undefined ? undefined : behaviorOf(text) }),
  },
  {
    annotation: `${INTERNAL}needsHashSuffix`,
    write: ({ needsHash }) => needsHash ? ENABLED : undefined,
    read: (text) => ({ needsHash: text === ENABLED }),
  },
  {
    annotation: ALLOW_NAME_CHANGE,
    write: ({ allowNameChange }) => allowNameChange ? ENABLED : undefined,
    read: (text) => ({ allowNameChange: text !== undefined }),
  },
  {
    annotation: ALLOW_KIND_CHANGE,
    write: ({ allowKindChange }) => allowKindChange ? ENABLED : undefined,
    read: (text) => ({ allowKindChange: text !== undefined }),
  },
  {
    annotation: FROM_HELM,
    write: ({ fromHelm }) => fromHelm ? "true" : undefined,
    read: (text) => ({ fromHelm: text === "true" }),
  },
  {
    annotation: "config.kubernetes.io/origin",
    write: ({ origin }) => origin && originText(origin),
    read: (text) => ({ origin: readOrigin(text) }),
    shownBy: "originAnnotations",
  },
  {
    annotation: "alpha.config.kubernetes.io/transformations",
    write: ({ transformations }) => transformationsOf(transformations),
    read: (text) => ({ transformations: readTransformations(text) }),
    shownBy: "transformerAnnotations",
  },
];

/** The annotations that kustomize would store, in its order. */
export function historyAnnotations(history: History): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { annotation, write } of HISTORY_ANNOTATIONS) {
    const text = write(history);
    if (text !== undefined) texts.set(annotation, text);
  }
  return texts;
}

/**
 * Moves the history out of a resource's annotations. A missing annotation resets its part.
 *
 * @param steps Where to begin the steps of a resource that gets a hash.
 */
export function takeHistory(resource: Resource, steps?: []): void {
  const annotations = resource.annotations();
  const { varNames, isConverted } = resource.history;
  let told: History = { ...NO_HISTORY, varNames, isConverted };
  for (const { annotation, read } of HISTORY_ANNOTATIONS) {
    told = { ...told, ...read(annotations.get(annotation), told) };
  }
  updateHistory(resource, told.needsHash ? { ...told, steps } : told);
  const own = HISTORY_ANNOTATIONS.map(({ annotation }) => annotation).filter((annotation) =>
    annotations.has(annotation)
  );
  if (own.length > 0) resource.edit(() => removeAll(resource.metadata, own));
}

/**
 * Removes annotations, and the field if nothing is left, except if it is repeated: then the build merges the fields at
 * its end. Returns the texts of those that existed.
 */
export function removeAll(metadata: Mapping | undefined, keys: Iterable<string>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const annotations = metadata?.get("annotations");
  const mapping = annotations?.kind === "mapping" ? annotations : new Mapping();
  for (const key of keys) {
    const value = mapping.get(key);
    if (value === undefined) continue;
    texts.set(key, scalarText(value));
    mapping.delete(key);
  }
  const isRepeated = fieldsNamed(metadata, "annotations").length > 1;
  if (mapping.entries.length === 0 && !isRepeated) metadata?.delete("annotations");
  return texts;
}

function joined(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join(",");
}

function split(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(",");
}

/** kustomize panics if its three lists differ in length; here the shortest counts. */
function withParts(
  { previousIds }: History,
  parts: readonly string[],
  idOf: (part: string) => Partial<PreviousId>,
): PreviousId[] {
  return previousIds.slice(0, parts.length).map((id, index) => ({ ...id, ...idOf(parts[index] ?? "") }));
}

function transformationsOf(transformations: readonly Origin[]): string | undefined {
  return transformations.length === 0 ? undefined : transformationsText(transformations);
}
