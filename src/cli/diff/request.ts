/** The comparison that the command line requests. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../kustomization/file_names.ts";
import { parseRepoSpec } from "../../load/remote/git_url.ts";
import { refuseIdle } from "../flags/idle_flags.ts";
import { CHOOSING } from "./flags.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import type { TargetChoice } from "../../targets/find_targets.ts";
import { baseName, cleanPath } from "../../text/paths.ts";
import { kustomizationSide, manifestsSide } from "./sides/make_side.ts";
import type { Comparison, Comparisons, Side } from "./sides/side.ts";

export interface Request {
  /** Two paths to compare, or targets. */
  paths: readonly string[];
  /** A revision; "" for the default one. */
  base: string;
  /** A file of rendered manifests; "" if there is none. */
  against: string;
  /** Whether the manifests are a dump of a cluster. */
  live: boolean;
  /** Two releases of kustomize. */
  releases: readonly [before: string, after: string] | undefined;
  choice: TargetChoice;
  /** The names of the flags. */
  given: ReadonlySet<string>;
}

/** Both sides share what they read and parse. */
export async function comparisonsOf(request: Request, options: BuildOptions, host: Host): Promise<Comparisons> {
  checkFlags(request);
  const { paths, base, against, live, releases, choice } = request;
  if (releases !== undefined) {
    const { betweenReleases } = await import("./sides/between_releases.ts");
    return betweenReleases(paths, releases, choice, options, host);
  }
  if (against !== "") {
    const { againstManifests } = await import("./sides/against_manifests.ts");
    return { comparisons: [againstManifests(paths[0] ?? ".", { file: against, live }, options, host)], problems: [] };
  }
  const [before, after] = paths;
  if (base === "" && before !== undefined && after !== undefined && paths.length === 2) {
    refuseIdle(request.given, CHOOSING, "for the targets of folders, and not for two paths");
    return { comparisons: [twoPaths(before, after, options, host)], problems: [] };
  }
  const { againstCommit } = await import("./sides/against_commit.ts");
  return await againstCommit(paths, base, choice, options, host);
}

/** Flags that select the other side. */
function checkFlags({ paths, base, against, live, releases, given }: Request): void {
  const sides = [base && "--base", against && "--against", releases && "--compat R1..R2"].filter((flag) => flag);
  if (sides.length > 1) fail("flag-conflict", `${sides.join(" and ")} exclude each other`);
  if (live && against === "") {
    fail("flag-conflict", "--live tells how to read the manifests of --against, which is not given", {
      hint: "kubectl get -f … -o yaml | kust diff overlays/prod --against - --live",
    });
  }
  if (against === "") return;
  if (paths.length > 1) fail("too-many-arguments", `--against compares one kustomization, ${paths.length} given`);
  refuseIdle(given, CHOOSING, "for the targets of folders, and not with --against");
}

/** `kust diff A B`: kustomizations, or files or pipes of rendered manifests. */
function twoPaths(before: string, after: string, options: BuildOptions, host: Host): Comparison {
  return {
    target: cleanPath(after),
    before: sideOf(before, options, host),
    after: sideOf(after, options, host),
    isOfPaths: true,
  };
}

function sideOf(path: string, options: BuildOptions, host: Host): Side {
  const info = host.fs.stat(path);
  // Otherwise a mistyped path would count as a side that does not build.
  if (info === undefined && parseRepoSpec(path) === undefined) fail("not-found", `'${path}' does not exist`);
  const isManifests = info?.isDirectory === false && !KUSTOMIZATION_FILE_NAMES.includes(baseName(path));
  return isManifests ? manifestsSide(path, host) : kustomizationSide(path, path, options, host.fs);
}
