/**
 * `deno run -A scripts/release/try_programs.ts [--only=linux_arm64]`: tries the programs in dist/release/ as their
 * users would: the version, the seed's example, output to a file, CRLF, an error, an edit. Those for arm64 run under
 * qemu, that for Windows under wine, if these are on PATH. Ends with the line `N passed, N failed`.
 */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { parseArgs } from "@std/cli";
import { unzipSync } from "fflate";
import denoJson from "../../deno.json" with { type: "json" };
import { exists } from "../exists.ts";
import { exitUnless, type ProgramResult, runQuietly } from "../run_program.ts";
import { emulatorOf } from "./emulators.ts";
import { archiveName, type Platform, platformName, PLATFORMS, programName } from "./platforms.ts";
import { type Checks, runChecks } from "./run_checks.ts";

const RELEASE = "dist/release";
const SEED = "testdata/seed/dev_by_resources";
const SERVICE = "apiVersion: v1\r\nkind: Service\r\nmetadata:\r\n  name: web\r\n";

interface Trial {
  /** The user's project. */
  folder: string;
  /** Runs kust in the project. */
  kust(...args: string[]): Promise<ProgramResult>;
  /** A path in the system's own form. */
  path(text: string): string;
  /** The project's folder in the system's own form. */
  absolute: string;
}

const example = () => Deno.readTextFileSync(`${SEED}/stdout`);

const CHECKS: Checks<Trial> = {
  "version": async ({ kust }) => assertStringIncludes((await kust("--version")).output, `v${denoJson.version}`),
  "the seed's example": async ({ kust, path }) => {
    assertEquals((await kust("build", path("seed/overlays/dev"))).output, example());
  },
  "the same by an absolute path": async ({ kust, path, absolute }) => {
    assertEquals((await kust("build", absolute + path("/seed/overlays/dev"))).output, example());
  },
  "output to a file": async ({ folder, kust, path }) => {
    assertEquals((await kust("build", path("seed/overlays/dev"), "-o", path("out/dev.yaml"))).output, "");
    assertEquals(Deno.readTextFileSync(`${folder}/out/dev.yaml`), example());
  },
  "files with CRLF": async ({ kust }) => {
    assertEquals((await kust("build", "crlf")).output, SERVICE.replaceAll("\r", ""));
  },
  "an error names the place": async ({ kust }) => {
    const { success, output } = await kust("build", "wrong");
    assertEquals(success, false);
    assertStringIncludes(output, "wrong/kustomization.yaml:1:1");
  },
  "an edit": async ({ folder, kust }) => {
    assertEquals((await kust("edit", "set", "namespace", "dev", "--kustomization", "crlf")).output, "");
    assertStringIncludes(Deno.readTextFileSync(`${folder}/crlf/kustomization.yaml`), "namespace: dev");
  },
};

async function makeProject(folder: string): Promise<void> {
  const files = {
    "crlf/kustomization.yaml": "resources:\r\n- service.yaml\r\n",
    "crlf/service.yaml": SERVICE,
    "wrong/kustomization.yaml": "resuorces: []\n",
    "out/old.yaml": "",
  };
  for (const [path, text] of Object.entries(files)) {
    Deno.mkdirSync(`${folder}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
    Deno.writeTextFileSync(`${folder}/${path}`, text);
  }
  exitUnless((await runQuietly("cp", ["-r", `${SEED}/in`, `${folder}/seed`])).success);
}

async function unpack(archive: string, folder: string): Promise<void> {
  if (!archive.endsWith(".zip")) return exitUnless((await runQuietly("tar", ["-xzf", archive, "-C", folder])).success);
  for (const [name, bytes] of Object.entries(unzipSync(Deno.readFileSync(archive)))) {
    Deno.writeFileSync(`${folder}/${name}`, bytes);
  }
}

/** Returns whether all checks passed, also if the program cannot run here. */
async function tryProgram(platform: Platform, archive: string, folder: string): Promise<boolean> {
  await unpack(archive, folder);
  const emulator = await emulatorOf(platform, folder);
  if ("missing" in emulator) {
    console.log(`skipped: ${emulator.missing}`);
    return true;
  }
  const project = `${folder}/project`;
  await makeProject(project);
  const program = [...emulator.words, `${folder}/${programName(platform)}`];
  const isWindows = platform.os === "windows";
  const path = (text: string) => isWindows ? text.replaceAll("/", "\\") : text;
  const kust = async (...args: string[]) => {
    const { success, output } = await runQuietly("env", ["-C", project, ...program, ...args], emulator.environment);
    return { success, output: emulator.clean(output) };
  };
  const absolute = isWindows ? path(`Z:${project}`) : project;
  return await runChecks(CHECKS, { folder: project, kust, path, absolute }).finally(emulator.end);
}

/** Tries the programs of some platforms. Returns whether all checks passed. */
export async function tryPrograms(isWanted: (platform: string) => boolean): Promise<boolean> {
  let passed = true;
  for (const platform of PLATFORMS.filter((one) => isWanted(platformName(one)))) {
    const archive = `${RELEASE}/${archiveName(denoJson.version, platform)}`;
    if (!exists(archive)) continue;
    console.log(`--- ${archive}`);
    const folder = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-try-" }));
    try {
      passed = await tryProgram(platform, archive, folder) && passed;
    } finally {
      Deno.removeSync(folder, { recursive: true });
    }
  }
  return passed;
}

if (import.meta.main) {
  const { only } = parseArgs(Deno.args, { string: ["only"] });
  exitUnless(await tryPrograms((name) => only === undefined || only.split(",").includes(name)));
}
