/**
 * Builds a project and reports all that the page shows of it.
 *
 * Imports modules of the library and not `mod.ts`: that has all features, whose tables no bundler can leave out.
 */

import { diagnosticReport } from "../../src/cli/output/json_report.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { MemoryFileSystem } from "../../src/load/file_systems/memory_file_system.ts";
import type { Resource } from "../../src/model/resource.ts";
import { build, type BuildResult } from "../../src/pipeline/build.ts";
import { outputLines } from "../../src/trace/output_lines.ts";
import { graphOf } from "../../src/cli/deps/graph.ts";
import { writerReport } from "../../src/cli/explain/blame.ts";
import { findTargets } from "../../src/targets/find_targets.ts";
import { type Finding, isAtLeast } from "../../src/lint/gather/finding.ts";
import { isIgnored } from "../../src/lint/ignore.ts";
import { Linter } from "../../src/lint/linter.ts";
import { shownPath } from "../../src/text/paths.ts";
import type { Answer, GraphReport, LineReport, Output, Problem, Request, ResourceReport } from "./answer.ts";

const ROOT = "/";

export async function buildProject({ id, project, lint }: Request): Promise<Answer> {
  const start = performance.now();
  const files = new MemoryFileSystem(Object.fromEntries(project.files), ROOT);
  const { targets, folder } = chosenTarget(files, project.folder);
  const result = await build(files, folder, { compat: project.release, trace: true, reads: true });
  const findings = lint && result.errors.length === 0 ? await findingsIn(files, folder, project.release) : [];
  const answer = {
    id,
    targets,
    folder,
    output: result.errors.length === 0 ? outputOf(result.resources) : undefined,
    problems: [...problemsOf(result), ...findings.map((finding) => problemOf(finding, true))],
    graph: graphReport(result),
  };
  return { ...answer, milliseconds: performance.now() - start };
}

/** All targets, and the one to build: the given one if it is there, or else the first that no other builds on. */
function chosenTarget(files: MemoryFileSystem, given: string | undefined): { targets: string[]; folder: string } {
  const targets = findTargets(".", files, { noIgnore: true }).targets.map(({ path }) => path);
  if (given !== undefined && targets.includes(given)) return { targets, folder: given };
  const [leaf] = findTargets(".", files, { noIgnore: true, leaves: true }).targets;
  return { targets, folder: leaf?.path ?? targets[0] ?? "." };
}

/** What the command line advises against, a page has no way to do. */
const HINTS: Partial<Record<Diagnostic["code"], string>> = {
  "no-capability": "this page fetches nothing: add the files to the project, or build with kust on your machine",
  "helm-disabled": "this page cannot run helm: build with kust on your machine, with --enable-helm",
  "plugins-disabled": "this page cannot run programs: build with kust on your machine, with --enable-alpha-plugins",
};

function problemsOf({ errors, warnings }: BuildResult): Problem[] {
  return [
    ...errors.map((one) => problemOf(one, false)),
    ...warnings.map((one) => problemOf(one, true)),
  ];
}

/** Notes are omitted, and what the build itself warns of. */
async function findingsIn(files: MemoryFileSystem, folder: string, release: string): Promise<Finding[]> {
  const linter = new Linter(files, { compat: release });
  const { warnings } = await linter.lint(folder);
  return linter.findings().filter((finding) =>
    isAtLeast(finding.level, "warning") && !isIgnored(finding) &&
    !warnings.some(({ code, place }) => code === finding.code && place?.offset === finding.place?.offset)
  );
}

function problemOf(diagnostic: Diagnostic, isWarning: boolean): Problem {
  const report = diagnosticReport(diagnostic);
  const hint = HINTS[report.code] ?? report.hint;
  // kustomize's own warnings begin like comments, since they are printed beside the output.
  const message = report.message.replace(/^# Warning: /, "");
  return { ...report, message, ...hint !== undefined && { hint }, isWarning };
}

function outputOf(resources: readonly Resource[]): Output {
  const texts: string[] = [];
  const reports: ResourceReport[] = [];
  const lines: LineReport[] = [];
  for (const resource of resources) {
    if (texts.length > 0) {
      texts.push("---");
      lines.push({ pointer: undefined, writers: [] });
    }
    const { kind, name, namespace } = resource;
    reports.push({ kind, name, namespace, line: texts.length });
    let last: LineReport = { pointer: undefined, writers: [] };
    for (const { text, pointer, writers } of outputLines(resource)) {
      if (pointer !== undefined) last = { pointer, writers: writers.map(writerReport) };
      texts.push(text);
      lines.push(last);
    }
  }
  return { text: texts.map((text) => `${text}\n`).join(""), resources: reports, lines };
}

function graphReport({ reads = [] }: BuildResult): GraphReport {
  const { nodes, arrows } = graphOf([reads], (path) => shownPath(path, ROOT), ROOT);
  return {
    nodes: [...nodes].map(([key, node]) => ({ ...node, key })),
    arrows: [...arrows.values()].map(({ from, to, fields }) => ({ from, to, fields: [...fields] })),
  };
}
