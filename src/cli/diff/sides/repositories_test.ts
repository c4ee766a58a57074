import { assertEquals, assertStringIncludes } from "@std/assert";
import { git } from "../../../../scripts/serve_git.ts";
import { realHost } from "../../../host/real_host.ts";
import type { Capabilities } from "../../../load/capabilities.ts";
import { diff, diffWith, inRepository, write } from "../../../../scripts/diff_in_repository.ts";

const CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: env\ndata:\n  LEVEL: info\n";
const OTHER = CONFIG_MAP.replace("info", "debug");
const FILES = { "app/kustomization.yaml": "resources: [r.yaml]\n", "app/r.yaml": CONFIG_MAP };

inRepository("a file that both branches have renamed is not a difference", FILES, async (dir) => {
  const rename = async (name: string) => {
    await git(dir, "mv", "app/r.yaml", `app/${name}.yaml`);
    write(dir, { "app/kustomization.yaml": `resources: [${name}.yaml]\n` });
    await git(dir, "commit", "-qam", name);
  };
  await git(dir, "checkout", "-q", "-b", "ours");
  await rename("ours");
  await git(dir, "checkout", "-q", "before");
  await rename("theirs");
  await git(dir, "checkout", "-q", "ours");
  assertEquals(await diff(dir, "--base", "before"), { exit: 0, stdout: "", stderr: "" });
});

inRepository("a pointer of Git LFS in the commit is an error of that side", {
  ...FILES,
  "app/r.yaml": "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n",
}, async (dir) => {
  write(dir, { "app/r.yaml": CONFIG_MAP });
  const { exit, stdout, stderr } = await diff(dir, "--base", "before");
  assertEquals([exit, stdout], [1, ""]);
  assertStringIncludes(stderr, "app fails to build in before:");
  assertStringIncludes(stderr, "'git lfs fetch --all'");
});

inRepository("a link across the repository's root leads to the same file on both sides", FILES, async (dir) => {
  const outside = `${dir}.outside.yaml`;
  try {
    Deno.writeTextFileSync(outside, OTHER);
    Deno.removeSync(`${dir}/app/r.yaml`);
    Deno.symlinkSync(outside, `${dir}/app/r.yaml`);
    const { stdout } = await diff(dir, "--base", "before", "--load-restrictor", "LoadRestrictionsNone");
    assertStringIncludes(stdout, "data.LEVEL  info -> debug");
    await git(dir, "commit", "-qam", "link");
    await git(dir, "branch", "-f", "before");
    Deno.writeTextFileSync(outside, CONFIG_MAP);
    assertEquals((await diff(dir, "--base", "before", "--load-restrictor", "LoadRestrictionsNone")).exit, 0);
  } finally {
    Deno.removeSync(outside);
  }
});

inRepository("nothing to compare is an error, as is a file", FILES, async (dir) => {
  write(dir, { "empty/notes.md": "none\n" });
  const none = await diff(dir, "empty", "--base", "before");
  assertEquals(none.exit, 2);
  assertStringIncludes(none.stderr, "there is no kustomization to compare in or below 'empty' [no-kustomization]");
  const all = await diff(dir, "--base", "before", "--exclude", "app");
  assertStringIncludes(all.stderr, "in or below the current folder [no-kustomization]");
  const file = await diff(dir, "app/r.yaml", "--base", "before");
  assertStringIncludes(file.stderr, "'app/r.yaml' is a file, and targets are folders [not-a-folder]");
  assertEquals((await diff(dir, "--base", "before", "--shard", "2/2")).exit, 0);
});

inRepository("each job of --shard pairs targets that have another path", {
  ...FILES,
  "b/kustomization.yaml": "resources: [../app]\nnamespace: b\n",
  "c/kustomization.yaml": "resources: [../app]\nnamespace: c\n",
}, async (dir) => {
  await git(dir, "mv", "b", "z");
  write(dir, { "app/r.yaml": OTHER });
  const shares = [await diff(dir, "--base=before", "--shard=1/2"), await diff(dir, "--base=before", "--shard=2/2")];
  assertEquals(shares.map(({ stdout }) => stdout.match(/^ {2}\S .*$/gm)), [
    ["  ~ ConfigMap c/env"],
    ["  ~ ConfigMap b/env"],
  ]);
});

/** Prints the file `r.yaml` of the mounted folder. */
const DOCKER = `#!/bin/sh
cat > /dev/null
for arg; do case $arg in *,source=*) from=\${arg#*,source=}; from=\${from%%,*} ;; esac; done
printf 'apiVersion: config.kubernetes.io/v1\\nkind: ResourceList\\nitems:\\n- '
sed '2,$s/^/  /' "$from/r.yaml"
`;

inRepository("a function in a container has the commit's files mounted", {
  "app/kustomization.yaml": "generators: [f.yaml]\n",
  "app/f.yaml": `apiVersion: v1
kind: Read
metadata:
  name: read
  annotations:
    config.kubernetes.io/function: |
      container:
        image: read
        mounts: [{type: bind, src: data, dst: /data}]
`,
  "app/data/r.yaml": CONFIG_MAP,
}, async (dir) => {
  const docker = `${dir}.docker`;
  const run: Capabilities["run"] = (request) =>
    realHost.run(request.program === "docker" ? { ...request, program: docker } : request);
  try {
    Deno.writeTextFileSync(docker, DOCKER, { mode: 0o755 });
    write(dir, { "app/data/r.yaml": OTHER });
    const { stdout, stderr } = await diffWith({ run }, dir, "--base", "before", "--enable-alpha-plugins");
    assertEquals(stderr, "");
    assertStringIncludes(stdout, "data.LEVEL  info -> debug");
  } finally {
    Deno.removeSync(docker);
  }
});
