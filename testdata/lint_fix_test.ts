/** Checks the promises of `kust lint --fix` in every golden that builds a kustomization with deprecated fields. */

import { assert, assertEquals } from "@std/assert";
import { listCases } from "../scripts/golden/golden_case.ts";
import { readTree } from "../scripts/golden/golden_case.ts";
import { fixFindings } from "../src/lint/fix.ts";
import { lint } from "../src/lint/lint.ts";
import { LayeredFileSystem } from "../src/load/file_systems/layered_file_system.ts";
import { MemoryFileSystem } from "../src/load/file_systems/memory_file_system.ts";
import { build, printResources } from "../src/pipeline/build.ts";

const { cases } = listCases(new URL(".", import.meta.url).pathname.replace(/\/$/, ""));

function filesOf(dir: string): MemoryFileSystem | undefined {
  const tree = [...readTree(`${dir}/in`)];
  if (tree.some(([, content]) => !(content instanceof Uint8Array))) return undefined;
  const texts = tree.map(([path, content]) => [`/in/${path}`, new TextDecoder().decode(content as Uint8Array)]);
  return new MemoryFileSystem(Object.fromEntries(texts), "/in");
}

let fixed = 0;

for (const golden of cases) {
  if (golden.release !== "v5.8.3" || golden.args[0] !== "build" || golden.needs.length > 0) continue;
  const files = filesOf(golden.dir);
  if (files === undefined) continue;
  Deno.test(`--fix of ${golden.name} keeps every output and comment`, async () => {
    const targets = await deprecatedTargets(files);
    if (targets === undefined) return;
    const changed = new LayeredFileSystem(files);
    const fixes = await fixFindings(changed, targets.findings, {});
    fixed += fixes.fixed.length;
    for (const target of targets.paths) {
      assertEquals(await output(changed, target), await output(files, target), target);
    }
    for (const file of fixes.fixed) {
      const comments = (text: string) => (text.match(/(?:^|\s)#.*$/gm) ?? []).map((one) => one.trim()).sort();
      assertEquals(comments(changed.readText(file)), comments(files.readText(file)));
    }
    const again = await deprecatedTargets(changed);
    const left = new Set(fixes.left.map(({ file }) => file));
    const others = (again?.findings ?? []).filter(({ place }) => !left.has(place?.source.name ?? ""));
    assertEquals(others.map(({ message }) => message), []);
  });
}

Deno.test("the goldens have files that --fix can rewrite", () => assert(fixed >= 8, `${fixed}`));

async function deprecatedTargets(files: MemoryFileSystem | LayeredFileSystem) {
  try {
    const { findings } = await lint(files, ["/in"]);
    const deprecated = findings.filter(({ isFixable }) => isFixable === true);
    if (deprecated.length === 0) return undefined;
    return { findings: deprecated, paths: new Set(deprecated.flatMap(({ targets }) => targets)) };
  } catch {
    // Some goldens have no kustomization, or settings that are refused.
    return undefined;
  }
}

async function output(files: MemoryFileSystem | LayeredFileSystem, target: string): Promise<string> {
  const { resources, errors } = await build(files, target);
  return errors.length > 0 ? errors[0]!.code : printResources(resources);
}
