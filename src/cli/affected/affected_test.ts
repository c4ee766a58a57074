import { assertEquals, assertStringIncludes } from "@std/assert";
import { commitFiles, git } from "../../../scripts/serve_git.ts";
import { inFolder, RepositoryHost } from "../../../scripts/test_repository.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

const SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";

const FILES = {
  "k8s/base/kustomization.yaml": "resources: [service.yaml]\n",
  "k8s/base/service.yaml": SERVICE,
  "k8s/base/README.md": "nothing",
  "k8s/dev/kustomization.yaml": "resources: [../base]\n",
  "k8s/my 'app'/kustomization.yaml": "configMapGenerator: [{name: a, envs: [x.env]}]\n",
  "k8s/my 'app'/x.env": "A=1\n",
  "k8s/old/kustomization.yaml": "resources: [../base]\n",
  "k8s/broken/kustomization.yaml": "resources: [gone.yaml]\n",
  "k8s/remote/kustomization.yaml": "resources: ['https://127.0.0.1:1/x.yaml', a.yaml]\n",
  "k8s/remote/a.yaml": SERVICE,
};

async function affected(folder: string, ...args: string[]): Promise<{ exit: number; stdout: string; stderr: string }> {
  const machine = new RepositoryHost(folder);
  const exit = await run(["affected", "--no-remote", ...args], machine.host);
  return { exit, stdout: machine.stdout, stderr: machine.stderr };
}

inFolder("affected compares with a commit, below the repository's root, in a dirty tree", async (dir) => {
  await commitFiles(dir, FILES);
  const here = `${dir}/k8s`;
  assertEquals((await affected(here, "--base", "HEAD")).stdout, "");
  Deno.writeTextFileSync(`${here}/base/README.md`, "something");
  // A mode, and what is in git's index alone, are no change.
  Deno.chmodSync(`${here}/base/service.yaml`, 0o755);
  await git(dir, "rm", "--quiet", "--cached", "k8s/dev/kustomization.yaml");
  assertEquals((await affected(here, "--base", "HEAD")).stdout, "");
  Deno.writeTextFileSync(`${here}/base/service.yaml`, `${SERVICE}spec: {}\n`);
  Deno.writeTextFileSync(`${here}/my 'app'/x.env`, "A=2\n");
  const { exit, stdout, stderr } = await affected(here, "--base", "HEAD");
  assertEquals([exit, stdout], [0, "dev\nmy 'app'\nold\n"]);
  assertStringIncludes(stderr, "3 of 5 targets affected: 4 paths changed since HEAD (");
  assertEquals((await affected(here, "--base", "HEAD", "-0", "my 'app'")).stdout, "my 'app'\0");
  assertEquals((await affected(here, "--base", "HEAD", "--exit-code")).exit, 1);
  assertEquals((await affected(dir, "k8s/dev", "--base", "HEAD")).stdout, "k8s/dev\n");
});

inFolder("a kustomization that comes, goes, or takes over", async (dir) => {
  await commitFiles(dir, FILES);
  Deno.removeSync(`${dir}/k8s/old`, { recursive: true });
  Deno.mkdirSync(`${dir}/k8s/new`);
  Deno.writeTextFileSync(`${dir}/k8s/new/kustomization.yaml`, "resources: [../base]\n");
  Deno.writeTextFileSync(`${dir}/k8s/dev/kustomization.yml`, "resources: []\n");
  const { stdout, stderr } = await affected(dir, "--base", "HEAD", "--why");
  assertEquals(
    stdout,
    "k8s/dev\n  k8s/dev/kustomization.yml\nk8s/new (added)\n  k8s/new/kustomization.yaml\nk8s/old (removed)\n",
  );
  assertStringIncludes(stderr, "k8s/old is gone\n");
  assertStringIncludes(stderr, "k8s/dev:\nError: the folder 'k8s/dev' has several kustomization files");
  const report = JSON.parse((await affected(dir, "--base", "HEAD", "--format", "json")).stdout);
  assertEquals(report.summary.commit, await git(dir, "rev-parse", "HEAD"));
  assertEquals(
    report.results.map(({ target, state, error }: Record<string, { code: string }>) => [target, state, error?.code]),
    [
      ["k8s/dev", "changed", "many-kustomizations"],
      ["k8s/new", "added", undefined],
      ["k8s/old", "removed", undefined],
    ],
  );
});

inFolder(
  "a target that fails is affected by what it looked for; an error of the moment may hide what it reads",
  async (dir) => {
    await commitFiles(dir, FILES);
    Deno.writeTextFileSync(`${dir}/k8s/broken/gone.yaml`, SERVICE);
    Deno.writeTextFileSync(`${dir}/k8s/remote/a.yaml`, `${SERVICE}spec: {}\n`);
    const { stdout, stderr } = await affected(dir, "--base", "HEAD");
    assertEquals(stdout, "k8s/broken\nk8s/remote\n");
    assertStringIncludes(stderr, "k8s/remote:\nError: https://127.0.0.1:1/x.yaml is remote");
  },
);

Deno.test("affected takes names from standard input, and says so if none of them is here", async () => {
  const host = new MemoryHost(new MemoryFileSystem(FILES));
  host.stdin = new TextEncoder().encode("k8s/dev/kustomization.yaml\0k8s/lost/kustomization.yaml\0");
  assertEquals(await run(["affected", "-", "-0"], host), 0);
  assertEquals(host.stdout, "k8s/dev\0");
  assertStringIncludes(host.stderr, "k8s/lost is gone\n");
  const elsewhere = new MemoryHost(new MemoryFileSystem({ "/k8s/dev/kustomization.yaml": "" }, "/k8s"));
  elsewhere.stdin = new TextEncoder().encode("k8s/dev/x.yaml\n");
  assertEquals(await run(["affected", "-"], elsewhere), 0);
  assertStringIncludes(elsewhere.stderr, "--relative");
  // One that is here shows that names are from this folder.
  for (const name of ["dev/kustomization.yaml", "gone.yaml"]) {
    elsewhere.stderr = "";
    elsewhere.stdin = new TextEncoder().encode(`nowhere/x.yaml\n${name}\n`);
    assertEquals(await run(["affected", "-"], elsewhere), 0);
    assertEquals(elsewhere.stderr.includes("--relative"), name === "gone.yaml", name);
  }
  elsewhere.stderr = "";
  elsewhere.stdin = new TextEncoder().encode("gone.yaml\n");
  assertEquals(await run(["affected", "-", "--exit-code"], elsewhere), 0);
  assertEquals(elsewhere.stderr, "0 of 1 target affected: 1 path changed\n");
});

Deno.test("affected quotes odd names as git does, unless they end with a null character", async () => {
  const odd = ['a"\x1b\u202e\\', "\u00e4 'b'"];
  const stdoutOf = async (end: string, ...args: string[]) => {
    const host = new MemoryHost(
      new MemoryFileSystem(Object.fromEntries(odd.map((name) => [`${name}/Kustomization`, ""]))),
    );
    host.stdin = new TextEncoder().encode(odd.map((name) => `${name}/Kustomization${end}`).join(""));
    await run(["affected", "-", ...args], host);
    return host.stdout;
  };
  assertEquals(await stdoutOf("\n"), `${String.raw`"a\"\033\342\200\256\\"`}\n\u00e4 'b'\n`);
  assertEquals(await stdoutOf("\0", "-0"), `${odd[0]}\0${odd[1]}\0`);
  const json = await stdoutOf("\n", "--format", "json");
  assertEquals(JSON.parse(json).results.map(({ target }: { target: string }) => target), odd);
  assertEquals(json.includes("\u202e"), false);
});

Deno.test("affected takes a quote at one end as a part of a name", async () => {
  const host = new MemoryHost(
    new MemoryFileSystem({ 'a"/kustomization.yaml': "resources: ['b\"']\n", 'a"/b"': SERVICE }),
  );
  host.stdin = new TextEncoder().encode('a"/b"\n');
  assertEquals(await run(["affected", "-"], host), 0, host.stderr);
});

Deno.test("the JSON of affected counts the targets by what becomes of them", async () => {
  const host = new MemoryHost(new MemoryFileSystem(FILES));
  const names = ["k8s/broken/kustomization.yaml", "k8s/dev/kustomization.yaml", "k8s/lost/kustomization.yaml"];
  host.stdin = new TextEncoder().encode(names.join("\n"));
  assertEquals(await run(["affected", "-", "--no-remote", "--format", "json"], host), 0);
  const { summary } = JSON.parse(host.stdout);
  assertEquals(summary, { changedPaths: 3, targets: 5, changed: 2, added: 0, removed: 1, failed: 1 });
});

Deno.test("affected fails with 2", async () => {
  const host = () => new MemoryHost(new MemoryFileSystem({ ...FILES, "list": '"a\\303\\274"\n' }, "/"));
  for (const args of [["nowhere"], ["--format", "x"], ["--base", "a", "-"], ["--files", "list"], ["--base", "HEAD"]]) {
    assertEquals(await run(["affected", ...args], host()), 2, args.join(" "));
  }
});

inFolder("a kustomization that cannot be decoded stops no other", async (dir) => {
  await commitFiles(dir, { ...FILES, "k8s/keys/kustomization.yaml": "? [a]\n: b\n" });
  Deno.writeTextFileSync(`${dir}/k8s/base/service.yaml`, `${SERVICE}spec: {}\n`);
  const { exit, stdout } = await affected(dir, "--base", "HEAD");
  assertEquals([exit, stdout], [0, "k8s/dev\nk8s/old\n"]);
});

inFolder("without a commit, affected advises a list of names", async (dir) => {
  const hint = "hint: name what has changed in a list: --files FILE, or - for standard input\n";
  assertStringIncludes((await affected(dir)).stderr, hint);
  await git(dir, "init", "--quiet");
  assertStringIncludes((await affected(dir)).stderr, hint);
});
