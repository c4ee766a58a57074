/** The real kustomize of each release: the one source of expectations. */

import { NEWEST } from "../../src/compat/compat.ts";
import { exists } from "../exists.ts";
import { pathOfKustomize } from "./get_kustomize.ts";

const found = new Map<string, Promise<string>>();

/**
 * Path of the real program of a release: `KUSTOMIZE`, the one that `deno task kustomize` has installed, or `kustomize`
 * on PATH. Throws `Error` if none of them is of that release.
 */
export function realKustomize(release: string = NEWEST.release): Promise<string> {
  let program = found.get(release);
  if (program === undefined) found.set(release, program = find(release));
  return program;
}

async function find(release: string): Promise<string> {
  const named = Deno.env.get("KUSTOMIZE");
  const places = [...named === undefined ? [] : [named], pathOfKustomize(release), "kustomize"];
  for (const program of places) {
    if (program === pathOfKustomize(release) && exists(program)) return Deno.realPathSync(program);
    if (await versionOf(program) === release) return program;
  }
  throw new Error(
    `there is no kustomize ${release}: run 'deno task kustomize ${release}', or set KUSTOMIZE to its path`,
  );
}

async function versionOf(program: string): Promise<string | undefined> {
  try {
    const { stdout } = await new Deno.Command(program, { args: ["version", "--output", "json"], stderr: "null" })
      .output();
    const facts = JSON.parse(new TextDecoder().decode(stdout));
    // kust identifies itself here.
    return facts.kust === undefined ? facts.version : undefined;
  } catch {
    return undefined;
  }
}
