/**
 * Protects git and ssh from option injection. kustomize passes URL and ref unchanged, so that
 * `?ref=--upload-pack=COMMAND` in any kustomization runs a command; kust rejects texts that could be parsed as options.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { RepoSpec } from "./remote.ts";

/** Throws `unsafe-argument` if git or ssh could parse the host, repository or ref as something else. */
export function checkRepoSafe(spec: RepoSpec): void {
  const authority = spec.host.replace(/^[a-z]+:\/\//, "");
  const hostName = authority.slice(authority.lastIndexOf("@") + 1);
  // git decodes percent signs in a host before it starts ssh.
  if (authority.startsWith("-") || /^(?:-|%2d)/i.test(hostName)) failUnsafe(spec, "its host", hostName);
  if (spec.repoPath.startsWith("-")) failUnsafe(spec, "its repository", spec.repoPath);
  if (spec.ref.startsWith("-")) failUnsafe(spec, "its ref", spec.ref);
  // deno-lint-ignore no-control-regex
  if (/[\x00-\x1f\x7f]/.test(spec.cloneUrl + spec.ref)) {
    fail("unsafe-argument", `${JSON.stringify(spec.raw)} is refused: it contains control characters`);
  }
}

function failUnsafe(spec: RepoSpec, part: string, text: string): never {
  fail("unsafe-argument", `${shownUrl(spec.raw)} is refused: ${part} starts with "-" (${JSON.stringify(text)})`, {
    hint: "git or ssh would treat it as an option, which can run any command",
  });
}

/** A URL without its password, for messages. */
export function shownUrl(url: string): string {
  return url.replace(/^((?:git::)?[a-z]+:\/\/[^/@:]*):[^/@]*@/i, "$1:***@");
}
