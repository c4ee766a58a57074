/** Checks a generator, as kustomize does before it writes the file. */

import { NEWEST } from "../../compat/compat.ts";
import { generateConfigMap, generateSecret } from "../../generate/config_map_and_secret.ts";
import type { KeyFiles } from "../../generate/key_values.ts";
import { configMapArgs, secretArgs } from "../../kustomization/generator_fields.ts";
import { STRICT } from "../../kustomization/reader_mode.ts";
import { decodeStruct } from "../../kustomization/read_fields.ts";
import { encodeEntry, fileCodec, type SecretArgs } from "../fields.ts";
import type { GeneratorField } from "./generators.ts";

/** Throws `KustError` if the generator's keys or files are invalid. */
export function checkGenerator(field: GeneratorField, generator: SecretArgs, files: KeyFiles): void {
  // Generators have the same fields in all releases.
  const node = encodeEntry(fileCodec(NEWEST), field, generator);
  if (field === "configMapGenerator") {
    generateConfigMap(decodeStruct(node, field, STRICT, configMapArgs), files);
  } else generateSecret(decodeStruct(node, field, STRICT, secretArgs), files);
}
