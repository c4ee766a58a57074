import { assertEquals, assertRejects } from "@std/assert";
import { commitFiles, git, type GitServer, serveDaemon, serveHttp } from "../../../scripts/serve_git.ts";
import { KustError } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { realHost } from "../../host/real_host.ts";
import { parseRepoSpec } from "./git_url.ts";
import type { ClonedRepo } from "./remote.ts";
import { GitAndHttpSources, type RemoteOptions } from "./sources.ts";

/** A temporary folder of repositories, and the sources under test. */
interface Bench {
  dir: string;
  sources(options?: RemoteOptions, environment?: Record<string, string>): GitAndHttpSources;
  serve(server: GitServer): GitServer;
}

function gitTest(name: string, body: (bench: Bench) => Promise<void>): void {
  Deno.test(name, async () => {
    const dir = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-test-" }));
    const opened: GitAndHttpSources[] = [];
    const servers: GitServer[] = [];
    try {
      await body({
        dir,
        sources: (options = {}, environment = {}) => {
          const sources = new GitAndHttpSources(hostWith(environment), options);
          opened.push(sources);
          return sources;
        },
        serve: (server) => {
          servers.push(server);
          return server;
        },
      });
    } finally {
      for (const sources of opened) sources.close();
      for (const server of servers) await server.close();
      Deno.removeSync(dir, { recursive: true });
    }
  });
}

/** A host whose environment hides the developer's git configuration. */
function hostWith(environment: Record<string, string>): Host {
  const own = { ...realHost.environment(), GIT_CONFIG_GLOBAL: "/dev/null", LC_ALL: "C", ...environment };
  return { ...realHost, environment: () => own };
}

function clone(sources: GitAndHttpSources, text: string): Promise<ClonedRepo> {
  return sources.clone(parseRepoSpec(text)!);
}

async function read(sources: GitAndHttpSources, text: string, path: string): Promise<string> {
  const { fileSystem, dir } = await clone(sources, text);
  return fileSystem.readText(`${dir}/${path}`);
}

async function refused(sources: GitAndHttpSources, text: string): Promise<string> {
  const { diagnostic }: KustError = await assertRejects(() => clone(sources, text), KustError);
  const notes = (diagnostic.notes ?? []).map((note) => note.message);
  return [diagnostic.code, diagnostic.message, ...notes, diagnostic.hint ?? ""].join("\n");
}

gitTest("a branch, a tag, a commit and the default branch are got", async ({ dir, sources, serve }) => {
  const first = await commitFiles(`${dir}/org/repo`, { "a.yaml": "one" });
  await git(`${dir}/org/repo`, "tag", "--annotate", "v1", "--message", "v1");
  await commitFiles(`${dir}/org/repo`, { "a.yaml": "two" });
  await git(`${dir}/org/repo`, "branch", "group/feature");
  await commitFiles(`${dir}/org/repo`, { "a.yaml": "three" });
  const { url } = serve(serveHttp(dir));
  const run = sources();
  assertEquals(await read(run, `${url}org/repo`, "a.yaml"), "three");
  assertEquals(await read(run, `${url}org/repo?ref=v1`, "a.yaml"), "one");
  assertEquals(await read(run, `${url}org/repo?ref=group/feature`, "a.yaml"), "two");
  assertEquals(await read(run, `${url}org/repo?ref=${first}`, "a.yaml"), "one");
  assertEquals(await read(run, `file://${dir}/org/repo?ref=v1`, "a.yaml"), "one");
});

gitTest("all that ask for the same repository and ref share one clone", async ({ dir, sources, serve }) => {
  for (const name of ["a", "b"]) await commitFiles(`${dir}/org/${name}`, { "base/x.yaml": name, "top/y.yaml": name });
  const server = serve(serveHttp(dir));
  const run = sources();
  const texts = ["org/a", "org/a//base", "org/a/top", "org/b//base", "org/a//base?timeout=9"];
  const clones = await Promise.all(texts.map((text) => clone(run, server.url + text)));
  assertEquals(new Set(clones.map((repo) => repo.dir)).size, 2);
  await clone(run, `${server.url}org/b`);
  assertEquals(Object.fromEntries(server.asked), { "org/a": 1, "org/b": 1 });
});

gitTest("clones are gone once the sources are closed", async ({ dir, sources }) => {
  await commitFiles(`${dir}/repo`, { "a.yaml": "" });
  const run = sources();
  const repo = await clone(run, `file://${dir}/repo`);
  run.close();
  assertEquals(realHost.fs.stat(repo.dir), undefined);
});

gitTest("git's own settings lead to a git daemon", async ({ dir, sources, serve }) => {
  await commitFiles(`${dir}/org/repo`, { "a.yaml": "by daemon" });
  const server = serve(await serveDaemon(dir));
  const config = `${dir}/config`;
  Deno.writeTextFileSync(config, `[url "${server.url}"]\n\tinsteadOf = https://git.example.test/\n`);
  const run = sources({}, { GIT_CONFIG_GLOBAL: config });
  assertEquals(await read(run, "https://git.example.test/org/repo", "a.yaml"), "by daemon");
  assertEquals(server.asked.get("org/repo"), 1);
});

gitTest("ssh is asked through the user's own command", async ({ dir, sources }) => {
  await commitFiles(`${dir}/org/repo`, { "a.yaml": "by ssh" });
  // Runs remote commands locally, and records the host.
  Deno.writeTextFileSync(
    `${dir}/ssh`,
    `#!/bin/sh\nfor last; do :; done\necho "$1" >> ${dir}/asked\ncd / && eval "$last"\n`,
    {
      mode: 0o755,
    },
  );
  const run = sources({}, { GIT_SSH_COMMAND: `${dir}/ssh`, GIT_SSH_VARIANT: "simple" });
  assertEquals(await read(run, `ssh://git@host.example${dir}/org/repo//?ref=main`, "a.yaml"), "by ssh");
  assertEquals(await read(run, `git@host.example:${dir.slice(1)}/org/repo//`, "a.yaml"), "by ssh");
  assertEquals(Deno.readTextFileSync(`${dir}/asked`), "git@host.example\ngit@host.example\n");
});

gitTest("a private repository needs the user's credentials, and nobody is asked", async ({ dir, sources, serve }) => {
  await commitFiles(`${dir}/org/repo`, { "a.yaml": "private" });
  const { url } = serve(serveHttp(dir, { login: "me:secret" }));
  assertEquals(
    await refused(sources(), `${url}org/repo`),
    [
      "git-failed",
      `git could not fetch the default branch of ${url}org/repo`,
      `git: fatal: could not read Username for '${url.slice(0, -1)}': terminal prompts disabled`,
      "git needs credentials and cannot prompt for them: set up a credential helper, a token or an ssh key for this host",
    ].join("\n"),
  );
  Deno.writeTextFileSync(`${dir}/config`, `[credential]\n\thelper = store --file=${dir}/store\n`);
  Deno.writeTextFileSync(`${dir}/store`, url.replace("//", "//me:secret@") + "\n");
  const run = sources({}, { GIT_CONFIG_GLOBAL: `${dir}/config` });
  assertEquals(await read(run, `${url}org/repo`, "a.yaml"), "private");
});

gitTest("a password in a URL works and is not shown", async ({ dir, sources, serve }) => {
  await commitFiles(`${dir}/org/repo`, { "a.yaml": "private" });
  const server = serve(serveHttp(dir, { login: "me:secret" }));
  const url = server.url.replace("//", "//me:secret@");
  const lines: string[] = [];
  const run = sources({ progress: (line) => lines.push(line) });
  assertEquals(await read(run, `${url}org/repo`, "a.yaml"), "private");
  const message = await refused(run, `${url}org/nope`);
  assertEquals(message.includes("secret"), false);
  assertEquals(lines.slice(0, 2), [`getting ${url.replace("secret", "***")}org/repo`, ""]);
});

gitTest("what is not there is told in git's words", async ({ dir, sources }) => {
  const hash = await commitFiles(`${dir}/repo`, { "a.yaml": "" });
  const run = sources();
  assertEquals(
    await refused(run, `file://${dir}/repo?ref=nope`),
    `git-failed\ngit could not fetch nope of file://${dir}/repo\ngit: fatal: couldn't find remote ref nope\n` +
      'check that the repository has a branch, tag or commit "nope"',
  );
  const short = await refused(run, `file://${dir}/repo?ref=${hash.slice(0, 8)}`);
  assertEquals(short.includes("servers only accept full commit hashes"), true);
  const missing = await refused(run, "file:///not/a/real/repo");
  assertEquals(missing.includes("git: fatal: '/not/a/real/repo' does not appear to be a git repository"), true);
});

gitTest("options in a text are refused, and run nothing", async ({ dir, sources }) => {
  await commitFiles(`${dir}/repo`, { "a.yaml": "" });
  const run = sources();
  const touch = encodeURIComponent(`touch ${dir}/run`);
  const texts = [
    `file://${dir}/repo?ref=--upload-pack=${touch}`,
    `file://${dir}/repo?version=-u${touch}`,
    `file://${dir}/repo?ref=a%0Ab`,
    `ssh://-oProxyCommand=${touch}/org/repo`,
    `ssh://git@-oProxyCommand=${touch}/org/repo`,
    `ssh://%2doProxyCommand=${touch}/org/repo`,
    "git@-oProxyCommand:org/repo.git",
    "git@host.example:-org/repo.git",
    "file://--upload-pack=x",
  ];
  for (const text of texts) assertEquals((await refused(run, text)).split("\n")[0], "unsafe-argument", text);
  assertEquals(realHost.fs.stat(`${dir}/run`), undefined);
});

gitTest("no hook runs, also in a submodule, wherever the user's settings have one", async ({ dir, sources }) => {
  const { config } = await repositoryWithSubmodule(dir);
  Deno.mkdirSync(`${dir}/template/hooks`, { recursive: true });
  for (const hook of ["post-checkout", "post-merge", "reference-transaction"]) {
    Deno.writeTextFileSync(`${dir}/template/hooks/${hook}`, `#!/bin/sh\ntouch ${dir}/run\n`, { mode: 0o755 });
  }
  Deno.writeTextFileSync(
    config,
    `[core]\n\thooksPath = ${dir}/template/hooks\n[init]\n\ttemplateDir = ${dir}/template\n`,
    { append: true },
  );
  const run = sources({}, { GIT_CONFIG_GLOBAL: config });
  assertEquals(await read(run, `file://${dir}/repo`, "sub/b.yaml"), "in the submodule");
  assertEquals(realHost.fs.stat(`${dir}/run`), undefined);
});

/**
 * `repo`, whose `sub` and `near` are submodules with an absolute and a relative URL; settings that allow them from
 * disk.
 */
async function repositoryWithSubmodule(dir: string): Promise<{ config: string; commit: string }> {
  await commitFiles(`${dir}/inner`, { "b.yaml": "in the submodule" });
  await commitFiles(`${dir}/repo`, { "a.yaml": "outer" });
  const allow = ["-c", "protocol.file.allow=always"];
  await git(`${dir}/repo`, ...allow, "submodule", "--quiet", "add", `${dir}/inner`, "sub");
  await git(`${dir}/repo`, ...allow, "submodule", "--quiet", "add", "../inner", "near");
  const commit = await commitFiles(`${dir}/repo`, {}, "submodules");
  const config = `${dir}/config`;
  Deno.writeTextFileSync(config, '[protocol "file"]\n\tallow = always\n');
  return { config, commit };
}

gitTest("submodules are got unless the text says no", async ({ dir, sources }) => {
  const { config } = await repositoryWithSubmodule(dir);
  const run = sources({}, { GIT_CONFIG_GLOBAL: config });
  assertEquals(await read(run, `file://${dir}/repo`, "near/b.yaml"), "in the submodule");
  const without = await clone(run, `file://${dir}/repo?submodules=0`);
  assertEquals(without.fileSystem.readDir(`${without.dir}/near`), []);
  const message = await refused(sources(), `file://${dir}/repo`);
  assertEquals(message.includes("protocol.file.allow"), true);
});

gitTest("a submodule that .gitmodules does not name fails as in git", async ({ dir, sources }) => {
  await commitFiles(`${dir}/repo/lost`, { "b.yaml": "" });
  await commitFiles(`${dir}/repo`, { "a.yaml": "" });
  const message = await refused(sources(), `file://${dir}/repo`);
  assertEquals(message.includes("No url found for submodule path 'lost' in .gitmodules"), true);
});

gitTest("an outer git's variables do not lead git elsewhere", async ({ dir, sources }) => {
  await commitFiles(`${dir}/repo`, { "a.yaml": "right" });
  await commitFiles(`${dir}/other`, { "a.yaml": "wrong" });
  const outer = { GIT_DIR: `${dir}/other/.git`, GIT_WORK_TREE: `${dir}/other`, GIT_INDEX_FILE: `${dir}/index` };
  assertEquals(await read(sources({}, outer), `file://${dir}/repo`, "a.yaml"), "right");
  assertEquals(Deno.readTextFileSync(`${dir}/other/a.yaml`), "wrong");
});

gitTest("a server that does not answer is given up", async ({ sources }) => {
  // The system accepts the connection, but nothing reads from it.
  const silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${silent.addr.port}/org/repo`;
  assertEquals(
    await refused(sources(), `${url}?timeout=300ms`),
    `git-failed\ngit could not fetch the default branch of ${url} within 0.3 s\n` +
      "allow more time with timeout=… in the URL's query, such as ?timeout=2m",
  );
  silent.close();
});

gitTest("without git the message says so", async ({ dir }) => {
  const run = new GitAndHttpSources({
    ...realHost,
    run: (command) => realHost.run({ ...command, program: "kust-no-git" }),
  });
  assertEquals((await refused(run, `file://${dir}/repo`)).split("\n")[0], "cannot-run");
  run.close();
});

gitTest("--no-remote refuses, and so does --offline without a cache", async ({ dir, sources }) => {
  await commitFiles(`${dir}/repo`, { "a.yaml": "" });
  assertEquals((await refused(sources({ refuse: true }), `file://${dir}/repo`)).split("\n")[0], "remote-refused");
  assertEquals((await refused(sources({ offline: true }), `file://${dir}/repo`)).split("\n")[0], "offline");
});

gitTest("a pinned commit is used from the cache without the network", async ({ dir, sources, serve }) => {
  const commit = await commitFiles(`${dir}/org/repo`, { "a.yaml": "pinned" });
  const server = serve(serveHttp(dir));
  const cacheDir = `${dir}/cache`;
  const text = `${server.url}org/repo?ref=${commit}`;
  assertEquals(await read(sources({ cacheDir }), text, "a.yaml"), "pinned");
  assertEquals(await read(sources({ cacheDir }), text, "a.yaml"), "pinned");
  assertEquals(await read(sources({ cacheDir, offline: true }), text, "a.yaml"), "pinned");
  assertEquals(server.asked.get("org/repo"), 1);
});

gitTest("a branch is asked for again, and known offline by its last commit", async ({ dir, sources, serve }) => {
  await commitFiles(`${dir}/org/repo`, { "a.yaml": "one", "big.txt": "x".repeat(10_000) });
  const server = serve(serveHttp(dir));
  const cacheDir = `${dir}/cache`;
  const text = `${server.url}org/repo?ref=main`;
  assertEquals(await read(sources({ cacheDir }), text, "a.yaml"), "one");
  await commitFiles(`${dir}/org/repo`, { "a.yaml": "two" });
  assertEquals(await read(sources({ cacheDir }), text, "a.yaml"), "two");
  assertEquals(server.asked.get("org/repo"), 2);
  assertEquals(await read(sources({ cacheDir, offline: true }), text, "a.yaml"), "two");
  assertEquals(server.asked.get("org/repo"), 2);
  const tag = await refused(sources({ cacheDir, offline: true }), `${server.url}org/repo?ref=v1`);
  assertEquals(tag.split("\n").slice(0, 2), [
    "offline",
    `v1 of ${server.url}org/repo is not in the --remote-cache, and --offline forbids fetching it`,
  ]);
});

gitTest("submodules of a pinned commit are kept with it", async ({ dir, sources }) => {
  const { config, commit } = await repositoryWithSubmodule(dir);
  const cacheDir = `${dir}/cache`;
  const text = `file://${dir}/repo?ref=${commit}`;
  const environment = { GIT_CONFIG_GLOBAL: config };
  assertEquals(await read(sources({ cacheDir }, environment), text, "near/b.yaml"), "in the submodule");
  Deno.removeSync(`${dir}/inner`, { recursive: true });
  Deno.removeSync(`${dir}/repo`, { recursive: true });
  const offline = sources({ cacheDir, offline: true }, environment);
  assertEquals(await read(offline, text, "near/b.yaml"), "in the submodule");
  assertEquals(await read(offline, text, "sub/b.yaml"), "in the submodule");
});

/** Every file of a cache entry. */
function filesBelow(dir: string): string[] {
  return [...Deno.readDirSync(dir)].flatMap(({ name, isDirectory }) => {
    return isDirectory ? filesBelow(`${dir}/${name}`) : [`${dir}/${name}`];
  });
}

gitTest("a damaged entry of the cache is forgotten, and the commit fetched anew", async ({ dir, sources }) => {
  const commit = await commitFiles(`${dir}/repo`, { "a.yaml": "right" });
  const cacheDir = `${dir}/cache`;
  const text = `file://${dir}/repo?ref=${commit}`;
  const damage: ((path: string) => void)[] = [
    (path) => Deno.writeTextFileSync(path, ""),
    (path) => Deno.writeFileSync(path, crypto.getRandomValues(new Uint8Array(500))),
    (path) => Deno.removeSync(path),
    (path) => (Deno.removeSync(path), Deno.mkdirSync(path)),
  ];
  await read(sources({ cacheDir }), text, "a.yaml");
  assertEquals(filesBelow(`${cacheDir}/git/packs`).length >= 2, true);
  for (const spoil of damage) {
    for (const path of filesBelow(`${cacheDir}/git/packs`)) {
      spoil(path);
      assertEquals(await read(sources({ cacheDir }), text, "a.yaml"), "right", path);
      assertEquals(await read(sources({ cacheDir, offline: true }), text, "a.yaml"), "right", path);
    }
  }
});

gitTest(
  "objects in the cache are named by their content anew, and its configuration counts for nothing",
  async (bench) => {
    const { dir, sources } = bench;
    const commit = await commitFiles(`${dir}/repo`, { "a.yaml": "right" });
    const other = await commitFiles(`${dir}/other`, { "a.yaml": "wrong" });
    const cacheDir = `${dir}/cache`;
    await read(sources({ cacheDir }), `file://${dir}/repo?ref=${commit}`, "a.yaml");
    await read(sources({ cacheDir }), `file://${dir}/other?ref=${other}`, "a.yaml");
    const entry = `${cacheDir}/git/packs/${commit}`;
    const configuration = `[core]\n\tfsmonitor = "touch ${dir}/ran; false"\n`;
    for (const name of ["config", "config.worktree", "info", "hooks"]) {
      Deno.writeTextFileSync(
        `${entry}/${name}`,
        configuration,
      );
    }
    const offline = () => sources({ cacheDir, offline: true });
    const text = `file://${dir}/repo?ref=${commit}`;
    assertEquals(await read(offline(), text, "a.yaml"), "right");
    // The packs of another commit under the name of this one.
    for (const path of filesBelow(entry)) Deno.removeSync(path);
    for (const path of filesBelow(`${cacheDir}/git/packs/${other}`)) {
      Deno.copyFileSync(path, `${entry}/${path.slice(path.lastIndexOf("/") + 1)}`);
    }
    assertEquals((await refused(offline(), text)).split("\n")[0], "offline");
    assertEquals([...Deno.readDirSync(dir)].some(({ name }) => name === "ran"), false);
  },
);

gitTest("a cache that others can write is refused, and one that kust makes is not", async ({ dir, sources }) => {
  const commit = await commitFiles(`${dir}/repo`, { "a.yaml": "right" });
  const cacheDir = `${dir}/cache`;
  const text = `file://${dir}/repo?ref=${commit}`;
  const before = Deno.umask(0);
  try {
    assertEquals(await read(sources({ cacheDir }), text, "a.yaml"), "right");
  } finally {
    Deno.umask(before);
  }
  assertEquals(Deno.statSync(cacheDir).mode! & 0o777, 0o700);
  Deno.chmodSync(cacheDir, 0o755);
  for (const path of filesBelow(cacheDir)) Deno.chmodSync(path, 0o644);
  for (const open of [cacheDir, `${cacheDir}/git`, `${cacheDir}/git/packs/${commit}/whole`]) {
    const { mode } = Deno.statSync(open);
    for (const bits of [0o002, 0o020]) {
      Deno.chmodSync(open, mode! & 0o777 | bits);
      assertEquals((await refused(sources({ cacheDir }), text)).split("\n")[0], "unsafe-configuration", open);
    }
    Deno.chmodSync(open, mode! & 0o777);
  }
  assertEquals(await read(sources({ cacheDir }), text, "a.yaml"), "right");
});
