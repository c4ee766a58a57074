/** Decodes a kustomization file strictly, and moves deprecated fields to their successors. */

import { type Compat, NEWEST } from "../compat/compat.ts";
import { type Diagnostic, fail } from "../diagnostics/diagnostic.ts";
import { atPlace, partOf } from "../yaml/tree/place.ts";
import { Mapping, type Node, scalarText } from "../yaml/tree/node.ts";
import type { Field, Fields } from "./field_type.ts";
import { API_VERSIONS, kustomization } from "./fields.ts";
import { moveFields } from "./moves.ts";
import { decodeObject, type ObjectReader } from "./object_reader.ts";
import { STRICT } from "./reader_mode.ts";
import { readFields, zeroOf } from "./read_fields.ts";
import type { Kustomization } from "./types.ts";
import { ownValue } from "../text/own_value.ts";
import { compareTexts } from "../text/compare.ts";

export interface DecodedKustomization {
  kustomization: Kustomization;
  /** Warnings for deprecated fields, with kustomize's text and order. */
  warnings: Diagnostic[];
}

const FIELDS: Fields = kustomization.fields;

/**
 * Decodes the document of a kustomization file.
 *
 * @param node The file's first document; null or undefined for an empty file.
 * @param file The file's name, for the message about an empty one.
 */
export function decodeKustomization(
  node: Node | undefined,
  file: string,
  compat: Compat = NEWEST,
): DecodedKustomization {
  return decodeObject(node ?? new Mapping(), "the kustomization", { ...STRICT, compat }, (object) => {
    checkKind(object);
    const warnings = deprecations(object);
    const decoded = readFields(object, kustomization);
    decoded.kind ||= "Kustomization";
    decoded.apiVersion ||= requiredApiVersion(decoded.kind);
    moveFields(decoded, kustomization, zeroOf);
    object.end();
    checkNotEmpty(object, decoded, file);
    checkTypeMeta(object, decoded);
    return { kustomization: decoded, warnings };
  });
}

/** kustomize warns in alphabetical order. */
function deprecations(object: ObjectReader): Diagnostic[] {
  const used = Object.entries(FIELDS).filter(([name, field]) => field.deprecated !== undefined && object.has(name));
  return used.sort(([a], [b]) => compareTexts(a, b)).map(([name, field]) => ({
    code: "deprecated-field",
    message: deprecation(name, field),
    ...atPlace(object.value(name)),
  }));
}

function deprecation(name: string, { deprecated, experimentalFix }: Field): string {
  return `# Warning: '${name}' is deprecated. Please use '${deprecated}' instead. ` +
    `${experimentalFix ? "[EXPERIMENTAL] " : ""}Run 'kustomize edit fix' to update your Kustomization automatically.`;
}

/** Rejects a kustomization with no fields but apiVersion and kind. An empty list counts as a field. */
function checkNotEmpty(object: ObjectReader, decoded: Kustomization, file: string): void {
  if (object.fields().some((name) => isFilled(object, name, decoded))) return;
  fail("empty-kustomization", "the kustomization is empty", {
    ...atPlace(object.node),
    file,
    hint: "add 'resources', or another field",
  });
}

/** Whether a field counts: an empty text does not, nor does an empty list that is moved into its successor. */
function isFilled(object: ObjectReader, name: string, decoded: Kustomization): boolean {
  if (name === "apiVersion" || name === "kind") return false;
  const { kind, movedTo } = ownValue(FIELDS, name)!;
  if (movedTo !== undefined) {
    const successor: unknown = decoded[movedTo as keyof Kustomization];
    return Array.isArray(successor) && successor.length > 0;
  }
  return kind !== "text" || object.text(name) !== "";
}

/** For an object of another kind, its kind is a better message than an unknown field. */
function checkKind(object: ObjectReader): void {
  const group = scalarText(object.value("apiVersion")).split("/", 1)[0];
  const kind = scalarText(object.value("kind"));
  if (group === "kustomize.toolkit.fluxcd.io") {
    const path = scalarText(partOf(object.node.get("spec"), "path"));
    const built = path === "" ? "the folder that its 'spec.path' names" : `the folder of its 'spec.path', '${path}',`;
    fail("wrong-kind", "this is a Kustomization of Flux, not one of kustomize", {
      ...atPlace(object.value("apiVersion")),
      hint: `build ${built} in its source`,
    });
  }
  if (kind === "" || Object.hasOwn(API_VERSIONS, kind) || !object.has("metadata")) return;
  fail("wrong-kind", `kind must be Kustomization or Component, found '${kind}'`, {
    ...atPlace(object.value("kind")),
    hint: "if this is a resource, rename the file and list it under 'resources' of a kustomization",
  });
}

function checkTypeMeta(object: ObjectReader, { kind, apiVersion }: Kustomization): void {
  if (!Object.hasOwn(API_VERSIONS, kind)) {
    fail("wrong-kind", `kind must be Kustomization or Component, found '${kind}'`, atPlace(object.value("kind")));
  }
  const required = requiredApiVersion(kind);
  if (apiVersion !== required) {
    const message = `apiVersion of a ${kind} must be ${required}, found '${apiVersion}'`;
    fail("invalid-value", message, atPlace(object.value("apiVersion")));
  }
}

/** The required `apiVersion` of a kustomization of this kind. */
export function requiredApiVersion(kind: string): string {
  return kind === "Component" ? API_VERSIONS.Component : API_VERSIONS.Kustomization;
}
