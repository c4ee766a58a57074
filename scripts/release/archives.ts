/** Archives whose bytes depend only on their content, not on who creates them and when. */

import { zipSync } from "fflate";
import { exitUnless, runShown } from "../run_program.ts";

/** Archives the files of a folder as a `.zip` or a `.tar.gz`, depending on the name. All files get the time `date`. */
export async function makeArchive(archive: string, folder: string, date: Date): Promise<void> {
  if (archive.endsWith(".zip")) Deno.writeFileSync(archive, zipOf(folder, date));
  else await makeTarball(archive, folder, date);
}

function fileNames(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}

function zipOf(folder: string, date: Date): Uint8Array {
  const files = fileNames(folder).map((name) => [name, Deno.readFileSync(`${folder}/${name}`)]);
  return zipSync(Object.fromEntries(files), { mtime: date, level: 9 });
}

async function makeTarball(archive: string, folder: string, date: Date): Promise<void> {
  const tar = archive.replace(/\.gz$/, "");
  const fixed = ["--owner=0", "--group=0", "--numeric-owner", `--mtime=${date.toISOString()}`];
  exitUnless(await runShown("tar", ["-cf", tar, ...fixed, "-C", folder, ...fileNames(folder)]));
  exitUnless(await runShown("gzip", ["-nf9", tar]));
}

/** The lines of a checksums file, in the format of `sha256sum --check`, for files of a folder. */
export async function checksums(folder: string, names: readonly string[]): Promise<string> {
  const lines = names.toSorted().map(async (name) => {
    const digest = await crypto.subtle.digest("SHA-256", Deno.readFileSync(`${folder}/${name}`));
    return `${new Uint8Array(digest).toHex()}  ${name}\n`;
  });
  return (await Promise.all(lines)).join("");
}
