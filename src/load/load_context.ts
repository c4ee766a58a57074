/** What all loaders of a build share. */

import type { Compat } from "../compat/compat.ts";
import { fail, KustError, type Place } from "../diagnostics/diagnostic.ts";
import type { FileSystem } from "./file_system.ts";
import type { Files } from "./files.ts";
import type { ReadObserver } from "./read_observer.ts";
import { shownUrl } from "./remote/git_safety.ts";
import type { RemoteSources } from "./remote/remote.ts";

export interface LoadOptions {
  /** Absent: the newest release. */
  compat?: Compat;
  /** Absent: remote sources are rejected. */
  remote?: RemoteSources | undefined;
  /** Whether files must be below their kustomization's root. Default: true. */
  restrictToRoot?: boolean;
  /** The files of a file system, some of which may have been read already. */
  filesOf?: (fileSystem: FileSystem) => Files;
  observer?: ReadObserver | undefined;
}

/** The state that all loaders of a build share. */
export interface LoadContext {
  readonly compat: Compat;
  readonly remote: RemoteSources | undefined;
  readonly restrictToRoot: boolean;
  readonly filesOf: (fileSystem: FileSystem) => Files;
  readonly observer: ReadObserver | undefined;
  /** Bodies of http files that `Loader.fetch` has fetched, by URL. */
  readonly fetched: Map<string, Uint8Array>;
}

/** Waits for a remote source, and adds the place of the request to its errors. */
export async function withPlace<T>(place: Place | undefined, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof KustError) || error.diagnostic.place !== undefined) throw error;
    throw error.with({ place });
  }
}

/** Fails because the build has no access to remote sources. */
export function failNoRemote(what: string, place: Place | undefined): never {
  fail(
    "no-capability",
    `'${shownUrl(what)}' is remote, and this build has no access to remote sources`,
    { place },
  );
}
