/**
 * The paths that a build can read at all, according to its kustomizations: `affected` only builds targets that a change
 * may concern. If in doubt, a build may read anything.
 */

import { KustError } from "../diagnostics/diagnostic.ts";
import type { PathRole } from "../kustomization/field_type.ts";
import { type FieldName, kustomization as table } from "../kustomization/fields.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../kustomization/file_names.ts";
import { pathsIn } from "../kustomization/paths.ts";
import { FileError, type FileSystem } from "../load/file_system.ts";
import { readSource } from "../load/read_source.ts";
import { parseRepoSpec } from "../load/remote/git_url.ts";
import { isHttpUrl } from "../load/remote/remote.ts";
import type { PathKind } from "../reads/read.ts";
import { RecordingFileSystem } from "../reads/recording_file_system.ts";
import { cleanPath, isAbsolute, joinPath } from "../text/paths.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import type { Mapping } from "../yaml/tree/node.ts";
import type { ChangeSet } from "./change_set.ts";
import { pushAll } from "../text/push_all.ts";

/** The most that a build reads: files, and folders with their contents. `anywhere`: this cannot be determined. */
interface Reach {
  paths: ReadonlySet<string>;
  anywhere: boolean;
}

/** Fields whose plugins have paths of their own, or run programs. */
const PLUGIN_FIELDS: readonly FieldName[] = [
  "generators",
  "transformers",
  "validators",
  "helmCharts",
  "helmChartInflationGenerator",
];

/** Texts with these roles name folders of kustomizations, or files. */
const MAY_BE_ROOT: ReadonlySet<PathRole> = new Set<PathRole>(["resources", "root"]);

/** What one kustomization names. */
interface Named extends Reach {
  paths: Set<string>;
  bases: string[];
}

export class Reaches {
  readonly #files: FileSystem;
  /** The links followed on the way to the folders that are being examined. */
  #links = new Set<string>();
  readonly #named = new Map<string, Named>();

  constructor(files: FileSystem) {
    const path = (kind: PathKind, at: string) => void (kind === "link" && this.#links.add(at));
    this.#files = new RecordingFileSystem(files, { path, wrote: () => {} });
  }

  /** Whether one of the changes may concern the build of a folder. */
  mayConcern(folder: string, changes: ChangeSet): boolean {
    const { paths, anywhere } = this.#reachOf(folder);
    return anywhere ||
      [...paths].some((path) =>
        changes.has(path) || changes.above(path) !== undefined || changes.below(path) !== undefined
      );
  }

  #reachOf(folder: string): Reach {
    const links = this.#links = new Set<string>();
    const paths = new Set<string>();
    const roots = new Set<string>();
    const pending = [folder];
    let anywhere = false;
    while (pending.length > 0) {
      const path = pending.pop()!;
      paths.add(path);
      const real = this.#asked(() =>
        this.#files.stat(path)?.isDirectory === true ? this.#files.realPath(path) : undefined
      );
      if (real === undefined || roots.has(real)) continue;
      roots.add(real);
      const named = this.#namedIn(real);
      anywhere ||= named.anywhere;
      for (const one of named.paths) paths.add(one);
      pushAll(pending, named.bases);
    }
    return { paths: new Set([...paths, ...roots, ...links]), anywhere };
  }

  #namedIn(folder: string): Named {
    let named = this.#named.get(folder);
    if (named === undefined) {
      const around = this.#links;
      this.#links = new Set();
      this.#named.set(folder, named = this.#look(folder));
      for (const link of this.#links) named.paths.add(link);
      this.#links = around;
    }
    return named;
  }

  #look(folder: string): Named {
    const named: Named = { paths: new Set(), bases: [], anywhere: true };
    const root = this.#kustomizationIn(folder);
    // The hint of the error names kustomizations nearby.
    if (root === undefined) return named;
    const fields = new Set<string>();
    const paths = this.#asked(() => [...pathsIn(table.fields, root, fields)]);
    if (paths === undefined) return named;
    named.anywhere = PLUGIN_FIELDS.some((name) => fields.has(name));
    for (const { role, node } of paths) {
      if (node.kind === "scalar" && !isInline(role, node.value)) this.#add(named, folder, role, node.value);
    }
    return named;
  }

  #add(named: Named, folder: string, role: PathRole, value: string): void {
    const text = role === "key=file" ? value.slice(value.indexOf("=") + 1) : value;
    if (MAY_BE_ROOT.has(role) && parseRepoSpec(text) !== undefined || isHttpUrl(text)) return;
    const path = isAbsolute(text) ? cleanPath(text) : joinPath(folder, text);
    if (MAY_BE_ROOT.has(role)) named.bases.push(path);
    const real = this.#asked(() => this.#files.realPath(path));
    // An error about a path that is missing looks around it for what may be meant.
    if (real === undefined) named.anywhere = true;
    else named.paths.add(path).add(real);
  }

  /** Undefined if there is none, or none that can be read: then a build fails at once. */
  #kustomizationIn(folder: string): Mapping | undefined {
    return this.#asked(() => {
      const name = KUSTOMIZATION_FILE_NAMES.find((name) => this.#files.stat(joinPath(folder, name))?.isFile);
      const root = name && parseDocument(readSource(this.#files, joinPath(folder, name)), { uniqueKeys: false });
      return root && root.kind === "mapping" ? root : undefined;
    });
  }

  /** Undefined if the files cannot be read or parsed. */
  #asked<T>(ask: () => T): T | undefined {
    try {
      return ask();
    } catch (error) {
      if (error instanceof FileError || error instanceof KustError) return undefined;
      throw error;
    }
  }
}

/** Patches and plugins may be inline. */
function isInline(role: PathRole, text: string): boolean {
  return text.includes("\n") || role === "patches" && /^\s*[[{]/.test(text);
}
