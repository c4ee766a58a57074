/** The real kustomize, the only source of expectations. */

const VERSION = "v5.8.1";

/**
 * Path of the real program: `KUSTOMIZE`, or `kustomize` on PATH. Throws `Error` if it is missing or another release.
 */
export async function realKustomize(): Promise<string> {
  const program = Deno.env.get("KUSTOMIZE") ?? "kustomize";
  const version = await versionOf(program);
  if (version === undefined) {
    throw new Error(`${program} cannot be run: install kustomize ${VERSION}, or name it in KUSTOMIZE`);
  }
  if (version !== VERSION) {
    throw new Error(`${program} is kustomize ${version}; expectations come from ${VERSION} alone`);
  }
  return program;
}

async function versionOf(program: string): Promise<string | undefined> {
  try {
    const { stdout } = await new Deno.Command(program, { args: ["version", "--output", "json"], stderr: "null" })
      .output();
    const facts = JSON.parse(new TextDecoder().decode(stdout));
    // kust identifies itself here.
    return facts.kust === undefined ? facts.version : "of another make (kust)";
  } catch {
    return undefined;
  }
}
