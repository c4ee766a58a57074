/** The long help of `kust build`, apart from the command: a build does not need it. */

import type { Manual } from "../command.ts";

export const manual: Manual = {
  long: `
Prints the resources that a kustomization makes. DIR is a folder with a kustomization.yaml (or .yml, or Kustomization), or the
address of one in a git repository; without it, the current folder.

The output is that of kustomize v5.8.1, byte for byte. Warnings go to standard error; where something is wrong, nothing is
printed but the error, and the exit code is 1.

Many folders, or all below one (--all), are built in one go to files in the folder that -o names. Files and bases that they share
are read once; where one fails, the others are built all the same, and the exit code is 1.`,
  examples: [
    { text: "The current folder", line: "kust build" },
    { text: "An overlay, straight to the cluster", line: "kust build overlays/prod | kubectl apply -f -" },
    { text: "A file for each resource", line: "mkdir out && kust build overlays/prod -o out" },
    {
      text: "From a git repository",
      line: "kust build 'https://github.com/kubernetes-sigs/kustomize.git/examples/helloWorld?ref=v5.8.1'",
    },
    { text: "Every overlay of a repository, each to out/PATH.yaml", line: "kust build --all overlays -o out" },
    { text: "With helm charts", line: "kust build --enable-helm overlays/prod" },
  ],
};
