/** The built-in field specs of earlier releases of kustomize. */

import type { Compat } from "../../compat/compat.ts";
import { DEFAULT_TRANSFORMER_CONFIG } from "./default_field_specs.ts";
import { type TransformerConfig, transformerConfig } from "./transformer_config.ts";

export function fieldSpecsOf(compat: Compat): TransformerConfig {
  const { images, templateLabels, volumeClaimTemplateLabels } = DEFAULT_TRANSFORMER_CONFIG;
  const labels = compat.has("volume-claim-template-labels")
    ? { templateLabels, volumeClaimTemplateLabels }
    : { templateLabels: [...templateLabels, ...volumeClaimTemplateLabels], volumeClaimTemplateLabels: [] };
  return transformerConfig({
    ...DEFAULT_TRANSFORMER_CONFIG,
    ...labels,
    images: images.filter(({ path }) => hasImages(path, compat)),
  });
}

function hasImages(path: string, compat: Compat): boolean {
  if (!path.includes("/volumes[]/")) return true;
  return compat.has(path.startsWith("spec/jobTemplate/") ? "images-of-cron-job-volumes" : "image-volumes");
}
