/** The field specs that a kustomization brings: kustomize's own, and those of `configurations` and `crds`. */

import { decodeTransformerConfig } from "../kustomization/decode_transformer_config.ts";
import { mergeTransformerConfigs, withConfigurations } from "../kustomization/merge_configs.ts";
import type { TransformerConfig } from "../kustomization/transformer_config.ts";
import { placeOf } from "../yaml/node.ts";
import { parseDocument } from "../yaml/parse.ts";
import type { Target } from "./target.ts";

export function loadFieldSpecs({ loader, kustomization }: Target): TransformerConfig {
  const files = kustomization.configurations.map(({ value, node }) => {
    return decodeTransformerConfig(parseDocument(loader.text(value, node && placeOf(node))));
  });
  return withConfigurations(files);
}
