/** The field specs of a kustomization: kustomize's own, and those of `configurations` and `crds`. */

import { decodeTransformerConfig } from "../../kustomization/config/decode_transformer_config.ts";
import { mergeTransformerConfigs, withConfigurations } from "../../kustomization/config/merge_configs.ts";
import { type TransformerConfig, transformerConfig } from "../../kustomization/config/transformer_config.ts";
import type { Text } from "../../kustomization/types.ts";
import { readCrdConfig } from "../../schema/crd_config.ts";
import type { Source } from "../../diagnostics/source.ts";
import { placeOf } from "../../yaml/tree/place.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import type { Target } from "./target.ts";

export function loadFieldSpecs({ loader, kustomization, build }: Target): TransformerConfig {
  const read = ({ value, node }: Text): Source => loader.text(value, node && placeOf(node));
  const configurations = kustomization.configurations.map((file) =>
    decodeTransformerConfig(parseDocument(read(file)), build.compat)
  );
  return kustomization.crds
    .map((file) => transformerConfig(readCrdConfig(read(file))))
    .reduce(mergeTransformerConfigs, withConfigurations(build.builtInFieldSpecs, configurations));
}
