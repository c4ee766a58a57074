/** Inputs that are large in one respect, on which time must not grow faster than they do. */

import { mkdirSync, writeFileSync } from "node:fs";
import type { Workload } from "./workloads.ts";

const LEVELS = 300;
const LABELS = 20_000;
const PODS = 200;

/** Writes each to a folder of `folder`. */
export function growthWorkloads(folder: string): Workload[] {
  const cwd = `${folder}/growth`;
  writeLevels(`${cwd}/levels`);
  writeFiles(`${cwd}/labels`, { "map.yaml": MAP, "kustomization.yaml": labels() });
  writeFiles(`${cwd}/replacements`, {
    "pods.yaml": each(PODS, pod).join("---\n"),
    "kustomization.yaml": replacements(),
  });
  const shared = { cwd, runs: 3, kustomizeRuns: 1 };
  return [
    { ...shared, name: `${LEVELS} levels of bases`, folders: [`levels/${LEVELS}`] },
    { ...shared, name: `${LABELS} labels`, folders: ["labels"] },
    { ...shared, name: `${PODS} replacements into ${PODS} pods`, folders: ["replacements"] },
  ];
}

const MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: map}\n";

function writeLevels(folder: string): void {
  writeFiles(`${folder}/0`, { "map.yaml": MAP, "kustomization.yaml": "resources: [map.yaml]\n" });
  for (let level = 1; level <= LEVELS; level++) {
    writeFiles(`${folder}/${level}`, { "kustomization.yaml": `resources: [../${level - 1}]\n` });
  }
}

function labels(): string {
  return `resources: [map.yaml]\nlabels:\n- pairs:\n${each(LABELS, (index) => `    key-${index}: value\n`).join("")}`;
}

function pod(index: number): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: {name: pod-${index}}\nspec: {containers: [{name: main, image: web}]}\n`;
}

function replacements(): string {
  const one = (index: number) =>
    `- source: {kind: Pod, name: pod-${index}, fieldPath: metadata.name}
  targets:
  - select: {kind: Pod}
    fieldPaths: [metadata.annotations.from-${index}]
    options: {create: true}
`;
  return `resources: [pods.yaml]\nreplacements:\n${each(PODS, one).join("")}`;
}

function each(count: number, make: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function writeFiles(folder: string, files: Record<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
}
