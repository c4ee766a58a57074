/**
 * Holds the direction of imports: a file imports from its own folder and from folders above it in `LAYERS`; what ships imports
 * nothing from outside the repository, and `node:` modules only in `src/host/`.
 */

import { exists } from "./exists.ts";

/** The folders of `src/`, each allowed to import those before it. */
export const LAYERS = [
  "diagnostics",
  "regexp",
  "yaml",
  "model",
  "schema",
  "patch",
  "kustomization",
  "generate",
  "transform",
  "load",
  "functions",
  "build",
  "edit",
  "localize",
  "cli",
  "host",
];

/** Interfaces that a folder may name by a type-only import although they stand below it. */
const TYPES_FROM_BELOW: Record<string, string[]> = {
  // The model asks the schema of the build, which the build puts in.
  model: ["schema"],
  // Commands are given a machine.
  cli: ["host"],
};

export interface Import {
  specifier: string;
  typeOnly: boolean;
}

/** The imports of a module's text: static, type-only, dynamic and re-exports. */
export function importsOf(text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const statics = code.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^;'"]*?\s+from\s+)?["']([^"']+)["']/gm);
  const dynamics = code.matchAll(/\bimport\(\s*["']([^"']+)["']/g);
  return [
    ...[...statics].map((match) => ({ specifier: match[2]!, typeOnly: match[1] !== undefined })),
    ...[...dynamics].map((match) => ({ specifier: match[1]!, typeOnly: false })),
  ];
}

/** What is wrong with one import, or undefined. `path` is relative to the repository: `src/yaml/parse.ts`. */
export function faultOf(path: string, { specifier, typeOnly }: Import): string | undefined {
  const from = folderOf(path);
  if (specifier.startsWith("node:")) return from === "host" ? undefined : "node: modules belong in src/host/";
  if (!specifier.startsWith("./") && !specifier.startsWith("../")) return "what ships has no module from outside";
  if (!specifier.endsWith(".ts")) return "a relative import ends in .ts";
  const to = folderOf(new URL(specifier, `file:///${path}`).pathname.slice(1));
  if (from === undefined || from === to) return undefined;
  if (to === undefined || LAYERS.indexOf(to) < 0) return `${specifier} is in no folder that is known`;
  if (typeOnly && TYPES_FROM_BELOW[from]?.includes(to)) return undefined;
  return LAYERS.indexOf(to) < LAYERS.indexOf(from) ? undefined : `${from}/ stands above ${to}/`;
}

/** The folder of `src/` that a file is in; undefined for the files at the top. */
function folderOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** Cycles among files, each as the list of its files: modules that import each other's values cannot be read alone. */
export function findCycles(imports: Map<string, string[]>): string[][] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, trail: string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) cycles.push([...trail.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return cycles;
}

/** All modules that ship. */
function shippedFiles(): string[] {
  const files = ["main.ts", "mod.ts"].filter((name) => exists(name));
  const walk = (dir: string): void => {
    for (const entry of Deno.readDirSync(dir)) {
      const path = `${dir}/${entry.name}`;
      if (entry.isDirectory) walk(path);
      else if (entry.name.endsWith(".ts") && !entry.name.endsWith("_test.ts")) files.push(path);
    }
  };
  walk("src");
  return files.sort();
}

if (import.meta.main) {
  const faults: string[] = [];
  const values = new Map<string, string[]>();
  for (const path of shippedFiles()) {
    const imports = importsOf(Deno.readTextFileSync(path));
    for (const one of imports) {
      const fault = faultOf(path, one);
      if (fault !== undefined) faults.push(`${path}: imports ${one.specifier}: ${fault}`);
    }
    const relative = imports.filter((one) => !one.typeOnly && one.specifier.startsWith("."));
    values.set(path, relative.map((one) => new URL(one.specifier, `file:///${path}`).pathname.slice(1)));
  }
  for (const cycle of findCycles(values)) faults.push(`cycle: ${cycle.join(" -> ")}`);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) Deno.exit(1);
}
