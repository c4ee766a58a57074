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
    ["build", "f"],
    ["explain", "f", "ConfigMap/a"],
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
  ...[
    ["diff", "k", "--against", "f"],
    ["diff", "k", "f"],
    ["cfg", "cat", "f", "--dest", "g"],
    ["cfg", "cat", "k", "--wrap-kind", "ResourceList", "--function-config", "f"],
    ["fn", "run", "f"],
  ].map((args): Attack => ({
    name: `a pipe that the user has named, for ${args.join(" ")}`,
    files: PROJECT,
    prepare: "mkfifo f g; (cat k/r.yaml >f; cat g >copy) >/dev/null 2>&1 &",
    args,
  })),
  ...[["affected", "--files", "f"], ["lint", "k", "--baseline", "f"]].map((args): Attack => ({
    name: `a pipe that the user has named, for ${args.join(" ")}`,
    files: { ...PROJECT, list: '{"kind":"LintBaseline","findings":[]}\n' },
    prepare: "mkfifo f; (cat list >f) >/dev/null 2>&1 &",
    args,
  })),
  {
    name: "an endless device that the user has named",
    files: PROJECT,
    args: ["diff", "k", "--against", "/dev/zero"],
    refusal: "more than 512 MiB",
  },
];
