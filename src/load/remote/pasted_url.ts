/** URLs copied from a browser, which lead to a page about a file instead of the file. */

import { KUSTOMIZATION_FILE_NAMES } from "../../kustomization/file_names.ts";
import { baseName } from "../../text/paths.ts";

/** The URL to use instead of that of a page on GitHub or GitLab; undefined for any other text. */
export function insteadOfPage(text: string): string | undefined {
  return insteadOfGithub(text) ?? insteadOfGitlab(text);
}

function insteadOfGithub(text: string): string | undefined {
  const match =
    /^(?:https?:\/\/)?(?:www\.)?github\.com\/([^/]+\/[^/]+?)(?:\.git)?\/(blob|tree)\/([^/?#]+)(?:\/([^?#]*))?/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [, repo, page, ref, path = ""] = match;
  if (page === "blob" && !isKustomization(path)) return `https://raw.githubusercontent.com/${repo}/${ref}/${path}`;
  return `https://github.com/${repo}//${folderOf(path)}?ref=${ref}`;
}

function insteadOfGitlab(text: string): string | undefined {
  const match = /^(https?:\/\/[^/]+)\/([^?#]+?)\/-\/(blob|tree)\/([^/?#]+)(?:\/([^?#]*))?/i.exec(text);
  if (match === null) return undefined;
  const [, host, repo, page, ref, path = ""] = match;
  if (page === "blob" && !isKustomization(path)) return `${host}/${repo}/-/raw/${ref}/${path}`;
  return `${host}/${repo}.git//${folderOf(path)}?ref=${ref}`;
}

function isKustomization(path: string): boolean {
  return KUSTOMIZATION_FILE_NAMES.includes(baseName(path));
}

function folderOf(path: string): string {
  return (isKustomization(path) ? path.slice(0, path.lastIndexOf("/") + 1) : path).replace(/\/$/, "");
}

/** Whether a response is a web page. */
export function looksLikeHtml(content: Uint8Array): boolean {
  const start = new TextDecoder().decode(content.subarray(0, 512));
  return /^\ufeff?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(start);
}
