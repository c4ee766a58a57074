/** Changes of ConfigMaps and Secrets that do not reach the pods. */

import type { CodeTable, Examples } from "../entry.ts";
import { linted, reader } from "./example.ts";

export const ROLL_CODES = {
  "change-without-roll": {
    meaning:
      "A workload reads environment variables from a generated object without a hash: a change does not restart its pods.",
    remedy: "Remove 'disableNameSuffixHash', or restart the pods after each change.",
    finding: "note",
  },
  "missing-key": {
    meaning: "A workload reads a key that a ConfigMap or Secret of the build does not have: its pods do not start.",
    remedy: "Correct the key, or add it. If the pod does not need it, set 'optional: true'.",
    finding: "warning",
  },
  "reference-not-rewritten": {
    meaning: "A reference to a generated object was not updated with the hash: its object does not exist.",
    remedy:
      "Correct the name, or put both into one namespace. For a field of a custom resource, add a nameReference under 'configurations'.",
    finding: "warning",
  },
  "unused-generator": {
    meaning: "Nothing refers to a generated object, and nothing else can know its name with the hash.",
    remedy: "Refer to it by its name without the hash, remove it, or turn the hash off with 'disableNameSuffixHash'.",
    finding: "note",
  },
} as const satisfies CodeTable;

const GENERATOR = "resources: [api.yaml]\nconfigMapGenerator:\n- name: api-settings\n  literals: [LEVEL=info]\n";

export const ROLL_EXAMPLES: Examples<typeof ROLL_CODES> = {
  "change-without-roll": linted(
    {
      "kustomization.yaml": `${GENERATOR}  options: {disableNameSuffixHash: true}\n`,
      "api.yaml": reader("api-settings", "LEVEL"),
    },
    { "kustomization.yaml": GENERATOR, "api.yaml": reader("api-settings", "LEVEL") },
  ),
  "missing-key": linted(
    { "kustomization.yaml": GENERATOR, "api.yaml": reader("api-settings", "LOG_LEVEL") },
    { "kustomization.yaml": GENERATOR, "api.yaml": reader("api-settings", "LEVEL") },
  ),
  "reference-not-rewritten": linted(
    { "kustomization.yaml": GENERATOR, "api.yaml": reader("api-setings", "LEVEL") },
    { "kustomization.yaml": GENERATOR, "api.yaml": reader("api-settings", "LEVEL") },
  ),
  "unused-generator": linted(
    { "kustomization.yaml": GENERATOR, "api.yaml": reader("other", "LEVEL") },
    { "kustomization.yaml": GENERATOR, "api.yaml": reader("api-settings", "LEVEL") },
  ),
};
