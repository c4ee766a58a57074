import { assertEquals, assertRejects, assertStringIncludes, assertThrows } from "@std/assert";
import { commitFiles, git } from "../../scripts/serve_git.ts";
import { inFolder, RepositoryHost } from "../../scripts/test_repository.ts";
import { KustError } from "../diagnostics/diagnostic.ts";
import { realHost } from "../host/real_host.ts";
import { FileError, type FileSystem } from "../load/file_system.ts";
import { filesOf } from "../load/files.ts";
import { type WorkTreeChanges, workTreeChanges } from "./work_tree.ts";

function changes(folder: string, revision?: string, environment?: Record<string, string>): Promise<WorkTreeChanges> {
  return workTreeChanges(realHost.fs, folder, revision, new RepositoryHost(folder, environment).host);
}

/** All that is in a folder, but `.git`: texts of files, targets of links. */
function listing(files: FileSystem, folder: string, below = ""): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of files.readDir(`${folder}/${below}`)) {
    if (name === ".git") continue;
    const path = `${below}${name}`;
    const whole = `${folder}/${path}`;
    if (files.isLink(whole)) found[path] = `-> ${files.readLink?.(whole)}`;
    else if (files.stat(whole)?.isDirectory) Object.assign(found, listing(files, folder, `${path}/`));
    else found[path] = files.readText(whole);
  }
  return found;
}

/** Fails unless the commit's files are what git checks out. */
async function assertLikeCheckout(dir: string, found: WorkTreeChanges): Promise<void> {
  const copy = `${dir}.checkout`;
  try {
    await git(found.root, "worktree", "add", "--quiet", "--detach", copy, found.commit);
    assertEquals(listing(found.before, found.root), listing(realHost.fs, copy));
  } finally {
    await git(found.root, "worktree", "remove", "--force", copy);
  }
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const { diagnostic }: KustError = await assertRejects(() => work, KustError);
  return [diagnostic.message, ...(diagnostic.notes ?? []).map(({ message }) => message), diagnostic.hint].join("\n");
}

const FILES = {
  "base/kustomization.yaml": "resources: [a.yaml]\n",
  "base/a.yaml": "a: 1\n",
  "gone/deep/x.yaml": "x: 1\n",
  "a 'b' \"c\"/ü\nn.yaml": "odd: 1\n",
  "becomes-folder": "file\n",
  "becomes-file/x": "folder\n",
  "same/kept.yaml": "k: 1\n",
};

inFolder("a commit's files are those of a checkout, whatever became of them", async (dir) => {
  await commitFiles(dir, FILES);
  Deno.symlinkSync("base", `${dir}/link`);
  Deno.symlinkSync("nowhere", `${dir}/dangling`);
  await commitFiles(dir, { ".gitignore": "ignored\n" }, "links");
  const commit = await git(dir, "rev-parse", "HEAD");
  // Committed, staged, unstaged and new changes.
  await commitFiles(dir, { "base/a.yaml": "a: 2\n", "late/x.yaml": "l: 1\n" });
  Deno.removeSync(`${dir}/gone`, { recursive: true });
  Deno.removeSync(`${dir}/becomes-folder`);
  Deno.mkdirSync(`${dir}/becomes-folder`);
  Deno.writeTextFileSync(`${dir}/becomes-folder/x`, "1");
  Deno.removeSync(`${dir}/becomes-file`, { recursive: true });
  Deno.writeTextFileSync(`${dir}/becomes-file`, "1");
  Deno.removeSync(`${dir}/link`);
  Deno.symlinkSync("same", `${dir}/link`);
  Deno.removeSync(`${dir}/dangling`);
  Deno.mkdirSync(`${dir}/new/deep`, { recursive: true });
  Deno.writeTextFileSync(`${dir}/new/deep/n.yaml`, "n: 1\n");
  Deno.writeTextFileSync(`${dir}/a 'b' "c"/ü\nn.yaml`, "odd: 2\n");
  await git(dir, "add", "becomes-file");
  const found = await changes(`${dir}/base`, commit);
  await assertLikeCheckout(dir, found);
  assertEquals(found.root, dir);
  assertEquals(found.changed.map((path) => path.slice(dir.length + 1)), [
    "a 'b' \"c\"/ü\nn.yaml",
    "base/a.yaml",
    "becomes-file",
    "becomes-file/x",
    "becomes-folder",
    "becomes-folder/x",
    "dangling",
    "gone/deep/x.yaml",
    "late/x.yaml",
    "link",
    "new/deep/n.yaml",
  ]);
  const { before } = found;
  assertEquals(before.realPath(`${dir}/link/a.yaml`), `${dir}/base/a.yaml`);
  assertEquals(before.readText(`${dir}/link/../base/a.yaml`), "a: 1\n");
  assertEquals([before.stat(`${dir}/new`), before.stat(`${dir}/dangling`)], [undefined, undefined]);
  assertEquals(before.isLink(`${dir}/dangling`), true);
  assertThrows(() => before.readFile(`${dir}/late/x.yaml`), FileError, "no such file");
  assertThrows(() => before.writeFile(`${dir}/x`, "1"), FileError, "cannot be changed");
});

inFolder("what is the same is one text for both sides", async (dir) => {
  const commit = await commitFiles(dir, FILES);
  Deno.writeTextFileSync(`${dir}/base/a.yaml`, "a: 2\n");
  const { before } = await changes(dir, commit);
  const all = new Map();
  const texts = (path: string) =>
    [before, realHost.fs].map((files) => filesOf(files, all).text(`${dir}/${path}`, true));
  const [same, too] = texts("same/kept.yaml");
  assertEquals(same === too, true);
  assertEquals(texts("base/a.yaml").map(({ text }) => text), ["a: 1\n", "a: 2\n"]);
});

inFolder("ignored files are there on both sides, and a dirty tree changes nothing in it", async (dir) => {
  const commit = await commitFiles(dir, { ".gitignore": "*.env\n", "a.yaml": "1" });
  Deno.writeTextFileSync(`${dir}/secret.env`, "s");
  Deno.writeTextFileSync(`${dir}/a.yaml`, "2");
  const status = await git(dir, "status", "--porcelain");
  const found = await changes(dir, commit);
  assertEquals(listing(found.before, dir), { ".gitignore": "*.env\n", "a.yaml": "1", "secret.env": "s" });
  assertEquals(await git(dir, "status", "--porcelain"), status);
});

inFolder("line ends are those of a checkout", async (dir) => {
  await commitFiles(dir, { "a.yaml": "a: 1\nb: 2\n", "b.yaml": "c: 1\n" });
  await git(dir, "config", "core.autocrlf", "true");
  Deno.writeTextFileSync(`${dir}/a.yaml`, "a: 1\r\nb: 3\r\n");
  Deno.writeTextFileSync(`${dir}/b.yaml`, "c: 1\r\n");
  const { before, changed } = await changes(dir, "HEAD");
  assertEquals(changed, [`${dir}/a.yaml`]);
  assertEquals(before.readText(`${dir}/a.yaml`), "a: 1\r\nb: 2\r\n");
  assertEquals(before.readText(`${dir}/b.yaml`), "c: 1\r\n");
  assertEquals(before.pathOf?.("a.yaml"), "a.yaml");
});

inFolder("names that are not UTF-8 stop nothing", async (dir) => {
  await commitFiles(dir, { "a.yaml": "1" });
  const { success } = await new Deno.Command("sh", {
    args: ["-c", `printf x > "$(printf 'n\\377.yaml')" && git add -A && git commit -qm odd`],
    cwd: dir,
    env: { GIT_AUTHOR_NAME: "n", GIT_AUTHOR_EMAIL: "e", GIT_COMMITTER_NAME: "n", GIT_COMMITTER_EMAIL: "e" },
  }).output();
  assertEquals(success, true);
  await new Deno.Command("sh", { args: ["-c", "rm n*"], cwd: dir }).output();
  const { before } = await changes(dir, "HEAD");
  assertEquals(listing(before, dir), { "a.yaml": "1", "n\ufffd.yaml": "x" });
});

inFolder("the files of a submodule are those of its commit", async (dir) => {
  const inner = `${dir}/inner`;
  await commitFiles(inner, { "x.yaml": "x: 1\n", "y.yaml": "y: 1\n" });
  const outer = `${dir}/outer`;
  await commitFiles(outer, { "a.yaml": "1" });
  await git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "sub");
  const commit = await commitFiles(outer, {}, "submodule");
  await commitFiles(`${outer}/sub`, { "x.yaml": "x: 2\n" });
  await commitFiles(outer, {}, "newer");
  Deno.writeTextFileSync(`${outer}/sub/new.yaml`, "n");
  Deno.writeTextFileSync(`${outer}/sub/y.yaml`, "y: 2\n");
  const { before, changed } = await changes(outer, commit);
  const { ".gitmodules": _, ...files } = listing(before, outer);
  assertEquals(files, { "a.yaml": "1", "sub/x.yaml": "x: 1\n", "sub/y.yaml": "y: 1\n" });
  assertEquals(changed, ["new", "x", "y"].map((name) => `${outer}/sub/${name}.yaml`));
  await git(`${outer}/sub`, "checkout", "--quiet", "--orphan", "other");
  await git(`${outer}/sub`, "commit", "--quiet", "--message", "other");
  await git(`${outer}/sub`, "branch", "-D", "main");
  await git(`${outer}/sub`, "update-ref", "-d", "refs/remotes/origin/main");
  await git(`${outer}/sub`, "reflog", "expire", "--expire=now", "--all");
  for (const ref of ["refs/remotes/origin/HEAD", "ORIG_HEAD"]) {
    await git(`${outer}/sub`, "update-ref", "--no-deref", "-d", ref);
  }
  await git(`${outer}/sub`, "gc", "--quiet", "--prune=now");
  const lost = (await changes(outer, commit)).before;
  assertThrows(() => lost.readText(`${outer}/sub/x.yaml`), FileError, "the submodule's commit");
});

inFolder("submodules come and go", async (dir) => {
  const inner = `${dir}/inner`;
  await commitFiles(inner, { "x.yaml": "x: 1\n" });
  const outer = `${dir}/outer`;
  const add = (...names: string[]) =>
    Promise.all(names.map((name) => git(dir, "clone", "--quiet", inner, `${outer}/${name}`)));
  await commitFiles(outer, { "a.yaml": "1", "becomes": "file\n" });
  await add("kept", "empty", "gone", "file");
  const commit = await commitFiles(outer, {}, "with submodules");
  for (const name of ["empty", "gone", "file", "becomes"]) Deno.removeSync(`${outer}/${name}`, { recursive: true });
  Deno.mkdirSync(`${outer}/empty`);
  Deno.writeTextFileSync(`${outer}/file`, "1");
  await add("becomes", "new");
  await git(outer, "add", "becomes", "new");
  const { before, changed } = await changes(outer, commit);
  assertEquals(listing(before, outer), { "a.yaml": "1", "becomes": "file\n", "kept/x.yaml": "x: 1\n" });
  assertEquals(changed, ["becomes", "file", "gone", "new"].map((name) => `${outer}/${name}`));
  for (const name of ["file", "gone"]) {
    assertEquals(before.stat(`${outer}/${name}`)?.isDirectory, true);
    assertThrows(() => before.readText(`${outer}/${name}/x.yaml`), FileError, "because its clone is gone");
  }
});

inFolder("a submodule that only the index has lost has the files of its commit", async (dir) => {
  const inner = `${dir}/inner`;
  await commitFiles(inner, { "x.yaml": "x: 1\n", "y.yaml": "y: 1\n" });
  const outer = `${dir}/outer`;
  await commitFiles(outer, { "a.yaml": "1" });
  await git(dir, "clone", "--quiet", inner, `${outer}/sub`);
  await commitFiles(outer, {}, "with a submodule");
  await git(outer, "rm", "--quiet", "--cached", "sub");
  assertEquals((await changes(outer, "HEAD")).changed, []);
  Deno.writeTextFileSync(`${outer}/sub/x.yaml`, "x: 2\n");
  const { before, changed } = await changes(outer, "HEAD");
  assertEquals(listing(before, outer), { "a.yaml": "1", "sub/x.yaml": "x: 1\n", "sub/y.yaml": "y: 1\n" });
  assertEquals(changed, [`${outer}/sub/x.yaml`]);
});

inFolder("a pointer of Git LFS is not taken for the file", async (dir) => {
  const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n";
  await commitFiles(dir, { "a.yaml": pointer, "b.yaml": "1" });
  Deno.writeTextFileSync(`${dir}/a.yaml`, "a: 1\n");
  const { before } = await changes(dir, "HEAD");
  assertThrows(() => before.readText(`${dir}/a.yaml`), FileError, "'git lfs fetch --all'");
  assertEquals(before.readText(`${dir}/b.yaml`), "1");
});

inFolder("the base is what HEAD and the branch have in common; by default, the upstream branch", async (dir) => {
  const remote = `${dir}/remote`;
  const base = await commitFiles(remote, { "a.yaml": "1" });
  const local = `${dir}/local`;
  await git(dir, "clone", "--quiet", remote, local);
  await git(local, "checkout", "--quiet", "-b", "topic", "--track", "origin/main");
  await commitFiles(local, { "mine.yaml": "1" });
  await commitFiles(remote, { "theirs.yaml": "1" });
  await git(local, "fetch", "--quiet");
  const { commit, revision, changed } = await changes(local);
  assertEquals([commit, revision, changed], [base, "origin/main", [`${local}/mine.yaml`]]);
  assertEquals((await changes(local, undefined, { GITHUB_BASE_REF: "main" })).revision, "origin/main");
  await git(local, "branch", "--unset-upstream");
  assertEquals((await changes(local)).revision, "origin/main");
});

inFolder("a base that is not there is told with what to do", async (dir) => {
  const remote = `${dir}/remote`;
  await commitFiles(remote, { "a.yaml": "1" });
  await commitFiles(remote, { "a.yaml": "2" });
  await git(remote, "checkout", "--quiet", "-b", "old", "HEAD~1");
  await commitFiles(remote, { "o.yaml": "1" });
  await git(remote, "checkout", "--quiet", "main");
  const local = `${dir}/local`;
  await git(dir, "clone", "--quiet", remote, local);
  // The default branch was renamed.
  assertStringIncludes(await refusal(changes(local, "origin/master")), "did you mean 'origin/main'?");
  assertStringIncludes(await refusal(changes(local, "origin/develop")), "there is origin/main, origin/old");
  assertStringIncludes(await refusal(changes(local, "old")), "did you mean 'origin/old'?");
  assertStringIncludes(await refusal(changes(local, "--output=x")), "git would take it for an option");
  await git(local, "checkout", "--quiet", "--orphan", "alone");
  await git(local, "commit", "--quiet", "--message", "alone");
  assertStringIncludes(await refusal(changes(local, "origin/main")), "no commit in common");
  await git(local, "remote", "remove", "origin");
  assertStringIncludes(await refusal(changes(local)), "--base");
  const shallow = `${dir}/shallow`;
  await git(dir, "clone", "--quiet", "--depth=1", "--no-single-branch", `file://${remote}`, shallow);
  assertStringIncludes(await refusal(changes(shallow, "origin/old")), "fetch-depth: 0");
  assertStringIncludes(await refusal(changes(shallow, "HEAD~1")), "fetch-depth: 0");
  await git(dir, "init", "--quiet", "empty");
  assertStringIncludes(await refusal(changes(`${dir}/empty`)), "no commit yet");
  assertStringIncludes(await refusal(changes("/", "main")), "not in a git repository");
});

inFolder("in the middle of a merge, the base is still read", async (dir) => {
  const base = await commitFiles(dir, { "a.yaml": "1\n", "b.yaml": "1\n", "gone.yaml": "1\n" });
  await git(dir, "checkout", "--quiet", "-b", "other");
  Deno.removeSync(`${dir}/gone.yaml`);
  await commitFiles(dir, { "a.yaml": "2\n", "new.yaml": "2\n" });
  await git(dir, "checkout", "--quiet", "main");
  await commitFiles(dir, { "a.yaml": "3\n", "new.yaml": "3\n", "gone.yaml": "3\n" });
  await git(dir, "merge", "--quiet", "other").catch(() => {});
  const { before, changed } = await changes(dir, base);
  assertEquals(listing(before, dir), { "a.yaml": "1\n", "b.yaml": "1\n", "gone.yaml": "1\n" });
  assertEquals(changed, ["a", "gone", "new"].map((name) => `${dir}/${name}.yaml`));
});
