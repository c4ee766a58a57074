/** Pipes in the place of files. */

import { type Attack, PROJECT, RESOURCE } from "./attack.ts";

export const SPECIAL_FILES: readonly Attack[] = [
  ...[
    "patches: [{path: f}]",
    "configMapGenerator: [{name: a, envs: [f]}]",
    "components: [f]",
    "crds: [f]",
    "configurations: [f]",
    "openapi: {path: f}",
    "helmCharts: [{name: c, valuesFile: f}]",
    "transformers: [f]",
  ].map((field): Attack => ({
    name: `a pipe in ${field}`,
    files: { "k/r.yaml": RESOURCE, "k/kustomization.yaml": `resources: [r.yaml]\n${field}\n` },
    prepare: "mkfifo k/f",
    args: ["build", "k", "--enable-helm"],
    refusal: "Error: ",
  })),
  ...[
    ["diff", "k", "--against", "f"],
    ["lint", "k", "--baseline", "f"],
    ["affected", "--changed", "f"],
    ["explain", "f"],
    ["deps", "f"],
    ["localize", "f", "out"],
    ["verify", "f"],
  ].map((args): Attack => ({
    name: `a pipe for ${args.join(" ")}`,
    files: PROJECT,
    prepare: "mkfifo f",
    args,
    refusal: "Error: ",
  })),
];
