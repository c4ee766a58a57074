/**
 * `deno task bench [TEXT]`: builds both binaries and times them against the real kustomize (`KUSTOMIZE`, or from PATH),
 * alternating in one run, on the workloads whose name contains TEXT. Prints a Markdown table; without kustomize it has
 * no ratios.
 */

import { RELEASES } from "../../src/compat/compat.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import process from "node:process";
import { alternate, type CommandLine, type Figures, outputOf, type Run, runOnce } from "./measure.ts";
import { measureRatio, printRatios, ratioWorkloads } from "./ratios.ts";
import { APPLICATION_COUNTS, type Workload, workloads } from "./workloads.ts";

const BUN = `${process.cwd()}/dist/kust-bun`;
const DENO = `${process.cwd()}/dist/kust`;

interface Row {
  name: string;
  kustomize: Figures | undefined;
  bun: Figures;
  deno: Figures;
  target: number | undefined;
  denoTarget: number | undefined;
}

function bench(workload: Workload, kustomize: string | undefined, folder: string): Row[] {
  const { name, cwd, folders, runs, target, denoTarget } = workload;
  const each = (program: string) => () => runOnce(folders.map((path): CommandLine => [program, "build", path]), cwd);
  const [bun, deno, real] = inTurn([each(BUN), each(DENO)], kustomize && each(kustomize), workload, runs);
  const rows = [{ name, kustomize: real, bun: bun!, deno: deno!, target, denoTarget }];
  if (workload.inOneProcess) {
    const together = (program: string) => () => runOnce([[program, "build", ...folders, "-o", `${folder}/out`]], cwd);
    const [bun, deno] = alternate([together(BUN), together(DENO)], runs);
    rows.push({
      name: `${name.split(",")[0]}, all in one process`,
      kustomize: real,
      bun: bun!,
      deno: deno!,
      target: 0.05,
      denoTarget: undefined,
    });
  }
  return rows;
}

/** Runs kustomize less often on workloads that take it minutes. */
function inTurn(ours: (() => Run)[], real: (() => Run) | undefined | "", workload: Workload, runs: number): Figures[] {
  if (!real) return alternate(ours, runs);
  if (workload.kustomizeRuns === undefined) return alternate([...ours, real], runs);
  return [...alternate(ours, runs), ...alternate([real], workload.kustomizeRuns)];
}

function findKustomize(): string | undefined {
  const program = process.env["KUSTOMIZE"] ?? "kustomize";
  try {
    const version = outputOf([program, "version"], ".").trim();
    if (RELEASES.some((release) => release === version)) {
      console.log(`ratios to kustomize ${version}`);
      return program;
    }
    console.error(`${program} is ${version}, not one of ${RELEASES.join(", ")}: no ratios`);
  } catch {
    console.error("no kustomize on PATH or in KUSTOMIZE: no ratios");
  }
  return undefined;
}

function print(rows: Row[]): void {
  console.log("| workload | kustomize | kust (Bun) | ratio | kust (Deno) | ratio | allowed |");
  console.log("|---|---|---|---|---|---|---|");
  for (const { name, kustomize, bun, deno, target, denoTarget } of rows) {
    const allowed = [target, denoTarget].filter((limit) => limit !== undefined).join(", ");
    const cells = [name, shown(kustomize), shown(bun), ratio(bun, kustomize), shown(deno), ratio(deno, kustomize)];
    console.log(`| ${cells.join(" | ")} | ${allowed} |`);
  }
}

function shown(figures: Figures | undefined): string {
  if (figures === undefined) return "";
  return `${figures.wallMs.toFixed(figures.wallMs < 100 ? 1 : 0)} ms, ${figures.memory.toFixed(0)} MiB`;
}

function ratio(ours: Figures, real: Figures | undefined): string {
  return real === undefined ? "" : (ours.wallMs / real.wallMs).toPrecision(2);
}

/** How the time of n applications grows with n, between 400 and 1,400: 1 is linear. */
function printGrowth(rows: Row[]): void {
  const [, , from, to] = APPLICATION_COUNTS as [number, number, number, number];
  const row = (count: number) => rows.find(({ name }) => name === `${count} applications`);
  const [small, large] = [row(from), row(to)];
  if (small === undefined || large === undefined) return;
  const exponent = (a: number, b: number) => (Math.log(b / a) / Math.log(to / from)).toFixed(2);
  const growth = [["Bun", small.bun, large.bun], ["Deno", small.deno, large.deno]] as const;
  for (const [name, a, b] of growth) {
    console.log(`growth from ${from} to ${to}, ${name}: n^${exponent(a.wallMs, b.wallMs)}`);
  }
}

const folder = mkdtempSync(`${tmpdir()}/kust-bench-`);
try {
  const kustomize = findKustomize();
  console.log(
    `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  );
  const wanted = workloads(folder).filter(({ name }) => name.includes(process.argv[2] ?? ""));
  const rows: Row[] = [];
  for (const workload of wanted) {
    console.error(workload.name);
    rows.push(...bench(workload, kustomize, folder));
  }
  print(rows);
  printGrowth(rows);
  const text = process.argv[2] ?? "";
  printRatios(
    ratioWorkloads(folder, text).map((workload) => {
      console.error(workload.name);
      return measureRatio(workload);
    }),
  );
} finally {
  rmSync(folder, { recursive: true });
}
