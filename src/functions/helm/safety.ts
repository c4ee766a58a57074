/** Protects helm from untrusted kustomizations: it follows links and reads configuration without asking. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { HelmChart } from "../../kustomization/types.ts";
import type { FileSystem } from "../../load/file_system.ts";
import type { Loader } from "../../load/loader.ts";
import { shownUrl } from "../../load/remote/git_safety.ts";
import { isAbsolute, isWithin, joinPath } from "../../text/paths.ts";
import { atPlace } from "../../yaml/tree/place.ts";

/** The files that helm reads from a configuration folder, besides its cache. */
const CONFIGURATION = ["plugins", ".data", "registry", "registry.json", "repositories.yaml"];

/**
 * Rejects a configuration folder in the kustomization: it may name servers and programs that receive passwords. A
 * folder with nothing but a cache was left there by helm itself.
 */
export function checkConfiguration(configHome: string, chart: HelmChart, loader: Loader): void {
  const { fileSystem } = loader.files;
  const folder = isAbsolute(configHome) ? configHome : joinPath(fileSystem.cwd(), configHome);
  if (fileSystem.stat(folder) === undefined) return;
  const owner = loader.containingRepo?.clone.dir ?? loader.root;
  if (!isWithin(fileSystem.realPath(folder), owner)) return;
  const found = CONFIGURATION.find((name) => fileSystem.stat(joinPath(folder, name)) !== undefined);
  if (found === undefined) return;
  fail("unsafe-configuration", `security: the configuration of helm in '${configHome}' comes with the kustomization`, {
    ...atPlace(chart.node),
    notes: [{ message: `it contains '${found}'` }],
    hint: "keep it outside the kustomization's folder, where only you can write",
  });
}

/** In a clone, rejects links to outside, in any case: neither a chart nor the targets of its links may be there. */
export function checkLinks(folder: string, chart: HelmChart, loader: Loader): void {
  const repo = loader.containingRepo;
  if (repo === undefined) return;
  const { fileSystem } = loader.files;
  const outside = firstOutside(fileSystem, folder, repo.clone.dir);
  if (outside === undefined) return;
  const shown = outside === folder ? "is" : `has '${outside.slice(folder.length + 1)}', which is`;
  fail("outside-root", `security: the chart '${chart.name}' ${shown} outside of '${shownUrl(repo.spec.raw)}'`, {
    ...atPlace(chart.node),
    hint: "in a repository, files outside it are never loaded",
  });
}

/** The first path that leads out of `dir`, or is dangling. */
function firstOutside(fileSystem: FileSystem, path: string, dir: string): string | undefined {
  if (fileSystem.stat(path) === undefined || !isWithin(fileSystem.realPath(path), dir)) return path;
  // A link's target in the clone is another part of it, and may contain links in turn.
  if (fileSystem.stat(path)?.isDirectory !== true) return undefined;
  for (const name of fileSystem.readDir(path)) {
    const child = joinPath(path, name);
    const outside = fileSystem.isLink(child) && isLoop(fileSystem, child, path)
      ? child
      : firstOutside(fileSystem, child, dir);
    if (outside !== undefined) return outside;
  }
  return undefined;
}

/** Whether a link leads to a folder that contains it, which helm would follow forever. */
function isLoop(fileSystem: FileSystem, link: string, folder: string): boolean {
  return fileSystem.stat(link) !== undefined && isWithin(fileSystem.realPath(folder), fileSystem.realPath(link));
}
