/** `deps --format json`. */

import { isPathRead, type Read } from "../../reads/read.ts";
import { jsonReport, placeReport } from "../output/json_report.ts";
import type { TargetReads } from "./dependencies.ts";

export function depsJson(builds: readonly TargetReads[], shown: (path: string) => string): string {
  const all = builds.flatMap(({ reads }) => reads);
  const of = (kind: Read["kind"]) => new Set(all.filter((read) => read.kind === kind).map((read) => keyOf(read))).size;
  const summary = {
    targets: builds.length,
    files: of("file"),
    missing: of("missing"),
    remote: of("repository") + of("http"),
    charts: of("chart"),
  };
  return jsonReport(
    "DepsReport",
    summary,
    builds.map(({ target, reads }) => ({ target, reads: reads.map((read) => readReport(read, shown)) })),
  );
}

function keyOf(read: Read): string {
  return isPathRead(read) ? read.path : JSON.stringify({ ...read, askedBy: [] });
}

function readReport({ askedBy, ...read }: Read, shown: (path: string) => string): object {
  const isOnDisk = "path" in read && read.kind !== "repository" && read.kind !== "program";
  return {
    ...read,
    ...isOnDisk && { path: shown(read.path) },
    askedBy: askedBy.map(({ place, field }) => ({ ...placeReport(place), field })),
  };
}
