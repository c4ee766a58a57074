/**
 * `deno run -A scripts/release/try_npm.ts [TARBALL]`: installs the npm package into an empty project, as users do, and
 * tries the command, an import from JavaScript and one from TypeScript. Ends with the line `N passed, N failed`.
 */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { exitUnless, type ProgramResult, runQuietly } from "../run_program.ts";
import { type Checks, runChecks } from "./run_checks.ts";

const PROGRAM = `
import { build, MemoryFileSystem, printResources } from "kust";
import { diskFileSystem } from "kust/node";

const files = new MemoryFileSystem({
  "/app/kustomization.yaml": "namePrefix: dev-\\nresources: [service.yaml]\\n",
  "/app/service.yaml": "apiVersion: v1\\nkind: Service\\nmetadata: {name: web}\\n",
});
const { resources, errors } = await build(files, "/app");
console.log(errors.length === 0 ? printResources(resources) : errors);
const missing = await build(diskFileSystem, "no-such-folder");
console.log(missing.errors[0]?.code);
`;

/** Checked by TypeScript only: the types accept and reject what they should. */
const TYPED = `${PROGRAM}
import type { BuildOptions, Diagnostic } from "kust";
const first: Diagnostic | undefined = errors[0];
export const code: string | undefined = first?.code;
// @ts-expect-error: no such option
export const options: BuildOptions = { loadRestrictor: "none" };
`;

/** In bytes. A file that is too large has too much in its first part, or none of it is compressed. */
const MAX_SIZE = 450_000;

const OVERLAY = "testdata/seed/dev_by_resources";

const SERVICE = "apiVersion: v1\nkind: Service\nmetadata:\n  name: dev-web\n";

const CHECKS: Checks<string> = {
  "npx kust build builds the seed's example": async (project) => {
    const built = await run(project, "npx", "--no-install", "kust", "build", inputOf("overlays/dev"));
    assertEquals(built.output, Deno.readTextFileSync(`${OVERLAY}/stdout`));
  },
  "the command is one file of limited size": (project) => {
    const bin = `${project}/node_modules/kust/bin`;
    assertEquals([...Deno.readDirSync(bin)].map(({ name }) => name), ["kust.cjs"]);
    const { size } = Deno.statSync(`${bin}/kust.cjs`);
    assert(size <= MAX_SIZE, `the command has ${size} bytes`);
  },
  "a command of the compressed parts, and its exit code": async (project) => {
    const [base, overlay] = [inputOf("base"), inputOf("overlays/dev")];
    const { success, output } = await run(project, "npx", "--no-install", "kust", "diff", base, overlay);
    assertEquals(success, false);
    assertStringIncludes(output, "2 resources differ");
  },
  "a regular expression with characters outside ASCII, in a compressed part": async (project) => {
    Deno.writeTextFileSync(`${project}/k.env`, "export USER=x\n");
    Deno.writeTextFileSync(`${project}/kustomization.yaml`, "configMapGenerator: [{name: c, envs: [k.env]}]\n");
    const { output } = await run(project, "npx", "--no-install", "kust", "lint", "--format", "sarif", ".");
    assertStringIncludes(output, 'USER=…"');
  },
  "a link of another name": async (project) => {
    Deno.symlinkSync("node_modules/kust/bin/kust.cjs", `${project}/kustomize`);
    const { output } = await run(project, "./kustomize", "completion", "bash");
    assertStringIncludes(output, "complete -F __kust_complete kustomize");
  },
  "a program in JavaScript": async (project) => {
    Deno.writeTextFileSync(`${project}/program.mjs`, PROGRAM);
    assertEquals((await run(project, "node", "program.mjs")).output, `${SERVICE}\nnot-found\n`);
  },
  "a program in TypeScript, module resolution node16": (project) => checkTypes(project, "node16", "node16"),
  "a program in TypeScript, module resolution bundler": (project) => checkTypes(project, "esnext", "bundler"),
};

function inputOf(folder: string): string {
  return Deno.realPathSync(`${OVERLAY}/in/${folder}`);
}

async function checkTypes(project: string, module: string, moduleResolution: string): Promise<void> {
  Deno.writeTextFileSync(`${project}/program.mts`, TYPED);
  const options = ["--strict", "--noEmit", "--target", "es2022", "--lib", "es2023,dom", "--types", ""];
  const words = ["--no-install", "tsc", ...options, "--module", module, "--moduleResolution", moduleResolution];
  assertEquals((await run(project, "npx", ...words, "program.mts")).output, "");
}

async function run(project: string, program: string, ...args: string[]): Promise<ProgramResult> {
  return await runQuietly("env", ["-C", project, program, ...args]);
}

async function install(project: string, tarball: string): Promise<void> {
  Deno.writeTextFileSync(`${project}/package.json`, '{ "private": true, "type": "module" }\n');
  exitUnless((await run(project, "npm", "install", "--silent", tarball, "typescript@7.0.2")).success);
}

if (import.meta.main) {
  const [tarball = "dist/release/kust-0.1.0.tgz"] = Deno.args;
  const project = Deno.makeTempDirSync({ prefix: "kust-npm-" });
  let passed = false;
  try {
    await install(project, Deno.realPathSync(tarball));
    passed = await runChecks(CHECKS, project);
  } finally {
    Deno.removeSync(project, { recursive: true });
  }
  exitUnless(passed);
}
