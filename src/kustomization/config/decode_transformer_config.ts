/** Decodes the files under `configurations:`. */

import type { Compat } from "../../compat/compat.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { fieldSpec, nameBackReference } from "../change_fields.ts";
import { list } from "../field.ts";
import { decodeObject, type ObjectReader } from "../object_reader.ts";
import { LENIENT } from "../reader_mode.ts";
import { readOne } from "../read_fields.ts";
import {
  EMPTY_TRANSFORMER_CONFIG,
  mapSpecLists,
  type TransformerConfig,
  transformerConfig,
} from "./transformer_config.ts";

/** Decodes one file; `node` is its document, undefined for an empty file. Unknown fields are errors. */
export function decodeTransformerConfig(node: Node | undefined, compat: Compat): TransformerConfig {
  if (node === undefined) return EMPTY_TRANSFORMER_CONFIG;
  const mode = { ...LENIENT, strict: true, dialect: "v2", compat } as const;
  return decodeObject(node, "the configuration", mode, decodeLists);
}

function decodeLists(object: ObjectReader): TransformerConfig {
  const lists = mapSpecLists((name) => {
    if (name === "volumeClaimTemplateLabels" && !object.mode.compat.has("volume-claim-template-labels")) return [];
    return readOne(object, name, list(fieldSpec));
  });
  return transformerConfig({ ...lists, nameReference: readOne(object, "nameReference", list(nameBackReference)) });
}
