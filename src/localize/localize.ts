/** Copies a kustomization with all remote sources saved on disk. */

import { compatWith } from "../compat/compat_with.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import { AskAheadSources } from "../load/prefetch.ts";
import type { FileSystem } from "../load/file_system.ts";
import { parseRepoSpec } from "../load/remote/git_url.ts";
import { Loader } from "../load/loader.ts";
import { isWithin, joinPath, relativePath } from "../text/paths.ts";
import type { RemoteSources } from "../load/remote/remote.ts";
import { createSchema } from "../schema/build_schema.ts";
import { defaultDestination, makeDestination } from "./destination.ts";
import { localizeRoot } from "./root_localizer.ts";
import { checkRef, ScopedLoader } from "./scoped_loader.ts";

export interface LocalizeOptions {
  /** The release of kustomize to agree with. Default: the newest. */
  compat?: string;
  /**
   * Folder that must contain all local bases. Default: the target. Not for a target in a repository, which is its own
   * scope.
   */
  scope?: string;
  /** New folder for the copy. Default: one named after the target, in the current folder. */
  destination?: string;
  remote?: RemoteSources;
}

/**
 * Copies the kustomization at `target`, a folder or a repository. Returns the real path of the copy's top folder, which
 * mirrors the scope. Leaves no copy if it fails. Throws `KustError`.
 */
export async function localize(fileSystem: FileSystem, target: string, options: LocalizeOptions): Promise<string> {
  checkRef(parseRepoSpec(target), undefined);
  const remote = options.remote && new AskAheadSources(options.remote, fileSystem, target);
  const compat = await compatWith(options.compat);
  const loader = await Loader.open(fileSystem, target, { compat, remote });
  const scope = scopeOf(fileSystem, loader, target, options.scope ?? "");
  const destination = makeDestination(fileSystem, options.destination || defaultDestination(loader));
  try {
    const copy = joinPath(destination, relativePath(scope, loader.root));
    fileSystem.makeDir(copy);
    const schema = createSchema(compat);
    const root = { loader: new ScopedLoader(loader, { scope, destination }), output: fileSystem, copy };
    await localizeRoot(root, schema);
  } catch (error) {
    fileSystem.remove(destination);
    throw error;
  }
  return destination;
}

/** The real path of the folder that bounds the target's local references. */
function scopeOf(fileSystem: FileSystem, { root, repo }: Loader, target: string, scope: string): string {
  if (repo !== undefined) {
    if (scope === "") return repo.clone.dir;
    fail("invalid-flag-value", `the remote target '${target}' cannot have a scope: its scope is its repository`, {
      hint: "remove --scope",
    });
  }
  if (scope === "") return root;
  if (fileSystem.stat(scope)?.isDirectory !== true) {
    fail("invalid-flag-value", `the scope '${scope}' is not an existing folder`, { file: scope });
  }
  const real = fileSystem.realPath(scope);
  if (!isWithin(root, real)) fail("invalid-flag-value", `the scope '${scope}' does not contain the target '${target}'`);
  return real;
}
