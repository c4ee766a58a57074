/**
 * Smaller modules in place of some that the page needs little of: tables without their texts, which it does not show,
 * nothing in place of what runs programs, fetches or leaves out targets, which is reached only if options allow that, and
 * nothing in place of the pass over large schemas, which saves the most time in the first build of a process.
 */

import { BEHAVIOURS } from "../../src/compat/behaviours.ts";
import type { Row } from "../../src/compat/behaviours.ts";
import { CODES, levelOf } from "../../src/diagnostics/codes.ts";

/** Modules that run helm, containers and plugins, or read URLs of pages that were fetched, or what git ignores. */
const UNREACHABLE = [
  "functions/helm/chart",
  "functions/function_spec",
  "functions/krm_function",
  "functions/legacy_plugin",
  "load/remote/pasted_url",
  "pipeline/context/helm_api_versions",
  "targets/git_ignore",
].map((name) => `src/${name}.ts`);

/** The code of a module in place of another, by the path of that. */
const REPLACEMENTS: Record<string, (path: string) => string> = {
  "src/compat/behaviours.ts": releases,
  "src/diagnostics/codes.ts": levels,
  "src/targets/path_patterns.ts": noPatterns,
  "src/yaml/read/schemas/canonical_block.ts": () => noResultOf("readCanonicalBlock"),
  "src/yaml/read/schemas/repeated_blocks.ts": () => noResultOf("blocksOf"),
  ...Object.fromEntries(UNREACHABLE.map((path) => [path, undefinedExports])),
};

/** Calls `action` with the path of an import map that has the replacements. */
export async function withPageModules<Result>(action: (importMap: string) => Promise<Result>): Promise<Result> {
  const folder = Deno.makeTempDirSync({ prefix: "kust-playground-" });
  try {
    const imports: Record<string, string> = {};
    for (const [path, code] of Object.entries(REPLACEMENTS)) {
      const file = `${folder}/${path.replaceAll("/", "_")}`;
      Deno.writeTextFileSync(file, code(path));
      imports[`file://${Deno.realPathSync(path)}`] = `file://${file}`;
    }
    Deno.writeTextFileSync(`${folder}/import_map.json`, JSON.stringify({ imports }));
    return await action(`${folder}/import_map.json`);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

function releases(): string {
  const rows = Object.entries<Row>(BEHAVIOURS).map(([name, { since, until }]) => [name, { since, until }]);
  return `export const BEHAVIOURS = ${JSON.stringify(Object.fromEntries(rows))};\n`;
}

function levels(): string {
  const others = [...CODES].map(([code, entry]) => [code, levelOf(entry)]).filter(([, level]) => level !== "error");
  const table = JSON.stringify(Object.fromEntries(others));
  return `const LEVELS = ${table};\nexport const defaultLevel = (code) => LEVELS[code] ?? "error";\n`;
}

/** The page gives none. */
function noPatterns(): string {
  return "export class PathPatterns {\n  holdsFolder = () => false;\n}\n";
}

/** A function that finds nothing, so that its callers do without. */
function noResultOf(name: string): string {
  return `export const ${name} = () => undefined;\n`;
}

function undefinedExports(path: string): string {
  const names = Deno.readTextFileSync(path).matchAll(/^export (?:async function|function|class|const) (\w+)/gm);
  return [...names].map(([, name]) => `export const ${name} = undefined;\n`).join("");
}
