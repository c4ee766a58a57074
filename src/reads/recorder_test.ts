import { assert, assertEquals } from "@std/assert";
import { exists } from "../../scripts/exists.ts";
import { type GoldenCase, listCases, readTree } from "../../scripts/golden/golden_case.ts";
import { memoryFiles, treeInMemory } from "../../scripts/golden/run_case.ts";
import { commitFiles } from "../../scripts/serve_git.ts";
import { inFolder, RepositoryHost } from "../../scripts/test_repository.ts";
import { command } from "../cli/build/build.ts";
import { buildOptions } from "../cli/build/build_options.ts";
import { parseFlags } from "../cli/flags/flags.ts";
import { GLOBAL_FLAGS } from "../cli/flags/global_flags.ts";
import { KustError } from "../diagnostics/diagnostic.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { GitAndHttpSources } from "../load/remote/sources.ts";
import { build } from "../pipeline/build.ts";
import type { BuildOptions } from "../pipeline/context/options.ts";
import { SharedReads } from "../pipeline/context/shared_reads.ts";
import { searchTargets } from "../targets/find_targets.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { type Access, telling } from "../testing/telling_file_system.ts";
import { isPathRead, type Read } from "./read.ts";

/** Fails unless the record has exactly the paths that a build without a record accesses. */
async function assertExact(files: MemoryFileSystem, path: string, options: BuildOptions): Promise<void> {
  const accesses: Access[] = [];
  const told = telling(files, (access) => accesses.push(access));
  const plain = await build(told, path, options);
  const recorded = await build(files, path, { ...options, reads: true });
  assertEquals(recorded.errors.map(({ message }) => message), plain.errors.map(({ message }) => message));
  const reads = (recorded.reads ?? []).filter(isPathRead);
  const byPath = new Map(reads.filter(({ kind }) => kind !== "link").map((read) => [read.path, read]));
  const links = new Set(reads.filter(({ kind }) => kind === "link").map(({ path }) => path));
  for (const { kind, path, isThere } of accesses) {
    if (path === files.cwd() || path.startsWith("/tmp/")) continue;
    const found = byPath.get(path)?.kind;
    const isInTree = reads.some((read) => read.kind === "tree" && path.startsWith(`${read.path}/`));
    const expected = !isThere ? ["missing"] : WANTED[kind];
    assert(isInTree || links.has(path) || found !== undefined && expected.includes(found), `${kind} ${path}: ${found}`);
  }
  const seen = new Set(accesses.map(({ path }) => path));
  for (const read of reads) {
    if (read.kind === "link") assert(files.isLink(read.path), read.path);
    else assert(seen.has(read.path), `${read.kind} ${read.path} was not asked for`);
  }
}

const WANTED: Record<Access["kind"], string[]> = {
  read: ["file", "found", "listing"],
  list: ["listing", "tree", "found"],
  look: ["found", "file", "listing", "tree"],
};

const { cases } = listCases(new URL("../../testdata", import.meta.url).pathname);

Deno.test("the record of every golden build agrees with the accesses to its file system", async () => {
  let held = 0;
  for (const golden of cases) {
    if (golden.needs.length > 0 || golden.args[0] !== "build") continue;
    const asked = wordsOf(golden);
    if (asked === undefined) continue;
    try {
      const files = memoryFiles(golden);
      const options = buildOptions(asked.values, asked.given, new MemoryHost(files, { HOME: "/golden/home" }));
      await assertExact(files, asked.args[0] ?? ".", { ...options, compat: golden.release });
    } catch (error) {
      throw new Error(golden.name, { cause: error });
    }
    held++;
  }
  assert(held > 300, String(held));
});

/** Undefined for cases about the command line itself. */
function wordsOf({ args }: GoldenCase) {
  try {
    const parsed = parseFlags({ ...GLOBAL_FLAGS, ...command.flags }, args.slice(1), () => {});
    buildOptions(parsed.values, parsed.given, new MemoryHost());
    return parsed.help || parsed.values.all || parsed.args.length > 1 ? undefined : parsed;
  } catch (error) {
    if (error instanceof KustError) return undefined;
    throw error;
  }
}

const RECORDED = "../shared/conformance/real";

Deno.test({
  name: "the record of builds of recorded repositories is what a file system tells of them",
  ignore: !exists(RECORDED),
  fn: async () => {
    for (const repository of ["argoproj+argo-cd", "stefanprodan+podinfo", "kubernetes+ingress-nginx"]) {
      const files = treeInMemory(readTree(`${RECORDED}/${repository}/tree`));
      const { targets } = searchTargets(".", files, false);
      assert(targets.length > 5);
      for (const { path } of targets.slice(0, 20)) await assertExact(files, path, {});
    }
  },
});

inFolder("a repository's read has its commit", async (dir) => {
  const commit = await commitFiles(`${dir}/repo`, { "base/kustomization.yaml": "resources: []\n" });
  Deno.writeTextFileSync(`${dir}/kustomization.yaml`, `resources: ['file://${dir}/repo//base?ref=main']\n`);
  const { host } = new RepositoryHost(dir);
  const remote = new GitAndHttpSources(host);
  try {
    const { reads = [], errors } = await build(host.fs, ".", { remote, capabilities: host, reads: true });
    assertEquals(errors, []);
    const found = reads.filter(({ kind }) => kind === "repository");
    assertEquals(found.map(({ askedBy: _, ...read }) => read), [
      { kind: "repository", url: `file://${dir}/repo`, ref: "main", path: "base", commit },
    ]);
    // The files of the clone are part of the repository.
    assertEquals(reads.filter(({ kind }) => kind === "file").length, 1);
  } finally {
    remote.close();
  }
});

const TREE = {
  "/w/prod/kustomization.yaml":
    "resources:\n- ../base\n- https://example.com/x.yaml\nconfigMapGenerator:\n- name: c\n  files: [c.txt]\n",
  "/w/prod/c.txt": "1",
  "/w/base/kustomization.yaml": "resources: [lib/a.yaml]\n",
  "/w/real/a.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n",
};

function shown(reads: readonly Read[] | undefined): string[] {
  return (reads ?? []).map((read) => {
    const what = isPathRead(read)
      ? read.path
      : read.kind === "chart"
      ? read.name
      : read.kind === "program"
      ? ""
      : read.url;
    const askers = read.askedBy.map(({ place, field }) => `${place.source.name}${field}`);
    return `${read.kind} ${what}${askers.length === 0 ? "" : ` <- ${askers.join(", ")}`}`;
  });
}

function files(): MemoryFileSystem {
  const files = new MemoryFileSystem(TREE, "/w");
  files.makeLink("/w/base/lib", "../real");
  return files;
}

const RESOURCE = new TextEncoder().encode("apiVersion: v1\nkind: Service\nmetadata: {name: b}\n");
const OPTIONS: BuildOptions = {
  reads: true,
  loadRestrictor: "LoadRestrictionsNone",
  remote: { fetch: () => Promise.resolve(RESOURCE), clone: () => Promise.reject(new Error("no clone")) },
};

const READS = [
  "file /w/base/kustomization.yaml <- prod/kustomization.yaml/resources/0",
  "missing /w/base/Kustomization <- prod/kustomization.yaml/resources/0",
  "missing /w/base/kustomization.yml <- prod/kustomization.yaml/resources/0",
  "found /w/base <- prod/kustomization.yaml/resources/0",
  "file /w/prod/c.txt <- prod/kustomization.yaml/configMapGenerator/0/files/0",
  "file /w/prod/kustomization.yaml",
  "missing /w/prod/Kustomization",
  "missing /w/prod/kustomization.yml",
  "found /w/prod",
  "file /w/real/a.yaml <- base/kustomization.yaml/resources/0",
  "http https://example.com/x.yaml <- prod/kustomization.yaml/resources/1",
  "link /w/base/lib <- base/kustomization.yaml/resources/0",
].sort();

Deno.test("a record has the requesting field, and does not depend on a shared cache", async () => {
  const shared = new SharedReads();
  const disk = files();
  const first = await build(disk, "prod", { ...OPTIONS, shared });
  const second = await build(disk, "prod", { ...OPTIONS, shared });
  assertEquals(first.errors, []);
  assertEquals(shown(first.reads).sort(), READS);
  assertEquals(shown(second.reads), shown(first.reads));
});

Deno.test("a failed build has its reads, and the lookups of its hint", async () => {
  const disk = files();
  disk.writeFile("/w/base/kustomization.yaml", "resources: [liv/a.yaml]\n");
  const { errors, reads } = await build(disk, "base", OPTIONS);
  assertEquals(errors[0]?.hint, "did you mean 'lib/a.yaml'?");
  const base = shown(reads);
  assert(base.includes("missing /w/base/liv/a.yaml <- base/kustomization.yaml/resources/0"), base.join("\n"));
  assert(base.includes("listing /w/base <- base/kustomization.yaml/resources/0"), base.join("\n"));
});

Deno.test("a build without the option has no reads", async () => {
  assertEquals("reads" in await build(files(), "base"), false);
});
