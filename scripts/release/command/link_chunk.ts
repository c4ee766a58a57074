/**
 * Turns modules of the bundle into functions of one file: imports become calls of `part` or `require`, `import()` a
 * call of `load`, and the exports an object.
 */

import type { Chunk } from "./bundle_parts.ts";

/** esbuild writes each import as a statement of its own at the start of a line. */
const IMPORT = /^import (?:([^"';]+) from )?"([^"\n]+)";\n/gm;
const DYNAMIC_IMPORT = /\bimport\("\.\/([^"\n]+)"\)/g;
const EXPORTS = /^export \{([^}]*)\};\n?/m;

export interface Linked {
  /** Without `return`. */
  body: string;
  /** An object literal. */
  exports: string;
}

/**
 * @param partOf The expression for the exports of a chunk of that name.
 * @param load The expression that loads a stub of that name.
 */
export function linkChunk(
  { name, text, importCount }: Chunk,
  partOf: (name: string) => string,
  load: (name: string) => string,
): Linked {
  let [count, exports] = [0, "{}"];
  const body = text
    .replace(IMPORT, (_, names: string | undefined, from: string) => {
      count++;
      const source = from.startsWith("./") ? partOf(from.slice(2)) : `require("${from}")`;
      return names === undefined ? "" : `const ${patternOf(names)} = ${source};\n`;
    })
    .replace(DYNAMIC_IMPORT, (_, stub: string) => {
      count++;
      return load(stub);
    })
    .replace(EXPORTS, (_, list: string) => {
      exports = objectOf(list);
      return "";
    });
  // A text in the program that looks like an import, or an import that does not look as expected.
  if (count !== importCount) throw new Error(`${name} has ${importCount} imports, and ${count} were linked`);
  return { body, exports };
}

/**
 * `{ a as b }`, `* as fs` or `process` as what a variable's declaration takes; Node's modules are their own default.
 */
function patternOf(names: string): string {
  if (names.startsWith("{")) return names.replaceAll(/(\w|\$) as /g, "$1: ");
  return names.replace("* as ", "");
}

/** `a as b, c` as the object with b and c. */
function objectOf(list: string): string {
  return `{${list.replaceAll(/([\w$]+) as ([\w$]+)/g, "$2: $1")}}`;
}
