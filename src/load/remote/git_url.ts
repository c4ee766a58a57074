/**
 * Parses texts that name a folder in a git repository as kustomize does; any other text is a path on disk. The rules
 * are kustomize's own (derived from hashicorp's go-getter) and are looser than git's: the host is the text before the
 * first `/`, and without a marker (`//`, `.git`, `_git/`) the repository is the next two segments.
 */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { RepoSpec } from "./remote.ts";
import { parseRepoQuery } from "./git_url_query.ts";

/** The schemes of repository URLs. */
export const SCHEMES: readonly string[] = ["ssh://", "https://", "http://", "file://"];

/** The repository that a text names, or undefined if it is a path on disk. */
export function parseRepoSpec(text: string): RepoSpec | undefined {
  if (text.startsWith("/")) return undefined;
  const { address, query } = splitQuery(text);
  const split = splitHost(withoutForcedGit(address));
  if (split === undefined) return undefined;
  const parts = splitPath(split.rest, split.host === "file://");
  if (parts === undefined) return undefined;
  return {
    raw: text,
    host: split.host,
    repoPath: parts.repoPath,
    cloneUrl: split.host + parts.repoPath,
    path: parts.path,
    ...parseRepoQuery(query),
  };
}

/** kustomize's warning about a text that forces the git protocol, as in go-getter: the prefix is dropped. */
export function forcedGitWarning(text: string): Diagnostic | undefined {
  if (!isForcedGit(text)) return undefined;
  const message = "Warning: Forcing the git protocol using the 'git::' URL prefix is not supported. " +
    "Kustomize currently strips this invalid prefix, but will stop doing so in a future release. " +
    "Please remove the 'git::' prefix from your configuration.";
  return { code: "forced-git", message };
}

function withoutForcedGit(address: string): string {
  return isForcedGit(address) ? address.slice("git::".length) : address;
}

function isForcedGit(text: string): boolean {
  return text.slice(0, "git::".length).toLowerCase() === "git::";
}

function splitQuery(text: string): { address: string; query: string } {
  const at = text.indexOf("?");
  return at < 0 ? { address: text, query: "" } : { address: text.slice(0, at), query: text.slice(at + 1) };
}

function splitHost(address: string): { host: string; rest: string } | undefined {
  const scheme = SCHEMES.find((prefix) => address.slice(0, prefix.length).toLowerCase() === prefix) ?? "";
  const afterScheme = address.slice(scheme.length);
  // Everything after file:// is a path, even if it looks like a user name.
  if (scheme === "file://") return { host: scheme, rest: afterScheme };

  const user = afterScheme.includes("@") ? /^[a-zA-Z][a-zA-Z0-9-]*@/.exec(afterScheme)?.[0] ?? "" : "";
  const afterUser = afterScheme.slice(user.length);
  const isGithub = ["github.com/", "github.com:"].includes(afterUser.slice(0, "github.com/".length).toLowerCase());
  const mayBeScp = scheme === "" && (user !== "" || isGithub);
  if (scheme === "" && !mayBeScp) return undefined;

  const end = hostEnd(afterUser, mayBeScp);
  const host = end < 0 ? afterUser : afterUser.slice(0, end + 1);
  const rest = end < 0 ? "" : afterUser.slice(end + 1);
  if (isGithub) return { host: githubHost(scheme, user), rest };
  return host === "" ? undefined : { host: scheme + user + host, rest };
}

/** Index of the character that ends the host: a slash, or a colon before any slash in `user@host:path`. */
function hostEnd(text: string, mayBeScp: boolean): number {
  const slash = text.indexOf("/");
  if (!mayBeScp) return slash;
  const colon = text.indexOf(":");
  return slash === -1 || (colon > 0 && colon < slash) ? colon : slash;
}

/**
 * GitHub is accessed by https, or by ssh if the text has a user or says so; nothing else of the text's host is kept.
 */
function githubHost(scheme: string, user: string): string {
  return scheme === "ssh://" || user !== "" ? `${user}github.com:` : "https://github.com/";
}

function splitPath(rest: string, isFile: boolean): { repoPath: string; path: string } | undefined {
  const parts = splitAtMarker(rest) ?? splitAtDefault(rest, isFile);
  if (parts === undefined || parts.repoPath === "") return undefined;
  const path = parts.path.replace(/^\//, "");
  if (leavesRepo(path)) return undefined;
  return { repoPath: parts.repoPath, path };
}

function splitAtMarker(rest: string): { repoPath: string; path: string } | undefined {
  // Azure: the repository is the single segment after _git.
  const azure = rest.indexOf("_git/");
  if (azure >= 0) {
    const end = rest.indexOf("/", azure + "_git/".length);
    return end < 0 ? { repoPath: rest, path: "" } : { repoPath: rest.slice(0, end), path: rest.slice(end + 1) };
  }
  const slashes = rest.indexOf("//");
  if (slashes >= 0) return { repoPath: rest.slice(0, slashes), path: rest.slice(slashes + 2) };
  const suffix = rest.indexOf(".git");
  if (suffix < 0) return undefined;
  const end = suffix + ".git".length;
  return { repoPath: rest.slice(0, end), path: rest.slice(end) };
}

/** Without a marker: the whole of a file:// path, otherwise the first two segments. */
function splitAtDefault(rest: string, isFile: boolean): { repoPath: string; path: string } | undefined {
  if (isFile) return { repoPath: rest, path: "" };
  const segments = rest.split("/");
  if (segments.length < 2) return undefined;
  return { repoPath: segments.slice(0, 2).join("/"), path: segments.slice(2).join("/") };
}

function leavesRepo(path: string): boolean {
  let depth = 0;
  for (const segment of path.split("/")) {
    if (segment === "..") depth--;
    else if (segment !== "" && segment !== ".") depth++;
    if (depth < 0) return true;
  }
  return false;
}
