/**
 * Checks that every export of `src/` is imported by another file that ships, by a script or by the playground. Exports
 * that their own file uses too may have weaker reasons: a type may be needed in signatures, and anything in tests.
 * Nothing exists for tests alone.
 */

import { shippedFiles } from "./check_imports.ts";

/** Names that a module exports at their declaration, except types and tested names that it uses itself. */
function exportsOf(text: string, tested: ReadonlySet<string>): string[] {
  const code = withoutComments(text);
  const declared = code.matchAll(
    /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(function\*?|class|const|let|interface|type|enum)\s+(\w+)/gm,
  );
  const names = [...declared].filter(([, keyword, name]) =>
    !(isType(keyword!) || tested.has(name!)) || !isUsed(code, name!)
  );
  return [...new Set(names.map((match) => match[2]!))];
}

function isType(keyword: string): boolean {
  return keyword === "interface" || keyword === "type";
}

/** Whether a name occurs anywhere besides its declaration. */
function isUsed(code: string, name: string): boolean {
  return [...code.matchAll(new RegExp(`\\b${name}\\b`, "g"))].length > 1;
}

/** An imported module, and the names used from it: undefined if all may be. */
export interface Use {
  specifier: string;
  names: string[] | undefined;
}

/** The modules that a module imports or re-exports, statically and by `import()`. */
export function usesOf(text: string): Use[] {
  const code = withoutComments(text);
  const statics = code.matchAll(
    /^(?:import|export)\s+(?:type\s+)?(?:\{([^}]*)\}|\*[^;"']*)\s*from\s+["']([^"']+)["']/gm,
  );
  const uses: Use[] = [...statics].map(([, names, specifier]) => ({ specifier: specifier!, names: namesIn(names) }));
  for (const match of code.matchAll(/import\(\s*["']([^"']+)["']\s*\)/g)) {
    uses.push({ specifier: match[1]!, names: dynamicNames(code, match.index, match.index + match[0].length) });
  }
  return uses;
}

/** The names in braces, as exported. */
function namesIn(braces: string | undefined): string[] | undefined {
  const parts = braces?.split(",").map((part) => part.trim().replace(/^type\s+/, "").split(/\s+as\s+|\s*:/)[0]!);
  return parts?.filter((name) => name !== "");
}

/** The names used by `const { a } = await import(…)` or `(await import(…)).a`. */
function dynamicNames(code: string, start: number, end: number): string[] | undefined {
  const taken = /\{([^{}]*)\}\s*=\s*await\s+$/.exec(code.slice(Math.max(0, start - 400), start))?.[1];
  if (taken !== undefined) return namesIn(taken);
  const member = /^\)\.(\w+)/.exec(code.slice(end))?.[1];
  return member === undefined ? undefined : [member];
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

/** Names that modules import, by the path of the exporting module. */
function usedNames(modules: ReadonlyMap<string, string>): Map<string, Set<string> | "all"> {
  const used = new Map<string, Set<string> | "all">();
  for (const [path, text] of modules) {
    for (const { specifier, names } of usesOf(text)) {
      if (!specifier.startsWith(".")) continue;
      const target = new URL(specifier, `file:///${path}`).pathname.slice(1);
      const known = used.get(target) ?? new Set();
      if (names === undefined || known === "all") used.set(target, "all");
      else used.set(target, new Set([...known, ...names]));
    }
  }
  return used;
}

/** Exports that nothing imports, as `path: name`. */
export function deadExports(modules: ReadonlyMap<string, string>, tests: ReadonlyMap<string, string>): string[] {
  const used = usedNames(modules);
  const tested = usedNames(tests);
  return [...modules].filter(([path]) => path.startsWith("src/")).flatMap(([path, text]) => {
    const names = used.get(path) ?? new Set();
    const inTests = tested.get(path) ?? new Set();
    if (names === "all" || inTests === "all") return [];
    return exportsOf(text, inTests).filter((name) => !names.has(name)).map((name) => `${path}: ${name}`);
  });
}

/** The modules in and below a folder. */
function modulesIn(dir: string): string[] {
  return [...Deno.readDirSync(dir)].flatMap(({ name, isDirectory }) => {
    const path = `${dir}/${name}`;
    if (isDirectory) return modulesIn(path);
    return name.endsWith(".ts") ? [path] : [];
  });
}

function read(paths: string[]): Map<string, string> {
  return new Map(paths.map((path) => [path, Deno.readTextFileSync(path)]));
}

if (import.meta.main) {
  const isTest = (path: string) => path.endsWith("_test.ts");
  const scripts = [...modulesIn("scripts"), ...modulesIn("playground")];
  const modules = read([...shippedFiles(), ...scripts.filter((path) => !isTest(path))]);
  const dead = deadExports(modules, read([...modulesIn("src"), ...scripts].filter(isTest)));
  for (const one of dead) console.error(`${one} is exported, and no other file imports it`);
  if (dead.length > 0) Deno.exit(1);
}
