/** Attacks by size and depth. */

import { type Attack, PROJECT, replacementAt, RESOURCE } from "./attack.ts";

/** A document whose aliases add 600,000 values. */
function aliases(index: number): string {
  const levels = Array.from({ length: 5 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(14).fill(`*a${i}`)}]\n`);
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a${index}}\na0: &a0 x\n${levels.join("")}`;
}

export const LARGE_INPUT: readonly Attack[] = [
  {
    name: "an alias that contains itself in the values of a chart",
    files: { "k/kustomization.yaml": "helmCharts:\n- name: c\n  valuesInline: &v {z: *v}\n" },
    args: ["build", "k", "--enable-helm"],
    refusal: "recursive-alias",
  },
  {
    name: "aliases of many documents",
    files: { ...PROJECT, "k/r.yaml": Array.from({ length: 40 }, (_, i) => `${aliases(i)}---\n`).join("") },
    args: ["build", "k"],
    refusal: "too-many-aliases",
  },
  {
    name: "replacements that double their source",
    files: {
      ...PROJECT,
      "k/kustomization.yaml": "resources: [r.yaml]\nreplacements:\n" +
        Array.from(
          { length: 30 },
          (_, i) =>
            "- source: {kind: ConfigMap, fieldPath: metadata}\n  targets:\n  - select: {kind: ConfigMap}\n" +
            `    fieldPaths: [metadata.x${i}]\n    options: {create: true}\n`,
        ).join(""),
    },
    args: ["build", "k"],
    refusal: "too-large",
  },
  {
    name: "a field path that is longer than any text is deep",
    files: { ...PROJECT, "k/kustomization.yaml": replacementAt(Array(200_000).fill("a").join(".")) },
    args: ["build", "k"],
    refusal: "too-deep",
  },
  {
    name: "a long field path",
    files: { ...PROJECT, "k/kustomization.yaml": replacementAt(Array(3000).fill("a").join(".")) },
    args: ["build", "k"],
  },
  {
    name: "images of a resource that is nested deep",
    files: {
      "k/kustomization.yaml": "resources: [r.yaml]\nimages: [{name: nginx, newTag: v}]\nnamePrefix: p-\n",
      "k/r.yaml": `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: ${"[".repeat(9000)}${"]".repeat(9000)}\n`,
    },
    args: ["build", "k"],
  },
  {
    name: "a JSON patch that is nested deep",
    files: {
      ...PROJECT,
      "k/kustomization.yaml": "resources: [r.yaml]\npatches: [{path: p.json, target: {kind: ConfigMap}}]\n",
      "k/p.json": `[{"op": "add", "path": "/a", "value": ${"[".repeat(9000)}${"]".repeat(9000)}}]`,
    },
    args: ["build", "k"],
  },
  {
    name: "a merge patch that is nested deep",
    files: {
      ...PROJECT,
      "k/kustomization.yaml": "resources: [r.yaml]\npatches: [{path: p.yaml}]\n",
      "k/p.yaml": `${RESOURCE}a: ${"{a: ".repeat(3000)}1${"}".repeat(3000)}\n`,
    },
    args: ["build", "k"],
  },
  {
    name: "lists of lists",
    files: { ...PROJECT, "k/r.yaml": `${"{apiVersion: v1, kind: List, items: [".repeat(2000)}${"]}".repeat(2000)}\n` },
    args: ["build", "k"],
  },
  {
    name: "a long list",
    files: { ...PROJECT, "k/r.yaml": `{apiVersion: v1, kind: List, items: [${Array(150_000).fill("~")}]}\n` },
    args: ["build", "k"],
  },
  {
    name: "a pattern of a megabyte",
    files: {
      "k/kustomization.yaml": `resources: [r.yaml]\npatches: [{target: {name: "${"a?".repeat(500_000)}"}, ` +
        `patch: '[{"op": "add", "path": "/a", "value": 1}]'}]\n`,
      "k/r.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${"a".repeat(5000)}}\n`,
    },
    args: ["build", "k"],
    refusal: "too-large",
  },
  {
    name: "a line of tabs",
    files: { "k/kustomization.yaml": "\t".repeat(50_000) },
    args: ["build", "k"],
    refusal: "a tab cannot be used",
  },
];
