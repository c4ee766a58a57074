/**
 * What is never handed to git or ssh. kustomize passes URL and ref as they are, so that `?ref=--upload-pack=COMMAND` in
 * anyone's kustomization runs a command; here no part of a text can be taken for an option.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { RepoSpec } from "./remote.ts";

/** Throws `unsafe-argument` for a text whose host, repository or ref git or ssh could take for something else. */
export function refuseUnsafe(spec: RepoSpec): void {
  const authority = spec.host.replace(/^[a-z]+:\/\//, "");
  const hostName = authority.slice(authority.lastIndexOf("@") + 1);
  // git decodes percent signs in a host before it starts ssh.
  if (authority.startsWith("-") || /^(?:-|%2d)/i.test(hostName)) refuse(spec, "its host", hostName);
  if (spec.repoPath.startsWith("-")) refuse(spec, "its repository", spec.repoPath);
  if (spec.ref.startsWith("-")) refuse(spec, "its ref", spec.ref);
  // deno-lint-ignore no-control-regex
  if (/[\x00-\x1f\x7f]/.test(spec.cloneUrl + spec.ref)) {
    fail("unsafe-argument", `${JSON.stringify(spec.raw)} is refused: it has control characters`);
  }
}

function refuse(spec: RepoSpec, part: string, text: string): never {
  fail("unsafe-argument", `${shownUrl(spec.raw)} is refused: ${part} starts with "-" (${JSON.stringify(text)})`, {
    hint: "git or ssh would take it for an option, which can run any command.",
  });
}

/** A URL as it may be shown: without its password. */
export function shownUrl(url: string): string {
  return url.replace(/^((?:git::)?[a-z]+:\/\/[^/@:]*):[^/@]*@/i, "$1:***@");
}
