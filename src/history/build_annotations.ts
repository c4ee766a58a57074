/**
 * History written as kustomize's build annotations and read back: the form in which functions and plugins see it, and may
 * change it. Nothing else in this program keeps history there.
 */

import {
  ORIGIN,
  originText,
  readOrigin,
  readTransformations,
  TRANSFORMATIONS,
  transformationsText,
} from "./origin_annotations.ts";
import type { Behavior, History, Resource } from "../model/resource.ts";

export const BUILD_ANNOTATION_DOMAIN = "internal.config.kubernetes.io";
const PREVIOUS_NAMES = `${BUILD_ANNOTATION_DOMAIN}/previousNames`;
const PREVIOUS_NAMESPACES = `${BUILD_ANNOTATION_DOMAIN}/previousNamespaces`;
const PREVIOUS_KINDS = `${BUILD_ANNOTATION_DOMAIN}/previousKinds`;
const PREFIXES = `${BUILD_ANNOTATION_DOMAIN}/prefixes`;
const SUFFIXES = `${BUILD_ANNOTATION_DOMAIN}/suffixes`;
const BEHAVIOR = `${BUILD_ANNOTATION_DOMAIN}/generatorBehavior`;
const NEEDS_HASH = `${BUILD_ANNOTATION_DOMAIN}/needsHashSuffix`;
export const ALLOW_NAME_CHANGE = `${BUILD_ANNOTATION_DOMAIN}/allowNameChange`;
export const ALLOW_KIND_CHANGE = `${BUILD_ANNOTATION_DOMAIN}/allowKindChange`;
const FROM_HELM = `${BUILD_ANNOTATION_DOMAIN}/helm-generated`;
export const ENABLED = "enabled";
const ALL = [PREVIOUS_NAMES, PREVIOUS_NAMESPACES, PREVIOUS_KINDS, PREFIXES, SUFFIXES, BEHAVIOR, NEEDS_HASH, FROM_HELM]
  .concat(ALLOW_NAME_CHANGE, ALLOW_KIND_CHANGE, ORIGIN, TRANSFORMATIONS);

/** Adds to `annotations` what kustomize would hold there of the resource's history. */
export function showHistory(history: History, annotations: Map<string, string>): void {
  const show = (name: string, values: string[]) => {
    if (values.length > 0) annotations.set(name, values.join(","));
  };
  show(PREVIOUS_NAMES, history.previousIds.map(({ name }) => name));
  show(PREVIOUS_NAMESPACES, history.previousIds.map(({ namespace }) => namespace));
  show(PREVIOUS_KINDS, history.previousIds.map(({ kind }) => kind));
  show(PREFIXES, history.prefixes);
  show(SUFFIXES, history.suffixes);
  if (history.behavior !== undefined) annotations.set(BEHAVIOR, history.behavior);
  if (history.needsHash) annotations.set(NEEDS_HASH, ENABLED);
  if (history.allowNameChange) annotations.set(ALLOW_NAME_CHANGE, ENABLED);
  if (history.allowKindChange) annotations.set(ALLOW_KIND_CHANGE, ENABLED);
  if (history.fromHelm) annotations.set(FROM_HELM, "true");
  if (history.origin !== undefined) annotations.set(ORIGIN, originText(history.origin));
  if (history.transformations.length > 0) {
    annotations.set(TRANSFORMATIONS, transformationsText(history.transformations));
  }
}

/** Moves build annotations that stand in a resource's node into its history; what is not there is no history. */
export function takeHistory(resource: Resource): void {
  const { annotations, history } = resource;
  const take = (name: string) => {
    const text = annotations.get(name);
    return text === undefined ? [] : text.split(",");
  };
  const names = take(PREVIOUS_NAMES);
  const namespaces = take(PREVIOUS_NAMESPACES);
  const kinds = take(PREVIOUS_KINDS);
  // kustomize panics where the three lists differ in length; here the shortest counts.
  const length = Math.min(names.length, namespaces.length, kinds.length);
  history.previousIds = names.slice(0, length).map((name, index) => {
    return { name, namespace: namespaces[index]!, kind: kinds[index]! };
  });
  history.prefixes = take(PREFIXES);
  history.suffixes = take(SUFFIXES);
  history.behavior = behaviorOf(annotations.get(BEHAVIOR));
  history.needsHash = annotations.get(NEEDS_HASH) === ENABLED;
  history.allowNameChange = annotations.has(ALLOW_NAME_CHANGE);
  history.allowKindChange = annotations.has(ALLOW_KIND_CHANGE);
  history.fromHelm = annotations.get(FROM_HELM) === "true";
  history.origin = readOrigin(annotations.get(ORIGIN));
  history.transformations = readTransformations(annotations.get(TRANSFORMATIONS));
  const rest = new Map([...annotations].filter(([name]) => !ALL.includes(name)));
  if (rest.size < annotations.size) resource.annotations = rest;
  resource.identityChanged();
}

function behaviorOf(text: string | undefined): Behavior | undefined {
  if (text === undefined) return undefined;
  return text === "create" || text === "merge" || text === "replace" ? text : "unspecified";
}
