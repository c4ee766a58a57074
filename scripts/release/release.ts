/**
 * `deno task release [--only=linux_amd64,npm] [--try]`: creates everything that is published in dist/release/: an
 * archive per platform, the npm package, the JSON schema, a bill of materials and checksums. Needs Bun and npm on PATH;
 * only accesses npm's registry. `--try` tries the programs afterwards (`try_programs.ts`).
 */

import { parseArgs } from "@std/cli";
import denoJson from "../../deno.json" with { type: "json" };
import { exitUnless, runQuietly } from "../run_program.ts";
import { checksums } from "./archives.ts";
import { makeNpmPackage } from "./npm_package.ts";
import { platformName, PLATFORMS } from "./platforms.ts";
import { makePrograms } from "./programs.ts";
import { makeSbom } from "./sbom.ts";
import { tryPrograms } from "./try_programs.ts";
import { kustomizationSchema } from "../../src/kustomization/json_schema.ts";

export interface Release {
  /** The output folder. */
  folder: string;
  /** Without the `v`. */
  version: string;
  commit: string;
  /** The date of that commit, so that two releases of one commit are identical. */
  date: Date;
  /** Constants that tell the program about its build. */
  define: Record<string, string>;
}

async function output(program: string, args: string[]): Promise<string> {
  const { success, output } = await runQuietly(program, args);
  exitUnless(success);
  return output.trim();
}

async function releaseOf(folder: string): Promise<Release> {
  const [commit, seconds] = (await output("git", ["log", "-1", "--format=%H %ct"])).split(" ") as [string, string];
  const date = new Date(Number(seconds) * 1000);
  const define = {
    KUST_COMMIT: JSON.stringify(commit),
    KUST_DATE: JSON.stringify(date.toISOString().replace(".000", "")),
  };
  return { folder, version: denoJson.version, commit, date, define };
}

if (import.meta.main) {
  const flags: { only?: string; try: boolean } = parseArgs(Deno.args, { string: ["only"], boolean: ["try"] });
  const { only } = flags;
  const isWanted = (name: string) => only === undefined || only.split(",").includes(name);
  const release = await releaseOf("dist/release");
  Deno.mkdirSync(release.folder, { recursive: true });
  for (const { name } of [...Deno.readDirSync(release.folder)]) {
    Deno.removeSync(`${release.folder}/${name}`, { recursive: true });
  }
  const names = await makePrograms(release, PLATFORMS.filter((platform) => isWanted(platformName(platform))));
  if (isWanted("npm")) names.push(await makeNpmPackage(release));
  const sbom = `kust_v${release.version}.cdx.json`;
  const bun = { name: "bun", version: await output("bun", ["--version"]) };
  Deno.writeTextFileSync(`${release.folder}/${sbom}`, makeSbom(bun, release.commit, release.date));
  const schema = "kustomization.schema.json";
  Deno.writeTextFileSync(`${release.folder}/${schema}`, `${JSON.stringify(kustomizationSchema(), null, 2)}\n`);
  names.push(sbom, schema);
  Deno.writeTextFileSync(`${release.folder}/checksums.txt`, await checksums(release.folder, names));
  console.log(names.toSorted().map((name) => `${release.folder}/${name}`).join("\n"));
  if (flags.try) exitUnless(await tryPrograms(isWanted));
}
