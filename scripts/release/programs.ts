/** The programs of a release: one archive per platform, cross-compiled by Bun. */

import { compileBun, withBytecodeOrders } from "../compile_bun.ts";
import { makeArchive } from "./archives.ts";
import { archiveName, type Platform, programName } from "./platforms.ts";
import type { Release } from "./release.ts";

/** Creates the archives of some platforms in `release.folder` and returns their names. */
export async function makePrograms(release: Release, platforms: readonly Platform[]): Promise<string[]> {
  if (platforms.length === 0) return [];
  const names: string[] = [];
  await withBytecodeOrders(async (orders) => {
    for (const platform of platforms) names.push(await makeProgram(release, platform, orders));
  });
  return names;
}

async function makeProgram(release: Release, platform: Platform, orders: readonly string[]): Promise<string> {
  const content = Deno.makeTempDirSync({ prefix: "kust-release-" });
  try {
    const program = `${content}/${programName(platform)}`;
    await compileBun({ outfile: program, target: platform.target, orders, define: release.define });
    // Bun leaves the mode to the umask.
    Deno.chmodSync(program, 0o755);
    Deno.copyFileSync("LICENSE", `${content}/LICENSE`);
    const name = archiveName(release.version, platform);
    await makeArchive(`${release.folder}/${name}`, content, release.date);
    return name;
  } finally {
    Deno.removeSync(content, { recursive: true });
  }
}
