/**
 * The command of the npm package as one file: the code of small builds as it is, all other code compressed. Loading
 * code takes most of the time of a small build, so this is faster than a file with all of it, and a third smaller.
 */

import { brotliCompressSync, constants } from "node:zlib";
import * as esbuild from "esbuild";
import denoJson from "../../../deno.json" with { type: "json" };
import { toBase85 } from "./base_85.ts";
import { type Bundle, bundleParts, type Chunk } from "./bundle_parts.ts";
import { linkChunk } from "./link_chunk.ts";
import { findParts, PARTS } from "./parts.ts";

const HEAD = `\
#!/usr/bin/env node
/*!
 * kust ${denoJson.version}, kustomize in TypeScript. License: ${denoJson.license}, see ../LICENSE.
 *
 * This file is the whole command. "deno task release" makes it from the sources: first the code that builds need,
 * minified; then the other commands ("packed"), which "part" and "load" unpack on demand: base 85 of Brotli of minified
 * JavaScript. ../lib/ contains the code of builds in readable form.
 */
`;

/** @param define Constants of the program, as JavaScript. */
export async function makeCommand(define: Record<string, string>): Promise<string> {
  const texts = linkParts(await bundleParts(await findParts(), define));
  const loader = Deno.readTextFileSync(new URL("loader.js", import.meta.url));
  const packed: string[] = [];
  for (const name of [...PARTS.slice(1), "data"]) packed.push(`${name}:"${pack(await minified(texts[name]!))}"`);
  const [core, main] = [await minified(texts.core + loader), await minified(texts.main!)];
  await esbuild.stop();
  return `${HEAD}"use strict";${core}const packed={\n${packed.join(",\n")}};\n${main}`;
}

async function minified(code: string): Promise<string> {
  return (await esbuild.transform(code, { minify: true, target: "node20" })).code;
}

/** Brotli in base 85. */
function pack(code: string): string {
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: code.length,
  };
  return toBase85(brotliCompressSync(code, { params }));
}

/** The code of each part, that of the program's start, and the data. */
function linkParts({ main, parts, stubs, data }: Bundle): Record<string, string> {
  const nameOf = (chunk: string) => PARTS[parts.findIndex(({ name }) => name === chunk)];
  const partOf = (chunk: string) => `part("${nameOf(chunk)}")`;
  // A stub belongs to the last part that it imports.
  const stubsOf = (part: Chunk) =>
    stubs.filter(({ imports }) => parts.findLast(({ name }) => imports.includes(name)) === part);
  const load = (stub: string) => {
    const part = parts.find((part) => stubsOf(part).some(({ name }) => name === stub))!;
    return `load("${nameOf(part.name)}", ${stubsOf(part).findIndex(({ name }) => name === stub)})`;
  };
  const texts: Record<string, string> = { main: `{\n${linkChunk(main, partOf, load).body}}`, data };
  for (const part of parts) {
    const name = nameOf(part.name)!;
    const { body, exports } = linkChunk(part, partOf, load);
    const modules = stubsOf(part).map((stub) => {
      const linked = linkChunk(stub, partOf, load);
      return `() => {\n${linked.body}return ${linked.exports};\n}`;
    });
    const made = exports.replace(/\}$/, `${exports === "{}" ? "" : ","}modules: [${modules.join(", ")}]}`);
    texts[name] = body + (name === "core" ? `const core = ${made};\n` : `return ${made};\n`);
  }
  return texts;
}
