/** Bundles the program in parts, each a module that exports what later parts need. */

import * as esbuild from "esbuild";
import { PARTS, type Parts } from "./parts.ts";

/** Fields of the built-in kinds, a large text that only patches need, so that it is compressed in the core too. */
const DATA = "src/schema/kubernetes_data.ts";

/** A module that esbuild has written: not compressed, with one import a statement. */
export interface Chunk {
  /** `chunk-ABCDEFGH.js` */
  name: string;
  text: string;
  /** The chunks that it imports statically. */
  imports: string[];
  /** Number of imports of any kind. */
  importCount: number;
}

export interface Bundle {
  main: Chunk;
  parts: Chunk[];
  /** Modules that `import()` loads, which only pass on what a part exports. */
  stubs: Chunk[];
  /** Statements that declare the texts. */
  data: string;
}

export async function bundleParts(parts: Parts, define: Record<string, string>): Promise<Bundle> {
  const { metafile, outputFiles } = await esbuild.build({
    entryPoints: ["main.ts"],
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minifyIdentifiers: true,
    minifySyntax: true,
    outdir: "out",
    define,
    plugins: [inParts(parts)],
  }).finally(() => esbuild.stop());
  const chunks = Object.entries(metafile.outputs).map(([path, { imports, entryPoint }]) => {
    const name = baseName(path);
    const text = outputFiles.find((file) => baseName(file.path) === name)!.text;
    const statics = imports.filter(({ kind, external }) => kind === "import-statement" && external !== true);
    return { name, text, imports: statics.map((one) => baseName(one.path)), importCount: imports.length, entryPoint };
  });
  const shared = chunks.filter(({ entryPoint }) => entryPoint === undefined);
  if (shared.length !== PARTS.length) throw new Error(`esbuild made ${shared.length} parts`);
  return {
    main: chunks.find(({ entryPoint }) => entryPoint === "main.ts")!,
    parts: shared.sort((a, b) => a.imports.length - b.imports.length),
    stubs: chunks.filter(({ entryPoint }) => entryPoint !== undefined && entryPoint !== "main.ts"),
    data: (await dataModule()).code,
  };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/**
 * Makes every entry import its whole part and those before it. Modules with the same importers become one chunk, so
 * each part is one.
 */
function inParts(parts: Parts): esbuild.Plugin {
  const root = Deno.cwd();
  const importOf = (path: string) => `import ${JSON.stringify(path)};\n`;
  const partOf = (module: string) => PARTS.find((part) => parts[part].includes(module)) ?? "core";
  return {
    name: "parts",
    setup(build) {
      build.onResolve({ filter: /^part:/ }, ({ path }) => ({ path: path.slice(5), namespace: "part" }));
      build.onLoad({ filter: /./, namespace: "part" }, ({ path }) => {
        const index = PARTS.findIndex((part) => part === path);
        const before = PARTS.slice(0, index).map((part) => importOf(`part:${part}`));
        const own = parts[PARTS[index]!].map((module) => importOf(`./${module}`));
        return { contents: [...before, ...own].join(""), resolveDir: root };
      });
      build.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
        if (kind !== "dynamic-import") return undefined;
        const module = new URL(path, `file://${resolveDir}/`).pathname.slice(root.length + 1);
        return { path: module, namespace: "on-demand" };
      });
      build.onLoad({ filter: /./, namespace: "on-demand" }, ({ path }) => ({
        contents: `${importOf(`part:${partOf(path)}`)}export * from ${JSON.stringify(`./${path}`)};`,
        resolveDir: root,
      }));
      build.onLoad({ filter: /\/main\.ts$/ }, ({ path }) => ({
        contents: importOf("part:core") + Deno.readTextFileSync(path),
        loader: "ts",
      }));
      build.onLoad({ filter: /\/kubernetes_data\.ts$/ }, async () => ({ contents: (await dataModule()).getters }));
    },
  };
}

/** The texts of `DATA` as statements, and a module that gets each on first use. */
async function dataModule(): Promise<{ code: string; getters: string }> {
  const { code } = await esbuild.transform(Deno.readTextFileSync(DATA), { loader: "ts", minifyWhitespace: true });
  const names = [...code.matchAll(/\bexport const (\w+)/g)].map((match) => match[1]!);
  const getters = names.map((name) => `get ${name}() { return part("data").${name}; },\n`);
  return {
    code: `${code.replaceAll(/\bexport (?=const )/g, "")}return{${names.join()}};`,
    getters: `module.exports = {\n${getters.join("")}};\n`,
  };
}
