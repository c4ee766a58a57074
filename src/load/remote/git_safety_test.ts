import { assertEquals } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { checkRepoSafe, shownUrl } from "./git_safety.ts";
import type { RepoSpec } from "./remote.ts";

const SPEC: RepoSpec = {
  raw: "https://host/org/repo",
  host: "https://host/",
  repoPath: "org/repo",
  path: "",
  ref: "",
  cloneUrl: "https://host/org/repo",
  timeoutMs: 1000,
  submodules: true,
};

function isSafe(part: Partial<RepoSpec>): boolean {
  try {
    checkRepoSafe({ ...SPEC, ...part });
    return true;
  } catch (error) {
    if (error instanceof KustError && error.diagnostic.code === "unsafe-argument") return false;
    throw error;
  }
}

Deno.test("checkRepoSafe() refuses what git or ssh could take for an option", () => {
  const unsafe: Partial<RepoSpec>[] = [
    ...["ssh://-oX=y/", "-oX=y:", "ssh://git@-oX=y/", "git@-oX=y:", "ssh://a@b@-x/", "ssh://%2DoX/", "git@%2doX:"]
      .map((host) => ({ host })),
    { repoPath: "-u" },
    { ref: "--upload-pack=x" },
    ...["\0", "\n", "\x1f", "\x7f"].flatMap((text) => [{ ref: `a${text}` }, { cloneUrl: `https://host/a${text}b` }]),
  ];
  for (const part of unsafe) assertEquals(isSafe(part), false, JSON.stringify(part));
  const safe: Partial<RepoSpec>[] = [
    ...["https://host/", "ssh://git@host-x/", "git@a-b:", "ssh://u-@h/"].map((host) => ({ host })),
    { repoPath: "a/-b" },
    { ref: "v1-rc" },
    { ref: "a b" },
  ];
  for (const part of safe) assertEquals(isSafe(part), true, JSON.stringify(part));
});

Deno.test("shownUrl() hides the password", () => {
  assertEquals(shownUrl("https://me:secret@host/a:b@c"), "https://me:***@host/a:b@c");
  assertEquals(shownUrl("git::ssh://me:x@host/a"), "git::ssh://me:***@host/a");
  for (const url of ["https://me@host/a", "https://host:80/a@b", "me:x@host"]) assertEquals(shownUrl(url), url);
});
