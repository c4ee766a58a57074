/** Releases for tests, with a stand-in for the program. */

import { checksums, makeArchive } from "./archives.ts";
import { archiveName, PLATFORMS } from "./platforms.ts";

/** A folder with a release for Linux, whose program prints its version. */
export async function makeStandIn(dir: string, version: string): Promise<string> {
  const [release, content] = [`${dir}/release`, `${dir}/content`];
  for (const folder of [release, content]) Deno.mkdirSync(folder, { recursive: true });
  Deno.writeTextFileSync(`${content}/kust`, `#!/bin/sh\necho "kust ${version}"\n`, { mode: 0o755 });
  Deno.writeTextFileSync(`${content}/LICENSE`, "");
  const names = PLATFORMS.filter(({ os }) => os === "linux").map((platform) => archiveName(version, platform));
  for (const name of names) await makeArchive(`${release}/${name}`, content, new Date(0));
  Deno.writeTextFileSync(`${release}/checksums.txt`, await checksums(release, names));
  return release;
}
