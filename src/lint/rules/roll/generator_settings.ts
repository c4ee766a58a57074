/** Unknown settings that kustomize accepts, and generators without data. */

import { nearestOrAll } from "../../../diagnostics/did_you_mean.ts";
import type { GeneratorArgs } from "../../../kustomization/types.ts";
import { BUILD_METADATA_OPTIONS } from "../../../edit/changes/build_metadata.ts";
import { BEHAVIORS } from "../../../model/history.ts";
import { mergeOptions } from "../../../generate/config_map_and_secret.ts";
import { partOf, placeOf } from "../../../yaml/tree/place.ts";
import type { Report } from "../../gather/collector.ts";
import type { Rule } from "../../gather/rule.ts";

export const generatorSettings: Rule = ({ entered, isNew }, report) => {
  for (const { kustomization } of entered.filter(isNew)) {
    const { configMapGenerator, secretGenerator, generatorOptions, buildMetadata, node } = kustomization;
    for (const args of [...configMapGenerator, ...secretGenerator]) {
      checkBehavior(args, report);
      checkEmpty(args, mergeOptions(args.options, generatorOptions)?.disableNameSuffixHash === true, report);
    }
    for (const option of buildMetadata) {
      if (BUILD_METADATA_OPTIONS.includes(option)) continue;
      const list = node.get("buildMetadata");
      const item = list?.kind === "sequence"
        ? list.items.find((item) => item.kind === "scalar" && item.value === option)
        : list;
      report.add({
        code: "unknown-build-metadata",
        message: `'${option}' is not an option of buildMetadata, so it is ignored`,
        place: item && placeOf(item),
        hint: nearestOrAll(option, BUILD_METADATA_OPTIONS),
      });
    }
  }
};

function checkBehavior({ behavior, node }: GeneratorArgs, report: Report): void {
  if (behavior === "" || BEHAVIORS.some((known) => known === behavior)) return;
  const at = partOf(node, "behavior");
  report.add({
    code: "unknown-behavior",
    message: `the behavior '${behavior}' is unknown, and treated as create`,
    place: at && placeOf(at),
    hint: nearestOrAll(behavior, BEHAVIORS),
  });
}

/** A generator that merges may only add labels; a controller may fill an object whose name is fixed. */
function checkEmpty(args: GeneratorArgs, hasFixedName: boolean, report: Report): void {
  const { literals, files, envs, behavior, node, name } = args;
  if (literals.length + files.length + envs.length > 0 || behavior === "merge" || hasFixedName) return;
  report.add({
    code: "empty-generator",
    message: `the generator '${name}' has no literals, files or envs, so its object has no data`,
    place: node && placeOf(node),
    hint: "add data, or remove the generator",
  });
}
