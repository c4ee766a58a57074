/** The paths of copies of remote files and repositories, below the copy of the root that names them. */

import { fail } from "../diagnostics/diagnostic.ts";
import { joinPath } from "../text/paths.ts";
import type { RepoSpec } from "../load/remote/remote.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";
import { escapeUrlPath } from "./escape_url_path.ts";

/** The folder for remote sources in a root's copy. */
export const LOCALIZED_FILES = "localized-files";

/** The path for a file fetched over http: host and path, without user, port and query. */
export function pathOfFile(url: string): string {
  const { host, path } = splitUrl(url);
  return joinPath(LOCALIZED_FILES, host, joinPath("/", escapeUrlPath(path)));
}

/** `https://user@host:1/a/b?c` has the host `host` and the path `/a/b`. */
function splitUrl(url: string): { host: string; path: string } {
  const [, authority = "", path = ""] = /^[a-z]+:(?:\/\/([^/?#]*))?([^?#]*)/i.exec(url) ?? [];
  return { host: hostName(authority) ?? authority, path };
}

/**
 * The path for a root in a repository: host, repository, ref and the root's folder.
 *
 * @param folder The root's folder in the repository, with links resolved.
 */
export function pathOfRoot(spec: RepoSpec, folder: string, node: Node | undefined): string {
  const repo = spec.repoPath.replace(/\.git$/, "");
  const path = joinPath(LOCALIZED_FILES, hostFolder(spec, node), joinPath("/", repo), spec.ref, folder);
  // No git server has such a ref; a cleaned path with one could leave the destination.
  if (!path.startsWith(`${LOCALIZED_FILES}/`)) {
    fail("invalid-url", `the ref '${spec.ref}' contains '..'`, atPlace(node));
  }
  return path;
}

function hostFolder({ host, raw }: RepoSpec, node: Node | undefined): string {
  // Kept separate from hosts, because local paths could look like them.
  if (host === "file://") return "file-schemed";
  const authority = host.replace(/^[a-z]+:\/\//, "").replace(/\/$/, "").replace(/:$/, "");
  return hostName(authority) ??
    fail("invalid-url", `'${raw}' has no host to name a folder after`, atPlace(node));
}

/** The host without user and port; undefined if the port is not a number. */
function hostName(authority: string): string | undefined {
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  return /^\[([^\]]*)\](?::\d*)?$/.exec(host)?.[1] ?? /^([^:]*)(?::\d*)?$/.exec(host)?.[1];
}
