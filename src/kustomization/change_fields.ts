/**
 * The objects in the fields that change resources: patches, images, labels, replacements, … Shared with builtin
 * plugins.
 */

import {
  exactText,
  field,
  flag,
  integer,
  list,
  placedText,
  pointer,
  smallInteger,
  struct,
  text,
  textMap,
} from "./field.ts";

const gvk = { group: exactText, version: exactText, kind: exactText };
const resId = { ...gvk, name: exactText, namespace: exactText };

export const fieldSpec = struct({ ...gvk, path: text, create: flag });

/** In a `configurations` file: the fields that hold names of resources of a kind. */
export const nameBackReference = struct({ ...gvk, fieldSpecs: list(fieldSpec) });

export const selector = struct({ ...resId, annotationSelector: text, labelSelector: text });

export const patchOptions = struct({ allowNameChange: flag, allowKindChange: flag });

export const patch = struct({
  path: field(placedText, { paths: "file" }),
  patch: placedText,
  target: pointer(selector),
  options: field(pointer(patchOptions), { anyFlags: "any-patch-option" }),
});

/** The settings of a PatchJson6902Transformer. */
export const jsonPatchSettings = struct({
  target: pointer(selector),
  path: field(placedText, { paths: "file" }),
  jsonOp: placedText,
  options: field(pointer(patchOptions), { anyFlags: "any-patch-option" }),
});

export const image = struct({ name: text, newName: text, tagSuffix: text, newTag: text, digest: text });

export const replica = struct({ name: text, count: field(integer, { always: true }) });

export const label = struct({
  pairs: textMap,
  includeSelectors: flag,
  includeTemplates: flag,
  includeVolumeClaimTemplates: field(flag, { behaviour: "volume-claim-template-labels" }),
  fields: list(fieldSpec),
});

export const replacementOptions = struct({
  delimiter: text,
  index: smallInteger,
  encoding: field(text, { ignored: true }),
  create: flag,
});

export const replacementSource = struct({ ...resId, fieldPath: text, options: pointer(replacementOptions) });

export const replacementTarget = struct({
  select: field(pointer(selector), { always: true }),
  reject: list(pointer(selector)),
  fieldPaths: list(text),
  options: pointer(replacementOptions),
});

/** A replacement in its own file. */
export const replacement = struct({
  source: pointer(replacementSource),
  targets: list(pointer(replacementTarget)),
  sourceValue: field(pointer(text), { behaviour: "source-value" }),
});

/** An entry of `replacements`: the path of a file, or an inline replacement. */
export const replacementEntry = struct({ ...replacement.fields, path: field(placedText, { paths: "file" }) });

export const objectReference = struct({
  apiVersion: text,
  ...gvk,
  name: field(exactText, { always: true }),
  namespace: exactText,
});

export const fieldReference = struct({ fieldPath: text });

export const variable = struct({
  name: field(text, { always: true }),
  objref: objectReference,
  fieldref: fieldReference,
});

/**
 * A target of a ValueAddTransformer. Without a selector it matches all resources.
 *
 * - `fieldPath`: steps separated by `/`: fields, indexes, `-` (the last element) and `[key=value]`; `\/` is a slash in
 *    a step.
 * - `filePathPosition`: position, starting at 1, of the value among the steps of the path in the field; 0 replaces the
 *    field.
 */
export const valueAddTarget = struct({ selector: pointer(selector), fieldPath: text, filePathPosition: smallInteger });

export const legacySortOptions = struct({
  orderFirst: field(list(text), { always: true }),
  orderLast: field(list(text), { always: true }),
});

export const sortOptions = struct({ order: text, legacySortOptions: pointer(legacySortOptions) });
