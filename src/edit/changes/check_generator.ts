/** Checks a generator, as kustomize does before it writes the file. */

import { generateConfigMap, generateSecret } from "../../generate/config_map_and_secret.ts";
import type { ReadFile } from "../../generate/key_values.ts";
import { configMapArgs, secretArgs } from "../../kustomization/generator_fields.ts";
import { STRICT } from "../../kustomization/object_reader.ts";
import { decodeStruct } from "../../kustomization/read_fields.ts";
import { kustomization, type SecretArgs } from "../fields.ts";
import type { GeneratorField } from "./generators.ts";
import type { Sequence } from "../../yaml/tree/node.ts";

/** Throws `KustError` if the generator's keys or files are invalid. */
export function checkGenerator(field: GeneratorField, generator: SecretArgs, readFile: ReadFile): void {
  const encoded = kustomization.fields[field].encode([generator]);
  const node = (encoded as Sequence).items[0]!;
  if (field === "configMapGenerator") {
    generateConfigMap(decodeStruct(node, field, STRICT, configMapArgs), readFile);
  } else generateSecret(decodeStruct(node, field, STRICT, secretArgs), readFile);
}
