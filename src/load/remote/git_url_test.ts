import { assertEquals } from "@std/assert";
import { forcedGitWarning, parseRepoSpec } from "./git_url.ts";
import { parseDuration } from "./git_url_query.ts";

/** `host|repository|path|ref`. */
function shown(text: string): string | undefined {
  const spec = parseRepoSpec(text);
  return spec && [spec.host, spec.repoPath, spec.path, spec.ref].join("|");
}

const repositories: Record<string, string> = {
  "https://github.com/org/repo": "https://github.com/|org/repo||",
  "github.com/org/repo//dir/sub?ref=v1": "https://github.com/|org/repo|dir/sub|v1",
  "GitHub.com/org/repo/dir?ref=group/v1": "https://github.com/|org/repo|dir|group/v1",
  "github.com:org/repo": "https://github.com/|org/repo||",
  "http://github.com/org/repo.git/dir": "https://github.com/|org/repo.git|dir|",
  "git@github.com/org/repo/dir": "git@github.com:|org/repo|dir|",
  "ssh://org-12@github.com/org/repo": "org-12@github.com:|org/repo||",
  "ssh://git@ssh.github.com:443/ORG/REPO.git": "ssh://git@ssh.github.com:443/|ORG/REPO.git||",
  "git@gitlab.com:group/sub/repo.git//dir?version=v2": "git@gitlab.com:|group/sub/repo.git|dir|v2",
  "git@gitlab.com/user:name/repo.git/dir": "git@gitlab.com/|user:name/repo.git|dir|",
  "git::https://gitlab.com/org/repo": "https://gitlab.com/|org/repo||",
  "hTTps://me:token@host/org/repo": "https://me:token@host/|org/repo||",
  "https://me@dev.azure.com/org/project/_git/repo/dir": "https://me@dev.azure.com/|org/project/_git/repo|dir|",
  "https://host/path/to/repo//dir/../other": "https://host/|path/to/repo|dir/../other|",
  "https://raw.githubusercontent.com/org/.github/main/x.yaml":
    "https://raw.githubusercontent.com/|org/.git|hub/main/x.yaml|",
  "https:///org/repo": "https:///|org/repo||",
  "file:///srv/repo": "file://|/srv/repo||",
  "file://git@home/repo.git//dir?ref=b": "file://|git@home/repo.git|dir|b",
  "https://host/org/repo/?ref=has_git/and.git": "https://host/|org/repo||has_git/and.git",
  "https://host/org/repo/%-odd": "https://host/|org/repo|%-odd|",
};

const paths = [
  "/abs/path",
  "../../base",
  "src/github.com/org/repo",
  "gh:org/repo",
  "git::___",
  "github.com!org/repo.git//dir",
  "git://host/org/repo",
  "https://",
  "https://host?ref=v1",
  "https://github.com/lonely.yaml",
  "git@scp://github.com/org/repo.git//dir",
  "file:////tmp//dir",
  "https://github.com/org/repo.git//dir/../../out",
];

Deno.test("repositories are distinguished from paths, and split, as in kustomize", () => {
  for (const [text, want] of Object.entries(repositories)) assertEquals(shown(text), want, text);
  for (const text of paths) assertEquals(shown(text), undefined, text);
});

Deno.test("git gets the same requests as from the real kustomize", () => {
  const recorded = new URL("../../../testdata/git_urls.json", import.meta.url);
  for (const [text, want] of Object.entries<string | null>(JSON.parse(Deno.readTextFileSync(recorded)))) {
    const spec = parseRepoSpec(text);
    assertEquals(spec === undefined ? null : `${spec.cloneUrl} ${spec.ref || "HEAD"}`, want, text);
  }
});

Deno.test("the repository ends at the first marker, and its path stays inside", () => {
  const parts = (text: string) => {
    const spec = parseRepoSpec(`https://host/${text}`);
    return spec && [spec.repoPath, spec.path];
  };
  assertEquals(parts("_git/repo/path/more"), ["_git/repo", "path/more"]);
  assertEquals(parts("_git/a/b.git/c"), ["_git/a", "b.git/c"]);
  assertEquals(parts(".git/path"), [".git", "path"]);
  assertEquals(parts("a/b/c/../d"), ["a/b", "c/../d"]);
  for (const path of ["..", "./..", "c/../..", "c//../.."]) assertEquals(parts(`a/b//${path}`), undefined, path);
});

Deno.test("parseDuration() reads Go's notation", () => {
  const cases: [string, number | undefined][] = [
    ["10m", 600_000],
    ["1h2m3.5s", 3_723_500],
    ["-1.5ms", -1.5],
    ["+.5s", 500],
    ["5.s", 5000],
    ["2\u00b5s", 0.002],
    ["", undefined],
    ["-", undefined],
    ["10", undefined],
    [".s", undefined],
    ["1.2.3s", undefined],
    ["1m x", undefined],
    ["constructor", undefined],
  ];
  for (const [text, ms] of cases) assertEquals(parseDuration(text), ms, text);
});

Deno.test("ref, timeout and submodules come from the query; malformed values count as absent", () => {
  const query = (text: string) => {
    const spec = parseRepoSpec(`https://host/org/repo?${text}`)!;
    return [spec.ref, spec.timeoutMs, spec.submodules];
  };
  assertEquals(query(""), ["", 27_000, true]);
  assertEquals(query("version=a&ref=b&timeout=61&submodules=false"), ["b", 61_000, false]);
  assertEquals(query("ref=kustomize%2Fv4+1&timeout=1m1.5s&submodules=0"), ["kustomize/v4 1", 61_500, false]);
  assertEquals(query("version=a&ref=&timeout=jiffy&submodules=maybe"), ["a", 27_000, true]);
  assertEquals(query("ref=a&timeout=-5"), ["a", 27_000, true]);
  assertEquals(query("ref=a&timeout=0s"), ["a", 27_000, true]);
  assertEquals(query("ref=a&timeout=999999h"), ["a", 2 ** 31 - 1, true]);
  assertEquals(query("&ref=a=b&&ref=c&"), ["a=b", 27_000, true]);
  assertEquals(query("ref&version=a"), ["a", 27_000, true]);
  assertEquals(query("ref=a;timeout=5"), ["", 27_000, true]);
  assertEquals(query("ref=a&submodules=%zz"), ["", 27_000, true]);
});

Deno.test("the forced git protocol is recognized, for a warning", () => {
  assertEquals(forcedGitWarning("GIT::https://host/org/repo")?.code, "forced-git");
  assertEquals(forcedGitWarning("https://host/git::org/repo"), undefined);
});
