/** The workloads: builds of the seed's example, of real repositories, and of generated ones. */

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { writeApplications } from "./applications.ts";
import { growthWorkloads } from "./growth.ts";

export interface Workload {
  name: string;
  cwd: string;
  /** The folders to build, with one process each. */
  folders: string[];
  /** Whether kust also builds them in one process: `kust build FOLDER… -o DIR`. */
  inOneProcess?: boolean;
  /** Limits the runs of kustomize, which is slow on this. */
  kustomizeRuns?: number;
  runs: number;
  /** Maximum time ratios to kustomize that the project allows: of the Bun binary, and of Deno's. */
  target?: number;
  denoTarget?: number;
}

const REAL = "../shared/conformance/real";

/** The workloads, with generated inputs in `folder`. Omits repositories that are not on this machine. */
export function workloads(folder: string): Workload[] {
  return [...seed(folder), ...real(), ...applications(folder), ...growthWorkloads(folder)];
}

export const APPLICATION_COUNTS = [10, 100, 400, 1400];

function seed(folder: string): Workload[] {
  const cwd = `${folder}/seed`;
  cpSync("testdata/seed/prod_by_resources/in", cwd, { recursive: true });
  const patched = `${cwd}/overlays/patched`;
  mkdirSync(patched, { recursive: true });
  writeFileSync(`${patched}/kustomization.yaml`, `resources: [../prod]\npatches: [{path: patch.yaml}]\n`);
  writeFileSync(`${patched}/patch.yaml`, PATCH);
  return [
    { name: "seed's overlay", cwd, folders: ["overlays/prod"], runs: 31, target: 0.85 },
    { name: "the same with a strategic merge patch", cwd, folders: ["overlays/patched"], runs: 31, target: 0.18 },
  ];
}

const PATCH = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: flask
spec:
  template:
    spec:
      containers:
      - name: flask
        env:
        - name: PATCHED
          value: "true"
`;

function real(): Workload[] {
  const large = { runs: 7, target: 0.1, denoTarget: 0.15 };
  const all: Workload[] = [
    { ...large, ...tree("kubeflow+manifests"), name: "kubeflow kserve", folders: ["applications/kserve/kserve"] },
    { ...large, ...tree("argoproj+argo-cd"), name: "argo-cd ha install", folders: ["manifests/ha/cluster-install"] },
    {
      ...large,
      ...tree("kubeflow+manifests"),
      name: "kubeflow training operator (CRDs)",
      folders: ["applications/training-operator/upstream/overlays/kubeflow"],
    },
    {
      ...tree("redhat-cop+gitops-catalog"),
      name: "gitops-catalog, a process each",
      folders: builtFolders("redhat-cop+gitops-catalog"),
      inOneProcess: true,
      runs: 3,
      target: 0.7,
    },
  ];
  return all.filter(({ cwd }) => existsSync(cwd));
}

function tree(repository: string): { cwd: string } {
  return { cwd: `${REAL}/${repository}/tree` };
}

/** Every folder of a repository that kustomize can build. */
function builtFolders(repository: string): string[] {
  const index = `${REAL}/${repository}/index.json`;
  if (!existsSync(index)) return [];
  const entries: { dir: string; rc: number }[] = JSON.parse(readFileSync(index, "utf8"));
  return entries.filter(({ rc }) => rc === 0).map(({ dir }) => dir);
}

function applications(folder: string): Workload[] {
  return APPLICATION_COUNTS.map((count) => {
    const cwd = `${folder}/applications-${count}`;
    writeApplications(cwd, count);
    const slow = count >= 1400;
    return {
      name: `${count} applications`,
      cwd,
      folders: ["overlay"],
      runs: 7,
      ...(slow ? { kustomizeRuns: 1, target: 0.005 } : {}),
      ...(count === 400 ? { kustomizeRuns: 3 } : {}),
    };
  });
}
