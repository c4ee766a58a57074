/**
 * The npm package: the command line as one file, the library as modules, and its types. It has no dependencies and runs
 * on Node 20 and later, Bun and Deno; the library runs in browsers and workers too.
 */

import denoJson from "../../deno.json" with { type: "json" };
import { exitUnless, runShown } from "../run_program.ts";
import { makeCommand } from "./command/make_command.ts";
import type { Release } from "./release.ts";

const TYPESCRIPT = "typescript@7.0.2";

/** A script, not a module: Node loads those faster. */
const COMMAND = "bin/kust.cjs";

/** Library entries by the path that one imports them by. */
const ENTRIES: Record<string, string> = denoJson.exports;

/** Creates the package's tarball in `release.folder` and returns its name. */
export async function makeNpmPackage(release: Release): Promise<string> {
  const folder = Deno.makeTempDirSync({ prefix: "kust-npm-" });
  try {
    Deno.mkdirSync(`${folder}/bin`);
    Deno.writeTextFileSync(`${folder}/${COMMAND}`, await makeCommand(release.define), { mode: 0o755 });
    await bundleLibrary(`${folder}/lib`);
    await emitTypes(`${folder}/types`);
    for (const paper of ["README.md", "LICENSE", "CHANGELOG.md"]) Deno.copyFileSync(paper, `${folder}/${paper}`);
    Deno.writeTextFileSync(`${folder}/package.json`, JSON.stringify(manifest(), null, 2) + "\n");
    exitUnless(await runShown("npm", ["pack", "--silent", `--pack-destination=${release.folder}`, folder]));
    return `kust-${release.version}.tgz`;
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

function manifest() {
  const { version, license } = denoJson;
  const exports = Object.entries(ENTRIES).map(([path, module]) => {
    const name = module.replace(/^\.\//, "").replace(/\.ts$/, "");
    return [path, { types: `./types/${name}.d.ts`, default: `./lib/${name}.js` }];
  });
  return {
    name: "kust",
    version,
    description: "kustomize in TypeScript: the same files in, the same bytes out",
    license,
    keywords: ["kustomize", "kubernetes", "yaml", "gitops"],
    type: "module",
    bin: { kust: COMMAND },
    exports: Object.fromEntries(exports),
    files: ["bin", "lib", "types"],
    sideEffects: false,
    engines: { node: ">=20" },
  };
}

/** Bundles modules with shared chunks. Keeps names, for people who debug a program that embeds kust. */
async function bundleLibrary(folder: string): Promise<void> {
  const options = ["--quiet", "--platform=deno", "--code-splitting", "--outdir", folder];
  exitUnless(await runShown(Deno.execPath(), ["bundle", ...options, ...Object.values(ENTRIES)]));
}

async function emitTypes(folder: string): Promise<void> {
  const options = ["--declaration", "--emitDeclarationOnly", "--noCheck", "--rewriteRelativeImportExtensions"]
    .concat("--module", "nodenext", "--target", "es2023", "--lib", "esnext,dom", "--stripInternal", "--rootDir", ".");
  const words = ["-y", "-p", TYPESCRIPT, "tsc", ...options, "--outDir", folder, ...Object.values(ENTRIES)];
  exitUnless(await runShown("npx", words));
  keepReachable(folder, Object.values(ENTRIES).map((entry) => entry.replace(/\.ts$/, ".d.ts").slice(2)));
}

/** An import of one file of declarations by another, also in a type that the compiler wrote out. */
const IMPORT = /((?:\bfrom|\bimport)\s*\(?\s*")(\.{1,2}\/[^"]+?)(?:\.(?:js|ts))?(?=")/g;

/** Gives all imports the extension that Node asks for, and removes declarations that the entries do not need. */
function keepReachable(folder: string, entries: readonly string[]): void {
  const waiting = [...entries];
  const kept = new Set(waiting);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const text = Deno.readTextFileSync(`${folder}/${file}`);
    Deno.writeTextFileSync(`${folder}/${file}`, text.replace(IMPORT, "$1$2.js"));
    for (const [, , path] of text.matchAll(IMPORT)) {
      const target = new URL(`${path}.d.ts`, `file:///${file}`).pathname.slice(1);
      if (!kept.has(target)) waiting.push(target);
      kept.add(target);
    }
  }
  removeOthers(folder, "", kept);
}

/** Removes the files that are not kept, and folders that become empty. Returns whether anything is left. */
function removeOthers(root: string, folder: string, kept: ReadonlySet<string>): boolean {
  let isUsed = false;
  for (const { name, isDirectory } of [...Deno.readDirSync(`${root}/${folder}`)]) {
    const path = `${folder}${name}`;
    const stays = isDirectory ? removeOthers(root, `${path}/`, kept) : kept.has(path);
    if (!stays) Deno.removeSync(`${root}/${path}`, { recursive: true });
    isUsed ||= stays;
  }
  return isUsed;
}
