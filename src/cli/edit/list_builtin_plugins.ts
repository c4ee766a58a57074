/** `edit alpha-list-builtin-plugin`. */

import { defineCommand } from "../command.ts";

/** Generators, then transformers; kustomize shuffles each. */
const PLUGINS = [
  "ConfigMapGenerator",
  "HelmChartInflationGenerator",
  "IAMPolicyGenerator",
  "SecretGenerator",
  "AnnotationsTransformer",
  "HashTransformer",
  "ImageTagTransformer",
  "LabelTransformer",
  "NamespaceTransformer",
  "PatchJson6902Transformer",
  "PatchStrategicMergeTransformer",
  "PatchTransformer",
  "PrefixSuffixTransformer",
  "PrefixTransformer",
  "ReplacementTransformer",
  "ReplicaCountTransformer",
  "SuffixTransformer",
  "ValueAddTransformer",
];

export const command = defineCommand({
  usage: "alpha-list-builtin-plugin",
  manual: { long: "Lists the kinds of generators and transformers that need no plugin." },
  flags: {},
  completeArgs: "none",
  run: (_invocation, host) => {
    host.writeStdout(`Builtin plugins:\n\n${PLUGINS.map((name) => ` * ${name}\n`).join("")}`);
    return 0;
  },
});
