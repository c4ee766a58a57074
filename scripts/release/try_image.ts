/**
 * `deno run -A scripts/release/try_image.ts PROGRAM [ROOT]`: makes the root file system of the Dockerfile's image by
 * debootstrap, without a container engine, and tries the program in it by chroot, as the image's user. Needs root,
 * Debian's packages, and takes minutes; with ROOT it uses one that debootstrap has made before. With helm on PATH it
 * tries a chart, too. Ends with the line `N passed, N failed`.
 */

import { assertEquals } from "@std/assert";
import { exists } from "../exists.ts";
import { exitUnless, runQuietly, runShown } from "../run_program.ts";
import { type Checks, runChecks } from "./run_checks.ts";

const DOCKERFILE = Deno.readTextFileSync("Dockerfile");

/** What a pattern finds in the Dockerfile. */
function fromDockerfile(pattern: RegExp): string {
  const found = pattern.exec(DOCKERFILE)?.[1];
  if (found === undefined) throw new Error(`the Dockerfile has nothing like ${pattern}`);
  return found;
}

const RELEASE = fromDockerfile(/^FROM debian:(\w+)-slim AS kust$/m);
const PACKAGES = fromDockerfile(/apt-get install --yes --no-install-recommends ([^\\\n]+?) *\\/);
const USER = fromDockerfile(/^USER (\d+:\d+)$/m);
const MAKE_USER = fromDockerfile(/&& (useradd [^\n]+)$/m);

async function makeRoot(root: string): Promise<void> {
  const words = ["--variant=minbase", `--include=${PACKAGES.split(" ").join(",")}`, RELEASE, root];
  exitUnless(await runShown("debootstrap", words));
}

/** Runs a line in the image, as its user. */
async function inImage(root: string, line: string): Promise<string> {
  const { success, output } = await runQuietly("chroot", [
    `--userspec=${USER}`,
    root,
    "sh",
    "-c",
    `export HOME=/home/kust && cd /work && ${line}`,
  ]);
  if (!success) throw new Error(output);
  return output;
}

const MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";

/** Makes a git repository with a base in it, and prints its hash. */
const MAKE_REPOSITORY = `rm -rf /tmp/repo && mkdir -p /tmp/repo/base && cd /tmp/repo && git init -q &&
  echo 'resources: [a.yaml]' >base/kustomization.yaml && printf '${MAP.replaceAll("\n", "\\n")}' >base/a.yaml &&
  git add . && git -c user.name=a -c user.email=a@b commit -qm a && git rev-parse HEAD`;

const CHART = {
  "kustomization.yaml": "helmCharts: [{name: c, releaseName: r}]\n",
  "charts/c/Chart.yaml": "apiVersion: v2\nname: c\nversion: 1.0.0\n",
  "charts/c/values.yaml": "",
  "charts/c/templates/a.yaml": MAP,
};

const CHECKS: Checks<string> = {
  "the user is not root, and has a home": async (root) => {
    assertEquals(await inImage(root, 'echo "$(id -u):$(id -g)"'), `${USER}\n`);
  },
  "kust runs": async (root) => assertEquals((await inImage(root, "kust version")).slice(0, 1), "v"),
  "kust builds the seed's example": async (root) => {
    const example = "testdata/seed/dev_by_resources";
    exitUnless(await runShown("cp", ["-r", `${example}/in`, `${root}/work/seed`]));
    assertEquals(await inImage(root, "kust build seed/overlays/dev"), Deno.readTextFileSync(`${example}/stdout`));
  },
  "kust clones a repository": async (root) => {
    const commit = (await inImage(root, MAKE_REPOSITORY)).trim();
    assertEquals(await inImage(root, `kust build 'file:///tmp/repo//base?ref=${commit}'`), MAP);
  },
  "certificates are there": async (root) => {
    assertEquals(await inImage(root, "test -s /etc/ssl/certs/ca-certificates.crt && echo yes"), "yes\n");
  },
  "kust renders a chart": async (root) => {
    const { success, output } = await runQuietly("sh", ["-c", "command -v helm"]);
    if (!success) return console.log("       skipped: there is no helm");
    Deno.copyFileSync(output.trim(), `${root}/usr/local/bin/helm`);
    for (const [path, text] of Object.entries(CHART)) {
      Deno.mkdirSync(`${root}/work/chart/${path}`.replace(/[^/]*$/, ""), { recursive: true });
      Deno.writeTextFileSync(`${root}/work/chart/${path}`, text);
    }
    assertEquals(await inImage(root, "kust build --enable-helm chart"), MAP);
  },
};

if (import.meta.main) {
  const [program, root = `${Deno.makeTempDirSync({ prefix: "kust-image-" })}/root`] = Deno.args;
  if (program === undefined) throw new Error("which program?");
  if (!exists(`${root}/bin/sh`)) await makeRoot(root);
  Deno.copyFileSync(program, `${root}/usr/local/bin/kust`);
  if (!Deno.readTextFileSync(`${root}/etc/passwd`).includes("/home/kust:")) {
    exitUnless(await runShown("chroot", [root, ...MAKE_USER.split(" ")]));
  }
  for (const folder of ["work", "tmp"]) Deno.mkdirSync(`${root}/${folder}`, { recursive: true });
  Deno.removeSync(`${root}/work`, { recursive: true });
  Deno.mkdirSync(`${root}/work`);
  // As in a container. Bun does not start without it.
  exitUnless(await runShown("mount", ["-t", "proc", "proc", `${root}/proc`]));
  const passed = await runChecks(CHECKS, root).finally(() => runShown("umount", [`${root}/proc`]));
  exitUnless(passed);
}
