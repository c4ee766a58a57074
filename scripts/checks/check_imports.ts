/**
 * Checks the direction of imports: a file imports from its own layer and from earlier ones in `LAYERS`, without cycles;
 * what ships imports nothing from outside the repository, and `node:` modules only in `src/host/`.
 */

import { exists } from "../exists.ts";

/**
 * The folders of `src/`, each of which may import those before it. A subfolder is a separate layer. A file is listed if
 * folders before the rest of its folder need it.
 */
export const LAYERS = [
  "text/bytes",
  "text",
  "diagnostics/codes",
  "diagnostics",
  "compat",
  "regexp",
  "yaml/tree",
  "yaml/scalar",
  "yaml/value",
  "yaml/write",
  "yaml/scan",
  "yaml/read",
  "yaml/comments",
  "model/gvk.ts",
  "kustomization/json/json_scalar.ts",
  "kustomization/field_errors.ts",
  "kustomization/json",
  "schema/schema.ts",
  "model",
  "model/read",
  "model/fields",
  "history",
  "json_patch",
  "schema",
  "merge",
  "kustomization",
  "kustomization/config",
  "generate",
  "transform/match_observer.ts",
  "transform/transform.ts",
  "transform/patches",
  "transform/references",
  "transform/replacements",
  "transform/vars",
  "transform",
  "load/capabilities.ts",
  "load/file_system.ts",
  "load/file_systems",
  "load/remote",
  "load",
  "reads",
  "watch",
  "targets",
  "git",

  "functions",
  "functions/helm",
  "packages",
  "packages/filters",
  "packages/tree",
  "packages/functions",
  "trace",
  "diff/unhashed_name.ts",
  "diff/report.ts",
  "diff/effects",
  "diff",
  "pipeline/context",
  "pipeline/plugins",
  "pipeline",
  "affected",
  "edit/keep",
  "edit",
  "edit/changes",
  "edit/fix",
  "localize",
  "lint/gather",
  "lint/rules",
  "lint",
  "host/host.ts",
  "cli/output",
  "library",
  "cli",
  "host/process",
  "host/streams",
  "host/files",
  "host/commands",
  "host",
];

export interface Import {
  specifier: string;
  typeOnly: boolean;
  /** An `import()`. */
  isDynamic: boolean;
}

/** The imports in a module's text: static, type-only, dynamic and re-exports. */
export function importsOf(text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const statics = code.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^;'"]*?\s+from\s+)?["']([^"']+)["']/gm);
  const dynamics = code.matchAll(/\bimport\(\s*["']([^"']+)["']/g);
  return [
    ...[...statics].map((match) => ({ specifier: match[2]!, typeOnly: match[1] !== undefined, isDynamic: false })),
    ...[...dynamics].map((match) => ({ specifier: match[1]!, typeOnly: false, isDynamic: true })),
  ];
}

/** The problem with one import, or undefined. `path` is relative to the repository: `src/yaml/read/parse.ts`. */
export function faultOf(path: string, { specifier }: Pick<Import, "specifier">): string | undefined {
  const from = layerOf(path);
  if (specifier.startsWith("node:")) {
    return path.startsWith("src/host/") ? undefined : "node: modules belong in src/host/";
  }
  if (!specifier.startsWith("./") && !specifier.startsWith("../")) {
    return "code that ships may not import third-party modules";
  }
  if (!specifier.endsWith(".ts")) return "a relative import ends in .ts";
  const to = layerOf(new URL(specifier, `file:///${path}`).pathname.slice(1));
  if (from === undefined || from === to) return undefined;
  if (to === undefined) return `${specifier} is in no layer`;
  return LAYERS.indexOf(to) < LAYERS.indexOf(from) ? undefined : `${from} comes before ${to}`;
}

/** The innermost layer that a file belongs to; undefined for the files at the top. */
function layerOf(path: string): string | undefined {
  for (let place = path.replace(/^src\//, ""); place !== "."; place = dirname(place)) {
    if (LAYERS.includes(place)) return place;
  }
  return undefined;
}

function dirname(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
}

/** Import cycles among files, each as the list of its files. */
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
export function shippedFiles(): string[] {
  const files = ["main.ts", "mod.ts", "node.ts"].filter((name) => exists(name));
  const walk = (dir: string): void => {
    for (const entry of Deno.readDirSync(dir)) {
      const path = `${dir}/${entry.name}`;
      if (entry.isDirectory && path !== "src/testing") walk(path);
      else if (entry.name.endsWith(".ts") && !entry.name.endsWith("_test.ts")) files.push(path);
    }
  };
  walk("src");
  return files.sort();
}

if (import.meta.main) {
  const faults: string[] = [];
  const graph = new Map<string, string[]>();
  for (const path of shippedFiles()) {
    const imports = importsOf(Deno.readTextFileSync(path));
    for (const one of imports) {
      const fault = faultOf(path, one);
      if (fault !== undefined) faults.push(`${path}: imports ${one.specifier}: ${fault}`);
    }
    const relative = imports.filter((one) => one.specifier.startsWith("."));
    graph.set(path, relative.map((one) => new URL(one.specifier, `file:///${path}`).pathname.slice(1)));
  }
  for (const cycle of findCycles(graph)) faults.push(`cycle: ${cycle.join(" -> ")}`);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) Deno.exit(1);
}
