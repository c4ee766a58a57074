import { assertEquals } from "@std/assert";
import { lint, lintAgain } from "../lint/lint.ts";
import type { LintedBuild } from "../lint/linter.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { build } from "../pipeline/build.ts";
import { telling } from "../testing/telling_file_system.ts";
import { SeenFiles } from "../watch/seen_files.ts";
import { compare, type Compared } from "./diff/comparison.ts";
import type { Side } from "./diff/sides/side.ts";
import { LastRun } from "./last_run.ts";

const SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";

function someFiles(): MemoryFileSystem {
  return new MemoryFileSystem({
    "/w/a/kustomization.yaml": "resources: [a.yaml]\n",
    "/w/a/a.yaml": SERVICE,
    "/w/b/kustomization.yaml": "resources: [b.yaml, ../base]\n",
    "/w/b/b.yaml": SERVICE,
    "/w/base/kustomization.yaml": "namePrefix: base-\nresources: [r.yaml]\n",
    "/w/base/r.yaml": SERVICE,
  }, "/w");
}

Deno.test("a comparison is kept until something that either side has read changes", async () => {
  const files = someFiles();
  const built: string[] = [];
  const side = (path: string): Side => ({
    label: path,
    build: (how) => {
      built.push(path);
      return build(files, path, { reads: how?.reads ?? false });
    },
  });
  const last = new LastRun<Compared>(new SeenFiles(files));
  const again = async () => {
    built.length = 0;
    const comparison = { target: "b", before: side("a"), after: side("b") };
    const { changes } = await compare(comparison, { steps: false }, last);
    return [changes.length, ...built];
  };
  assertEquals(await again(), [1, "b", "a"]);
  assertEquals(await again(), [1]);
  last.forget(["/w/notes.md", "/w/a/notes.md"]);
  assertEquals(await again(), [1]);
  files.writeFile("/w/base/r.yaml", "");
  last.forget(["/w/base/r.yaml"]);
  assertEquals(await again(), [0, "b", "a"]);
  // It was looked for.
  last.forget(["/w/a/kustomization.yml"]);
  assertEquals(await again(), [0, "b", "a"]);
  last.retain(new Set());
  assertEquals(await again(), [0, "b", "a"]);
});

Deno.test("a result is forgotten if a link on the way to what it read leads elsewhere", () => {
  const files = new MemoryFileSystem({ "/w/one/a.yaml": "", "/w/two/a.yaml": "" }, "/w");
  files.makeLink("/w/link", "one");
  const last = new LastRun<string>(new SeenFiles(files));
  const keep = () =>
    last.keep("app", "result", { errors: [], reads: [{ kind: "link", path: "/w/link", askedBy: [] }] });
  keep();
  last.forget(["/w/two/a.yaml"]);
  assertEquals(last.get("app"), "result");
  files.remove("/w/link");
  files.makeLink("/w/link", "two");
  for (const changed of ["/w/link", "/w/link/a.yaml"]) {
    keep();
    last.forget([changed]);
    assertEquals(last.get("app"), undefined, changed);
  }
});

Deno.test("lint builds those targets again that read what changed, and finds what a full run finds", async () => {
  const files = someFiles();
  const last = new LastRun<LintedBuild>(new SeenFiles(files));
  let read: string[] = [];
  const told = telling(files, ({ kind, path }) => kind === "read" && read.push(path));
  const again = async (...changed: string[]) => {
    read = [];
    last.forget(changed);
    const { findings } = await lintAgain(told, ["."], {}, last);
    const whole = await lint(files, ["."]);
    const summary = (those: typeof findings) => those.map(({ code, message, targets }) => ({ code, message, targets }));
    assertEquals(summary(findings), summary(whole.findings));
    return { codes: findings.map(({ code }) => code), resources: read.filter((path) => /\/[abr].yaml$/.test(path)) };
  };
  assertEquals((await again()).resources, ["/w/a/a.yaml", "/w/b/b.yaml", "/w/base/r.yaml"]);
  assertEquals(await again(), { codes: [], resources: [] });
  files.writeFile("/w/a/kustomization.yaml", "resources: [a.yaml]\nimages: [{name: ngnix, newTag: '2'}]\n");
  assertEquals(await again("/w/a/kustomization.yaml"), { codes: ["unused-image"], resources: ["/w/a/a.yaml"] });
  // What a build has read before is not listed any more.
  files.writeFile("/w/a/other.yaml", SERVICE);
  files.writeFile("/w/a/kustomization.yaml", "resources: [other.yaml]\n");
  const { codes } = await again("/w/a/kustomization.yaml", "/w/a/other.yaml");
  assertEquals(codes, ["unlisted-file"]);
});
