/**
 * The parts of the command's file: what a small build loads, what other builds may need, and all other commands. Each
 * part may use the ones before it.
 */

import { importsOf, shippedFiles } from "../../checks/check_imports.ts";
import { TYPICAL } from "../../compile_bun.ts";
import { loadedModules } from "../../loaded_modules.ts";

/** In order. The first one is not compressed. */
export const PARTS = ["core", "build", "rest"] as const;
export type Part = typeof PARTS[number];

/** Modules of each part, from the repository's root. Modules that these import statically belong to it too. */
export type Parts = Readonly<Record<Part, readonly string[]>>;

/** Modules that `import()` loads, and those that contain one. */
interface OnDemand {
  importer: string;
  module: string;
}

function onDemand(): OnDemand[] {
  return shippedFiles().flatMap((importer) =>
    importsOf(Deno.readTextFileSync(importer)).filter(({ isDynamic }) => isDynamic).map(({ specifier }) => ({
      importer,
      module: new URL(specifier, `file:///${importer}`).pathname.slice(1),
    }))
  );
}

export async function findParts(): Promise<Parts> {
  const core = new Set<string>();
  for (const folder of TYPICAL) {
    for (const { path } of await loadedModules(["build", `testdata/${folder}`])) core.add(path);
  }
  core.delete("main.ts");
  const others = onDemand().filter(({ module }) => !core.has(module));
  // A command loads other commands, and its own options; everything else that the core loads may be part of a build.
  const build = new Set(
    others.filter(({ importer }) => core.has(importer) && !importer.startsWith("src/cli/")).map(({ module }) => module),
  );
  const rest = new Set(others.map(({ module }) => module).filter((module) => !build.has(module)));
  return { core: [...core].sort(), build: [...build].sort(), rest: [...rest].sort() };
}
