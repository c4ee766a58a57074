/** Decoding of the fields that change resources: labels, patches, images, replicas, replacements, vars. */

import type { ObjectReader } from "./object_reader.ts";
import type {
  FieldOptions,
  FieldSpec,
  Image,
  Label,
  Patch,
  Replacement,
  ReplacementField,
  ReplacementSource,
  ReplacementTarget,
  Replica,
  Selector,
  SortOptions,
  Var,
} from "./types.ts";

export function decodeFieldSpec(object: ObjectReader): FieldSpec {
  const { group, version, kind } = gvkFields(object);
  return { group, version, kind, path: object.text("path"), create: object.flag("create"), node: object.node };
}

export function decodeLabel(object: ObjectReader): Label {
  return {
    pairs: object.textMap("pairs"),
    includeSelectors: object.flag("includeSelectors"),
    includeTemplates: object.flag("includeTemplates"),
    fields: object.list("fields", decodeFieldSpec),
    node: object.node,
  };
}

export function decodePatch(object: ObjectReader): Patch {
  const target = object.object("target", decodeSelector);
  const patchNode = object.value("patch");
  return {
    path: object.text("path"),
    patch: object.text("patch"),
    ...(target === undefined ? {} : { target }),
    options: decodePatchOptions(object),
    node: object.node,
    ...(patchNode === undefined ? {} : { patchNode }),
  };
}

export function decodePatchOptions(object: ObjectReader): Patch["options"] {
  const options = object.object("options", (options) => ({
    allowNameChange: options.flag("allowNameChange"),
    allowKindChange: options.flag("allowKindChange"),
  }));
  return options ?? { allowNameChange: false, allowKindChange: false };
}

export function decodeSelector(object: ObjectReader): Selector {
  return {
    ...idFields(object),
    annotationSelector: object.text("annotationSelector"),
    labelSelector: object.text("labelSelector"),
    node: object.node,
  };
}

export function decodeImage(object: ObjectReader): Image {
  return {
    name: object.text("name"),
    newName: object.text("newName"),
    tagSuffix: object.text("tagSuffix"),
    newTag: object.text("newTag"),
    digest: object.text("digest"),
    node: object.node,
  };
}

export function decodeReplica(object: ObjectReader): Replica {
  return { name: object.text("name"), count: object.integer("count") ?? 0, node: object.node };
}

export function decodeVar(object: ObjectReader): Var {
  const objref = object.object("objref", (objref) => ({ apiVersion: objref.text("apiVersion"), ...idFields(objref) }));
  const fieldPath = object.object("fieldref", (fieldref) => fieldref.text("fieldPath"));
  return {
    name: object.text("name"),
    objref: objref ?? { apiVersion: "", group: "", version: "", kind: "", name: "", namespace: "" },
    fieldPath: fieldPath || "metadata.name",
    node: object.node,
  };
}

export function decodeReplacementField(object: ObjectReader): ReplacementField {
  const path = object.text("path");
  const replacement = decodeReplacement(object);
  return { path, replacement, node: object.node };
}

export function decodeReplacement(object: ObjectReader): Replacement {
  const source = object.object("source", decodeSource);
  return {
    ...(source === undefined ? {} : { source }),
    targets: object.list("targets", decodeTarget),
    ...(object.has("sourceValue") ? { sourceValue: object.text("sourceValue") } : {}),
    node: object.node,
  };
}

function decodeSource(object: ObjectReader): ReplacementSource {
  const options = object.object("options", decodeFieldOptions);
  return {
    ...idFields(object),
    fieldPath: object.text("fieldPath"),
    ...(options === undefined ? {} : { options }),
    node: object.node,
  };
}

function decodeTarget(object: ObjectReader): ReplacementTarget {
  const select = object.object("select", decodeSelector);
  const options = object.object("options", decodeFieldOptions);
  return {
    ...(select === undefined ? {} : { select }),
    reject: object.list("reject", decodeSelector),
    fieldPaths: object.texts("fieldPaths").map(({ value }) => value),
    ...(options === undefined ? {} : { options }),
    node: object.node,
  };
}

function decodeFieldOptions(object: ObjectReader): FieldOptions {
  return {
    delimiter: object.text("delimiter"),
    index: Number(object.integer("index") ?? 0),
    encoding: object.text("encoding"),
    create: object.flag("create"),
  };
}

export function decodeSortOptions(object: ObjectReader): SortOptions {
  const legacySortOptions = object.object("legacySortOptions", (legacy) => ({
    orderFirst: legacy.texts("orderFirst").map(({ value }) => value),
    orderLast: legacy.texts("orderLast").map(({ value }) => value),
  }));
  return {
    order: object.text("order"),
    ...(legacySortOptions === undefined ? {} : { legacySortOptions }),
    node: object.node,
  };
}

export function gvkFields(object: ObjectReader): { group: string; version: string; kind: string } {
  return { group: object.exactText("group"), version: object.exactText("version"), kind: object.exactText("kind") };
}

function idFields(object: ObjectReader) {
  return { ...gvkFields(object), name: object.exactText("name"), namespace: object.exactText("namespace") };
}
