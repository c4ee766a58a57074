/**
 * `deno task kustomize [RELEASE...]`: builds the real kustomize of these releases, or of all that kust knows, with the
 * Go on PATH, each in a folder below `.cache/kustomize`.
 */

import { RELEASES } from "../../src/compat/compat.ts";
import { exists } from "../exists.ts";

const PACKAGE = "sigs.k8s.io/kustomize/kustomize/v5";

/** Requires Go 1.27. */
const WITH_NEWER_GO = "v5.8.3";

/**
 * The same release requires a kube-openapi that module proxies do not have. Only its command `openapi` needs that
 * version; this one is enough for everything else.
 */
const OLDER_OPENAPI = "replace k8s.io/kube-openapi => k8s.io/kube-openapi v0.0.0-20250710124328-f3f2b991d03b\n";
const TOOLS = `//go:build tools

package tools

import _ "${PACKAGE}"
`;

/** The path of the program of a release, which may not exist yet. */
export function pathOfKustomize(release: string): string {
  return `${Deno.env.get("KUSTOMIZE_DIR") ?? ".cache/kustomize"}/${release}/kustomize`;
}

async function install(release: string): Promise<void> {
  await onceBuilt(pathOfKustomize(release), async (program) => {
    if (release === WITH_NEWER_GO) return await buildBeside(release, { "tools.go": TOOLS }, PACKAGE, program);
    await go(["install", `${PACKAGE}@${release}`], { GOBIN: program.slice(0, program.lastIndexOf("/")) });
  });
}

/** Builds a program unless it is there. Gives `build` its absolute path. */
export async function onceBuilt(path: string, build: (program: string) => Promise<void>): Promise<void> {
  if (exists(path)) return;
  const slash = path.lastIndexOf("/");
  Deno.mkdirSync(path.slice(0, slash), { recursive: true });
  await build(Deno.realPathSync(path.slice(0, slash)) + path.slice(slash));
}

/**
 * Builds a package in a module that has these files and requires kustomize in this release. Releases before v5.8.3 were
 * not built with Go 1.27, which writes keys that are not texts into JSON.
 */
export async function buildBeside(
  release: string,
  files: Readonly<Record<string, string>>,
  name: string,
  output: string,
): Promise<void> {
  const module = Deno.makeTempDirSync();
  try {
    const isNewer = release === WITH_NEWER_GO;
    const [version, rest] = isNewer ? ["1.27.0", OLDER_OPENAPI] : ["1.26.0", ""];
    Deno.writeTextFileSync(
      `${module}/go.mod`,
      `module kustomize\ngo ${version}\nrequire ${PACKAGE} ${release}\n${rest}`,
    );
    for (const [path, text] of Object.entries(files)) Deno.writeTextFileSync(`${module}/${path}`, text);
    const env = { GOFLAGS: "-mod=mod", ...(isNewer ? { GOTOOLCHAIN: `go${version}` } : {}) };
    await go(["build", "-o", output, name], env, module);
  } finally {
    Deno.removeSync(module, { recursive: true });
  }
}

async function go(args: string[], env: Record<string, string>, cwd = "."): Promise<void> {
  const { success } = await new Deno.Command("go", { args, env, cwd, stdout: "inherit", stderr: "inherit" }).output();
  if (!success) throw new Error(`go ${args.join(" ")} failed`);
}

if (import.meta.main) {
  for (const release of Deno.args.length > 0 ? Deno.args : RELEASES) {
    await install(release);
    console.log(pathOfKustomize(release));
  }
}
