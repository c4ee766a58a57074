/**
 * `deno task kustomize [RELEASE...]`: builds the real kustomize of these releases, or of all that kust knows, with the
 * Go on PATH, each in a folder below `.cache/kustomize`.
 */

import { RELEASES } from "../../src/compat/compat.ts";
import { exists } from "../exists.ts";

const PACKAGE = "sigs.k8s.io/kustomize/kustomize/v5";

/**
 * v5.8.3 requires a kube-openapi that module proxies do not have. Only its command `openapi` needs that version; this
 * one is enough for everything else.
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
  const path = pathOfKustomize(release);
  if (exists(path)) return;
  const folder = path.slice(0, path.lastIndexOf("/"));
  Deno.mkdirSync(folder, { recursive: true });
  const target = Deno.realPathSync(folder);
  if (release !== "v5.8.3") return await go(["install", `${PACKAGE}@${release}`], { GOBIN: target });
  await buildBeside(release, { "tools.go": TOOLS }, PACKAGE, `${target}/kustomize`);
}

/**
 * Builds a package in a module that has these files and requires kustomize in this release. Releases before v5.8.3 were
 * not built with Go 1.27, which writes keys of other types than texts into JSON.
 */
export async function buildBeside(
  release: string,
  files: Readonly<Record<string, string>>,
  name: string,
  output: string,
): Promise<void> {
  const module = Deno.makeTempDirSync();
  try {
    const isNewest = release === "v5.8.3";
    const [version, rest] = isNewest ? ["1.27.0", OLDER_OPENAPI] : ["1.26.0", ""];
    Deno.writeTextFileSync(
      `${module}/go.mod`,
      `module kustomize\ngo ${version}\nrequire ${PACKAGE} ${release}\n${rest}`,
    );
    for (const [path, text] of Object.entries(files)) Deno.writeTextFileSync(`${module}/${path}`, text);
    const env = { GOFLAGS: "-mod=mod", ...(isNewest ? { GOTOOLCHAIN: `go${version}` } : {}) };
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
