/** Changes of ConfigMaps and Secrets that do not reach the pods. */

import type { CodeTable, Examples } from "../entry.ts";
import { linted, reader } from "./example.ts";

export const ROLL_CODES = {
  "change-without-roll": {
    meaning: "A workload reads a generated object without a hash as environment: a change does not restart its pods.",
    remedy: "Drop 'disableNameSuffixHash', or restart the pods by hand after each change.",
    finding: "note",
  },
  "missing-key": {
    meaning: "A workload reads a key that the ConfigMap or Secret of the build does not have: its pods do not start.",
    remedy: "Correct the key, or add it. If the pod can do without it, set 'optional: true'.",
    finding: "warning",
  },
  "reference-not-rewritten": {
    meaning: "A reference to a generated object did not get the hash: it means an object that does not exist.",
    remedy:
      "Correct the name, or put both into one namespace. For a field of a custom resource, name it under 'configurations'.",
    finding: "warning",
  },
  "unused-generator": {
    meaning: "Nothing refers to a generated object, and its name with the hash is known nowhere else.",
    remedy: "Refer to it by the name without the hash, drop it, or leave the hash out by 'disableNameSuffixHash'.",
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
