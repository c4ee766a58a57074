/** The help of `kust diff`. */

import type { Manual } from "../command.ts";

export const manual: Manual = {
  long:
    "Builds both sides, pairs their resources, and tells which fields differ, what that does to the cluster, and which " +
    "file and line is the cause. A and B are kustomizations or files of manifests. Without two paths, or with --base, the " +
    "work tree is compared with a commit: the targets that are named, or all below the current folder.\n\n" +
    "A ConfigMap or Secret with a new hash is one change: references that follow it are counted. Values of Secrets are not " +
    "shown.\n\nThe exit code is 0 if nothing differs, 1 if something does (with --fail-on: if it has one of these effects), " +
    "and 2 if the new side does not build, or nothing could be compared.",
  examples: [
    { text: "What does this branch change?", line: "kust diff --base origin/main" },
    { text: "What production has that staging has not", line: "kust diff overlays/staging overlays/prod" },
    {
      text: "What would applying it change?",
      line: "kubectl get -k overlays/prod -o yaml | kust diff overlays/prod --against - --live",
    },
    { text: "Would an update of kustomize change it?", line: "kust diff overlays/prod --compat v5.6.0..v5.8.3" },
    { text: "Fail only for what is dangerous", line: "kust diff --fail-on removed-volume-claim,immutable-field" },
  ],
};
