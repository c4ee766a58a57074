/** ConfigMaps and Secrets from `configMapGenerator` and `secretGenerator`. */

import { type Details, fail } from "../diagnostics/diagnostic.ts";
import type { ConfigMapArgs, GeneratorArgs, GeneratorOptions, SecretArgs, TextMap } from "../kustomization/types.ts";
import { behaviorOf, NO_HISTORY } from "../model/history.ts";
import { Resource, updateHistory } from "../model/resource.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { Mapping, mappingOf, Scalar, scalarText, stringScalar } from "../yaml/tree/node.ts";
import { tagOf } from "../yaml/scalar/resolve.ts";
import { newText } from "../yaml/read/new_text.ts";
import { describeTag } from "../yaml/tree/describe.ts";
import { encodeBase64Lines } from "../text/bytes/base64.ts";
import { compareCodePoints } from "../text/compare.ts";
import { atOrigin, type KeyFiles, keyValues } from "./key_values.ts";
import { encodeUtf8 } from "../text/bytes/utf8.ts";

export function generateConfigMap(args: ConfigMapArgs, files: KeyFiles): Resource {
  const node = baseNode("ConfigMap", args);
  const data = new Mapping();
  const binaryData = new Mapping();
  for (const [key, value] of keyValues(args, files)) {
    checkKey(key, args, files);
    if (typeof value === "string") data.entries.push({ key: new Scalar(key), value: newText(value) });
    else binaryData.entries.push({ key: new Scalar(key), value: newText(encodeBase64Lines(value)) });
  }
  if (data.entries.length > 0) node.set("data", sorted(data));
  if (binaryData.entries.length > 0) node.set("binaryData", sorted(binaryData));
  return finish(node, args);
}

/** A Secret always has `data`, even if it is empty, and encodes all of it in base64. */
export function generateSecret(args: SecretArgs, files: KeyFiles): Resource {
  const node = baseNode("Secret", args);
  node.set("type", newText(args.type === "" ? "Opaque" : args.type));
  const data = new Mapping();
  for (const [key, value] of keyValues(args, files)) {
    checkKey(key, args, files);
    const bytes = typeof value === "string" ? encodeUtf8(value) : value;
    data.entries.push({ key: new Scalar(key), value: newText(encodeBase64Lines(bytes)) });
  }
  node.set("data", sorted(data));
  return finish(node, args);
}

/** Merges the options of one generator with `generatorOptions`: the generator's own labels and annotations win. */
export function mergeOptions(
  own: GeneratorOptions | undefined,
  shared: GeneratorOptions | undefined,
): GeneratorOptions | undefined {
  if (shared === undefined || own === undefined) return own ?? shared;
  return {
    labels: new Map([...shared.labels, ...own.labels]),
    annotations: new Map([...shared.annotations, ...own.annotations]),
    disableNameSuffixHash: own.disableNameSuffixHash || shared.disableNameSuffixHash,
    immutable: own.immutable || shared.immutable,
  };
}

function baseNode(kind: string, args: GeneratorArgs): Mapping {
  if (args.name === "") {
    fail("missing-name", `a generated ${kind} must have a name`, {
      ...atPlace(args.node),
      hint: "add the field 'name'",
    });
  }
  const metadata = mappingOf({ name: newText(args.name) });
  if (args.namespace !== "") metadata.set("namespace", newText(args.namespace));
  const { labels, annotations } = args.options ?? {};
  if (labels?.size) metadata.set("labels", textMapping(labels, args, quotedScalar));
  if (annotations?.size) metadata.set("annotations", textMapping(annotations, args, newText));
  const object = mappingOf({ apiVersion: stringScalar("v1"), kind: stringScalar(kind), metadata });
  // Messages about the resource point at its generator.
  object.source = args.node?.source;
  object.start = args.node?.start ?? 0;
  return object;
}

function finish(node: Mapping, args: GeneratorArgs): Resource {
  if (args.options?.immutable) node.set("immutable", new Scalar("true", "plain", "!!bool"));
  const behavior = behaviorOf(args.behavior);
  const resource = new Resource(node, { ...NO_HISTORY, behavior });
  if (!args.options?.disableNameSuffixHash) updateHistory(resource, { behavior, needsHash: true, steps: [] });
  return resource;
}

/** kustomize writes keys plain, so a key that YAML reads as a boolean, null or a fraction fails. */
function checkKey(key: string, args: GeneratorArgs, files?: KeyFiles): void {
  const tag = tagOf(new Scalar(key));
  if (tag === "!!str" || tag === "!!int" || tag === "!!timestamp") return;
  fail("invalid-key", `the key '${key}' of '${args.name}' must be a string, but YAML reads it as ${describeTag(tag)}`, {
    ...(files === undefined ? atPlace(args.node) : atKey(key, args, files)),
    hint: "choose a key that YAML reads as a string",
  });
}

function atKey(wanted: string, args: GeneratorArgs, files: KeyFiles): Details {
  let at: Details = {};
  keyValues(args, files, (key, origin) => {
    if (key === wanted) at = atOrigin(origin, files);
  });
  return at;
}

/** By key. */
function sorted(mapping: Mapping): Mapping {
  mapping.entries.sort((a, b) => compareCodePoints(scalarText(a.key), scalarText(b.key)));
  return mapping;
}

/**
 * kustomize quotes labels, so a text that it cannot write as a block scalar is fine in one, but not in an annotation.
 */
function quotedScalar(value: string): Scalar {
  return new Scalar(value, "single", "!!str");
}

function textMapping(texts: TextMap, args: GeneratorArgs, scalar: (value: string) => Scalar): Mapping {
  const made = new Mapping();
  for (const [key, value] of texts) {
    checkKey(key, args);
    made.entries.push({ key: new Scalar(key), value: scalar(value) });
  }
  return sorted(made);
}
