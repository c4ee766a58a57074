/** Workloads of commands that kustomize lacks: each is compared with what a user would run instead. */

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import process from "node:process";
import { alternate, type CommandLine, type Figures, outputOf, runOnce } from "./measure.ts";
import { writeApplications } from "./applications.ts";

export interface RatioWorkload {
  name: string;
  cwd: string;
  ours: CommandLine[];
  /** What it is compared with, and its words for people. */
  other: CommandLine[];
  otherName: string;
  runs: number;
  /** Maximum ratios of time, and of memory. */
  target: number;
  memoryTarget?: number;
}

export interface RatioRow extends RatioWorkload {
  figures: Figures;
  otherFigures: Figures;
}

/** Exit codes that commands for reports have: 1 for something to report, 2 for targets that do not build. */
const REPORTING = [0, 1, 2];

export function measureRatio(workload: RatioWorkload): RatioRow {
  const { ours, other, cwd, runs } = workload;
  const programs = [ours, other].map((commands) => () => runOnce(commands, cwd, REPORTING));
  const [figures, otherFigures] = alternate(programs, runs);
  return { ...workload, figures: figures!, otherFigures: otherFigures! };
}

export function printRatios(rows: readonly RatioRow[]): void {
  if (rows.length === 0) return;
  console.log("\n| workload | kust (Bun) | beside | ratio of time, allowed | of memory, allowed |");
  console.log("|---|---|---|---|---|");
  for (const { name, otherName, figures, otherFigures, target, memoryTarget } of rows) {
    const [time, memory] = [figures.wallMs / otherFigures.wallMs, figures.memory / otherFigures.memory];
    const cells = [
      name,
      shown(figures),
      `${otherName}: ${shown(otherFigures)}`,
      `${time.toPrecision(2)}, ${target}`,
      `${memory.toPrecision(2)}, ${memoryTarget ?? "any"}`,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

function shown({ wallMs, cpuMs, memory }: Figures): string {
  return `${wallMs.toFixed(0)} ms, ${cpuMs.toFixed(0)} ms of processor, ${memory.toFixed(0)} MiB`;
}

const REAL = "../shared/conformance/real";
const BUN = `${process.cwd()}/dist/kust-bun`;

/** The workloads that this machine has the inputs and programs for. */
export function ratioWorkloads(folder: string, text: string): RatioWorkload[] {
  const all = [
    ...[20, 1].map((oneIn) => twoCommits(folder, oneIn)),
    affectedByCommit(folder, 20),
    ...twoRendered(folder),
    depsOfApplications(folder),
    lintOfRepository(folder),
    traced(folder),
    blamed(folder, 400),
    blamed(folder, 2000),
  ];
  return all.filter(({ name }) => name.includes(text)).flatMap(({ prepare, ...workload }) =>
    prepare() ? [workload] : []
  );
}

/** A workload whose inputs are created on demand. Returns whether this machine has the programs for that. */
interface Prepared extends RatioWorkload {
  prepare: () => boolean;
}

/** All recorded repositories as one, with a change of one in so many files. */
function twoCommits(folder: string, oneIn: number): Prepared {
  const cwd = `${folder}/commits-${oneIn}`;
  const build = [BUN, "build", "--all", ".", "--no-remote", "-o", `${folder}/out-${oneIn}`];
  return {
    name: `diff of two commits, all recorded repositories, one of ${oneIn} files changed`,
    cwd,
    ours: [[BUN, "diff", "--base", "before", "--all-targets", "--no-remote"]],
    other: [build, build],
    otherName: "two build --all",
    runs: 3,
    target: 1.3,
    memoryTarget: 1.5,
    prepare: () => existsSync(REAL) && commitTwice(cwd, oneIn),
  };
}

function affectedByCommit(folder: string, oneIn: number): Prepared {
  const cwd = `${folder}/commits-${oneIn}`;
  return {
    name: `affected by a commit, all recorded repositories, one of ${oneIn} files changed`,
    cwd,
    ours: [[BUN, "affected", "--base", "before", "--all-targets", "--no-remote"]],
    other: [[BUN, "build", "--all", ".", "--no-remote", "-o", `${folder}/out-affected`]],
    otherName: "build --all",
    runs: 3,
    target: 1,
    memoryTarget: 1.5,
    prepare: () => existsSync(REAL) && commitTwice(cwd, oneIn),
  };
}

function depsOfApplications(folder: string): Prepared {
  return {
    ...besideBuild(folder, 400),
    name: "deps, 1,300 resources",
    ours: [[BUN, "deps", "overlay"]],
    target: 1.1,
    memoryTarget: 1.1,
  };
}

function commitTwice(cwd: string, oneIn: number): true {
  if (existsSync(cwd)) return true;
  for (const name of readdirSync(REAL)) cpSync(`${REAL}/${name}/tree`, `${cwd}/${name}`, { recursive: true });
  const git = (...words: string[]) => outputOf(["git", "-c", "user.name=b", "-c", "user.email=b@b", ...words], cwd);
  git("init", "-q");
  git("add", "-A", "-f");
  git("commit", "-qm", "before");
  git("branch", "before");
  changeFiles(cwd, oneIn);
  git("commit", "-qam", "after");
  return true;
}

/** Changes the first object of one in so many YAML files. */
function changeFiles(root: string, oneIn: number): void {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    /(?<!kustomization)\.ya?ml$/.test(path) && !path.startsWith(".git/") && statSync(`${root}/${path}`).isFile()
  ).sort();
  for (const path of files.filter((_, index) => index % oneIn === 0)) {
    const text = readFileSync(`${root}/${path}`, "latin1");
    const changed = text.replace(/^( *image: [^"'\s]\S*)$/gm, "$1x")
      .replace(/^metadata:\n( +)(?=\w)/m, "$&x-changed: y\n$1");
    writeFileSync(`${root}/${path}`, changed, "latin1");
  }
}

/** dyff is from `go install github.com/homeport/dyff/cmd/dyff@v1.10.2`. */
function twoRendered(folder: string): Prepared[] {
  const cwd = `${folder}/rendered`;
  return [["ten", "10 of 1,300 resources changed"], ["all", "all 400 Deployments of 1,300 resources changed"]].map(
    ([side, what]) => ({
      name: `diff A B, ${what}, builds included`,
      cwd,
      ours: [[BUN, "diff", "overlay", side!]],
      other: [[DYFF, "between", "overlay.yaml", `${side}.yaml`]],
      otherName: "dyff between the rendered files alone",
      runs: 3,
      target: 1,
      prepare: () => hasDyff() && renderSides(cwd),
    }),
  );
}

function lintOfRepository(folder: string): Prepared {
  const cwd = `${REAL}/redhat-cop+gitops-catalog/tree`;
  return {
    name: "lint of gitops-catalog",
    cwd,
    ours: [[BUN, "lint"]],
    other: [[BUN, "build", "--all", "-o", `${folder}/catalog`]],
    otherName: "build --all",
    runs: 3,
    target: 1.5,
    prepare: () => existsSync(cwd),
  };
}

function traced(folder: string): Prepared {
  return {
    ...besideBuild(folder, 400),
    name: "explain of one field, 1,300 resources",
    ours: [[BUN, "explain", "overlay", "Deployment/app-7", "spec.replicas"]],
    target: 1.2,
  };
}

function blamed(folder: string, applications: number): Prepared {
  return {
    ...besideBuild(folder, applications),
    name: `build --blame, ${applications} applications`,
    ours: [[BUN, "build", "overlay", "--blame"]],
    target: 2,
  };
}

function besideBuild(
  folder: string,
  applications: number,
): Pick<Prepared, "cwd" | "other" | "otherName" | "runs" | "prepare"> {
  const cwd = `${folder}/traced-${applications}`;
  return {
    cwd,
    other: [[BUN, "build", "overlay"]],
    otherName: "build",
    runs: 3,
    prepare: () => {
      if (!existsSync(cwd)) writeApplications(cwd, applications);
      return true;
    },
  };
}

const DYFF = process.env["DYFF"] ?? "dyff";

function hasDyff(): boolean {
  try {
    outputOf([DYFF, "version"], ".");
    return true;
  } catch {
    console.error("no dyff on PATH or in DYFF: diff is not timed against it");
    return false;
  }
}

/** The folder `overlay`, two others that differ from it, and what each builds. */
function renderSides(cwd: string): true {
  if (existsSync(cwd)) return true;
  mkdirSync(cwd, { recursive: true });
  writeApplications(cwd, 400);
  for (const side of ["ten", "all"]) cpSync(`${cwd}/overlay`, `${cwd}/${side}`, { recursive: true });
  for (let number = 10; number <= 100; number += 10) {
    changeText(`${cwd}/ten/app-${number}.yaml`, /replicas: .*/, "replicas: 9");
  }
  changeText(`${cwd}/all/kustomization.yaml`, "newTag: v2", "newTag: v3");
  for (const side of ["overlay", "ten", "all"]) {
    writeFileSync(`${cwd}/${side}.yaml`, outputOf([BUN, "build", side], cwd));
  }
  return true;
}

function changeText(path: string, old: string | RegExp, text: string): void {
  writeFileSync(path, readFileSync(path, "utf8").replace(old, text));
}
