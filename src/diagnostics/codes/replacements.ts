/** Replacements, vars, and paths to fields. */

import type { CodeTable, Example, Examples } from "./entry.ts";

export const REPLACEMENT_CODES = {
  "ambiguous-source": {
    meaning: "The source of a replacement or var matches several resources.",
    remedy: "Narrow it down by name, kind, group, version or namespace.",
  },
  "complex-var": {
    meaning: "A var has a mapping or a list as its value, and is not replaced.",
    remedy: "Change 'fieldPath' so that it leads to a single value.",
    isWarning: true,
  },
  "duplicate-var": {
    meaning: "Two vars have the same name.",
    remedy: "Rename one, here or in the base that defines it.",
  },
  "field-not-found": {
    meaning: "A field path matches nothing in the resource, or contains a step that cannot be used there.",
    remedy: "Correct the path. A replacement creates a missing field with 'options: {create: true}'.",
  },
  "invalid-replacement": {
    meaning: "A replacement lacks a part, or has parts that exclude each other.",
    remedy: "Give it 'source' or 'sourceValue', and 'targets' that each have 'select' and 'fieldPaths'.",
  },
  "no-source": {
    meaning: "No resource matches the source of a replacement or var.",
    remedy: "Compare the source with the resources that the notes list.",
  },
  "unused-var": {
    meaning: "A var occurs in no field where vars are replaced.",
    remedy: "Remove it, correct the name at its use, or add the field to 'varReference' of a configuration.",
    isWarning: true,
  },
  "var-not-delimited": {
    meaning: "'edit fix --vars' cannot turn a var into a replacement, as no delimiter surrounds it.",
    remedy: "Put the same character before and after the var, or make it the whole value.",
  },
} as const satisfies CodeTable;

/** A build with a replacement that copies from the Deployment to itself. */
function replacement(source: string, target: string): Example {
  return `resources: [deployment.yaml]
replacements:
- source: {kind: Deployment, ${source}}
  targets:
  - select: {kind: Deployment}
    fieldPaths: [${target}]
    options: {create: true}`;
}

function vars(...vars: string[]): Example {
  return `resources: [deployment.yaml]\nvars:\n${vars.map((text) => `- ${text}\n`).join("")}`;
}

function usingVar(rest: string): Example {
  return {
    files: {
      "kustomization.yaml": `resources: [deployment.yaml, pod.yaml]
vars: [{name: WEB, objref: {apiVersion: apps/v1, kind: Deployment, name: web}, ${rest}}]`,
      "pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, args: [$(WEB)]}]}",
    },
  };
}

const NAME = "{name: WEB, objref: {apiVersion: apps/v1, kind: Deployment, name: web}}";

export const REPLACEMENT_EXAMPLES: Examples<typeof REPLACEMENT_CODES> = {
  "ambiguous-source": {
    bad: `resources: [deployment.yaml]
configMapGenerator: [{name: a, literals: [x=1]}]
replacements: [{source: {}, targets: [{select: {kind: Deployment}, fieldPaths: [spec.note]}]}]`,
    good: `resources: [deployment.yaml]
configMapGenerator: [{name: a, literals: [x=1]}]
replacements: [{source: {kind: ConfigMap}, targets: [{select: {kind: Deployment}, fieldPaths: [metadata.name]}]}]`,
  },
  "complex-var": {
    bad: usingVar("fieldref: {fieldPath: metadata}"),
    good: usingVar("fieldref: {fieldPath: metadata.name}"),
  },
  "duplicate-var": {
    bad: vars(NAME, NAME),
    good: vars(NAME),
  },
  "field-not-found": {
    bad: replacement("fieldPath: spec.replica", "metadata.annotations.copies"),
    good: replacement("fieldPath: spec.replicas", "metadata.annotations.copies"),
  },
  "invalid-replacement": {
    bad: "resources: [deployment.yaml]\nreplacements: [{source: {kind: Deployment}}]",
    good: replacement("name: web", "metadata.annotations.name"),
  },
  "no-source": {
    bad: replacement("name: wed", "metadata.annotations.name"),
    good: replacement("name: web", "metadata.annotations.name"),
  },
  "unused-var": {
    bad: vars(NAME),
    good: "resources: [deployment.yaml]",
  },
  "var-not-delimited": {
    bad: {
      run: "edit fix --vars",
      files: {
        "kustomization.yaml": vars(NAME) as string + "- {name: X, objref: {apiVersion: v1, kind: Pod, name: pod}}\n",
        "deployment.yaml":
          "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {containers: [{name: c, command: [a$(WEB)b]}]}}}",
      },
    },
    good: {
      run: "edit fix --vars",
      files: {
        "kustomization.yaml": vars(NAME) as string,
        "deployment.yaml":
          "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {containers: [{name: c, command: [$(WEB)]}]}}}",
      },
    },
  },
};
