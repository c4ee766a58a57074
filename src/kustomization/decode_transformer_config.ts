/** Decoding of the files under `configurations:`. */

import type { Node } from "../yaml/tree/node.ts";
import { decodeFieldSpec, gvkFields } from "./decode_changes.ts";
import { decodeObject, type ObjectReader } from "./object_reader.ts";
import {
  EMPTY_TRANSFORMER_CONFIG,
  type NameBackReference,
  type TransformerConfig,
  transformerConfig,
} from "./transformer_config.ts";

/** Decodes one file; `node` is its document, undefined for an empty file. Unknown fields are errors. */
export function decodeTransformerConfig(node: Node | undefined): TransformerConfig {
  if (node === undefined) return EMPTY_TRANSFORMER_CONFIG;
  return decodeObject(node, "the configuration", { strict: true, coerce: true, dialect: "v2" }, decodeLists);
}

function decodeLists(object: ObjectReader): TransformerConfig {
  return transformerConfig({
    namePrefix: object.list("namePrefix", decodeFieldSpec),
    nameSuffix: object.list("nameSuffix", decodeFieldSpec),
    namespace: object.list("namespace", decodeFieldSpec),
    commonLabels: object.list("commonLabels", decodeFieldSpec),
    labels: object.list("labels", decodeFieldSpec),
    templateLabels: object.list("templateLabels", decodeFieldSpec),
    commonAnnotations: object.list("commonAnnotations", decodeFieldSpec),
    nameReference: object.list("nameReference", decodeNameBackReference),
    varReference: object.list("varReference", decodeFieldSpec),
    images: object.list("images", decodeFieldSpec),
    replicas: object.list("replicas", decodeFieldSpec),
  });
}

function decodeNameBackReference(object: ObjectReader): NameBackReference {
  return { ...gvkFields(object), fieldSpecs: object.list("fieldSpecs", decodeFieldSpec) };
}
