/** The fields of built-in generators and transformers that hold paths, in the order in which kustomize goes through them. */

import { FieldSpecs } from "../model/fields/spec.ts";

/** What a path leads to. */
export type PathKind = "file" | "fileSource" | "chartHome" | "patch";

export const HELM_GENERATOR = "HelmChartInflationGenerator";

export const PLUGIN_PATHS: readonly { kind: PathKind; specs: FieldSpecs }[] = [
  {
    kind: "file",
    specs: fields({
      ConfigMapGenerator: ["env", "envs"],
      SecretGenerator: ["env", "envs"],
      [HELM_GENERATOR]: ["valuesFile", "additionalValuesFiles"],
      PatchTransformer: ["path"],
      PatchJson6902Transformer: ["path"],
      ReplacementTransformer: ["replacements/path"],
    }),
  },
  { kind: "fileSource", specs: fields({ ConfigMapGenerator: ["files"], SecretGenerator: ["files"] }) },
  { kind: "chartHome", specs: fields({ [HELM_GENERATOR]: ["chartHome"] }) },
  { kind: "patch", specs: fields({ PatchStrategicMergeTransformer: ["paths"] }) },
];

function fields(paths: Record<string, string[]>): FieldSpecs {
  return new FieldSpecs(
    Object.entries(paths).flatMap(([kind, list]) => {
      return list.map((path) => ({ version: "builtin", kind, path, create: false }));
    }),
  );
}
