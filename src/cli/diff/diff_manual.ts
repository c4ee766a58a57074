/** The help of `kust diff`. */

import type { Manual } from "../command.ts";

export const manual: Manual = {
  long:
    "Builds two kustomizations, pairs their resources, and tells which fields differ, what that does to the cluster, and " +
    "which file and line is the cause. A file is taken for rendered manifests.\n\nA ConfigMap or Secret with a new hash is one " +
    "change: references that follow it are counted. Values of Secrets are not shown.\n\n" +
    "The exit code is 0 if nothing differs, 1 if something does (with --fail-on: if it has one of these effects), " +
    "and 2 if a side does not build.",
  examples: [
    { text: "What production has that staging has not", line: "kust diff overlays/staging overlays/prod" },
    {
      text: "Fail only for what is dangerous",
      line: "kust diff old new --fail-on removed-volume-claim,immutable-field",
    },
  ],
};
