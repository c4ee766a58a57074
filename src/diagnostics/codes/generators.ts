/** ConfigMaps and Secrets, and helm charts. */

import type { CodeTable, Example, Examples } from "./entry.ts";

export const GENERATOR_CODES = {
  "chart-not-found": {
    meaning: "A helm chart is not in the chart folder, and no repository is set to pull it from.",
    remedy: "Add 'repo' to the chart, or put the chart into 'charts' or the folder of helmGlobals.chartHome.",
  },
  "helm-disabled": {
    meaning: "A kustomization has helm charts, and helm is not enabled.",
    remedy: "Build with --enable-helm.",
  },
  "helm-failed": {
    meaning: "helm reports an error.",
    remedy: "The message contains helm's error. The note shows the command, so that you can run it yourself.",
  },
  "invalid-file-source": {
    meaning: "An entry of a generator's 'files' is not a path or KEY=PATH.",
    remedy: "Write a path, or a key and a path with one '=' between them.",
  },
  "invalid-literal": {
    meaning: "A literal is not KEY=VALUE.",
    remedy: "Separate the key and the value with '='.",
  },
  "invalid-utf8": {
    meaning: "A file that must be text is not UTF-8.",
    remedy: "Save the file as UTF-8. For binary data use 'files' of a generator.",
  },
  "unsafe-configuration": {
    meaning: "The configuration of helm, which may name programs and servers, comes with the kustomization.",
    remedy: "Keep helm's configuration outside the kustomization's folder, where nobody but you can write.",
  },
  "unsupported-helm": {
    meaning: "The helm program is not version 3 or 4.",
    remedy: "Install helm 3, or set the path of one with --helm-command.",
  },
} as const satisfies CodeTable;

function configMap(fields: string, files: Record<string, string> = {}): Exclude<Example, string> {
  return { files: { "kustomization.yaml": `configMapGenerator: [{name: settings, ${fields}}]`, ...files } };
}

const CHART = "helmCharts: [{name: app, repo: https://charts.example.com, releaseName: app}]";

export const GENERATOR_EXAMPLES: Examples<typeof GENERATOR_CODES> = {
  "chart-not-found": {
    bad: {
      run: "build --enable-helm",
      given: "helm 3 is installed and works",
      files: { "kustomization.yaml": "helmCharts: [{name: app}]" },
    },
    good: {
      run: "build --enable-helm",
      given: "helm 3 is installed and works",
      files: { "kustomization.yaml": CHART },
    },
  },
  "helm-disabled": {
    bad: { given: "helm 3 is installed and works", files: { "kustomization.yaml": CHART } },
    good: {
      run: "build --enable-helm",
      given: "helm 3 is installed and works",
      files: { "kustomization.yaml": CHART },
    },
  },
  "helm-failed": {
    bad: {
      run: "build --enable-helm",
      given: "helm 3 is installed and reports an error",
      files: { "kustomization.yaml": CHART },
    },
    good: {
      run: "build --enable-helm",
      given: "helm 3 is installed and works",
      files: { "kustomization.yaml": CHART },
    },
  },
  "invalid-file-source": {
    bad: configMap("files: [=app.conf]", { "app.conf": "a=1" }),
    good: configMap("files: [app=app.conf]", { "app.conf": "a=1" }),
  },
  "invalid-literal": {
    bad: configMap("literals: [debug]"),
    good: configMap("literals: [debug=true]"),
  },
  "invalid-utf8": {
    bad: { ...configMap("envs: [app.env]", { "app.env": "name=Zoë" }), given: "the files are saved as Latin-1" },
    good: configMap("envs: [app.env]", { "app.env": "name=Zoë" }),
  },
  "unsafe-configuration": {
    bad: {
      run: "build --enable-helm",
      given: "helm 3 is installed and works",
      files: {
        "kustomization.yaml": `${CHART}\nhelmGlobals: {configHome: helm}`,
        "helm/repositories.yaml": "repositories: [{name: x, url: https://example.com}]",
      },
    },
    good: {
      run: "build --enable-helm",
      given: "helm 3 is installed and works",
      files: { "kustomization.yaml": CHART },
    },
  },
  "unsupported-helm": {
    bad: { run: "build --enable-helm", given: "helm 2 is installed", files: { "kustomization.yaml": CHART } },
    good: {
      run: "build --enable-helm",
      given: "helm 3 is installed and works",
      files: { "kustomization.yaml": CHART },
    },
  },
};
