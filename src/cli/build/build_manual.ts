/** The long help of `kust build`, in its own file because a build does not need it. */

import type { Manual } from "../command.ts";

export const manual: Manual = {
  long: `
Builds a kustomization and prints the resources. DIR is a folder with a kustomization.yaml (or .yml, or Kustomization), or the
URL of one in a git repository. The default is the current folder.

The output is identical to that of kustomize, byte for byte: of the newest release, or of the one that --compat names. Warnings
go to standard error. If the build fails, only the error is printed, and the exit code is 1.

Several folders, or all below one (--all), are built in one run, each to a file in the -o folder, or one after the other to
standard output (-o -). Files and bases that they share are read once. If one fails, the others are still built, and the exit
code is 1. Earlier outputs of targets that failed or no longer exist are removed, if kust wrote them.`,
  examples: [
    { text: "The current folder", line: "kust build" },
    { text: "An overlay, straight to the cluster", line: "kust build overlays/prod | kubectl apply -f -" },
    { text: "A file for each resource", line: "mkdir out && kust build overlays/prod -o out" },
    {
      text: "From a git repository",
      line: "kust build 'https://github.com/kubernetes-sigs/kustomize.git/examples/helloWorld?ref=v5.8.1'",
    },
    { text: "Every overlay of a repository, each to out/PATH.yaml", line: "kust build --all overlays -o out" },
    {
      text: "The same in one of four jobs of a CI",
      line: "kust build --all overlays -o out --shard 1/4 --format github",
    },
    { text: "Again whenever a file changes", line: "kust build overlays/prod --watch -o prod.yaml" },
    { text: "With helm charts", line: "kust build --enable-helm overlays/prod" },
  ],
};
