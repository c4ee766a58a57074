import { assertEquals, assertStringIncludes } from "@std/assert";
import { commitFiles, git } from "../../../../scripts/serve_git.ts";
import { diff, inRepository, write } from "../../../../scripts/diff_in_repository.ts";
import { inFolder } from "../../../../scripts/test_repository.ts";

const CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: env\ndata:\n  LEVEL: info\n";
const OTHER = CONFIG_MAP.replace("info", "debug");

const FILES = {
  "base/kustomization.yaml": "resources: [r.yaml]\n",
  "base/r.yaml": CONFIG_MAP,
  "dev/kustomization.yaml": "resources: [../base]\nnamespace: dev\n",
  "prod/kustomization.yaml": "resources: [../base]\nnamespace: prod\n",
  "other/kustomization.yaml": "resources: [r.yaml]\n",
  "other/r.yaml": CONFIG_MAP.replace("env", "other"),
};

inRepository("a change of a base is told by the overlays that use it, committed or not", FILES, async (dir) => {
  write(dir, { "base/r.yaml": OTHER, "base/notes.txt": "a file beside it\n" });
  const expected = ["dev", "prod"].map((name) =>
    `${name}\n  ~ ConfigMap ${name}/env\n      data.LEVEL  info -> debug  base/r.yaml:6:10\n`
  ).join("") + "2 resources in 2 of 3 targets\n";
  assertEquals(await diff(dir, "--base", "before"), { exit: 1, stdout: expected, stderr: "" });
  await git(dir, "add", ".");
  await git(dir, "commit", "-qm", "change");
  assertEquals((await diff(dir, "--base", "before")).stdout, expected);
  const all = await diff(dir, "--base", "before", "--all-targets");
  assertStringIncludes(all.stdout, "3 resources in 3 of 4 targets");
  assertEquals((await diff(dir, "dev", "--base", "before")).stdout.split("\n").at(-2), "1 resource differs");
});

inRepository("the two shares of --shard hold each target once", FILES, async (dir) => {
  write(dir, { "base/r.yaml": OTHER });
  const shares = await Promise.all([
    await diff(dir, "--base=before", "--shard=1/2"),
    await diff(dir, "--base=before", "--shard=2/2"),
  ]);
  const targets = shares.flatMap(({ stdout }) => stdout.match(/^(dev|prod|other)$/gm) ?? []);
  assertEquals(targets.sort(), ["dev", "prod"]);
});

inRepository("nothing differs by files beside, ignored ones, and names that alone have changed", FILES, async (dir) => {
  await git(dir, "mv", "base/r.yaml", "base/renamed.yaml");
  write(dir, { "base/kustomization.yaml": "resources: [renamed.yaml]\n", "prod/notes.md": "n\n" });
  assertEquals(await diff(dir, "--base", "before"), { exit: 0, stdout: "", stderr: "" });
});

inRepository("targets that are new or gone have all their resources new or gone", FILES, async (dir) => {
  Deno.removeSync(`${dir}/other`, { recursive: true });
  write(dir, { "new/kustomization.yaml": "resources: [../base]\nnamePrefix: new-\n" });
  assertEquals(
    (await diff(dir, "--base", "before")).stdout,
    "new\n  + ConfigMap new-env  base/r.yaml:1:1\nother\n  - ConfigMap other  other/r.yaml:1:1 in before\n" +
      "2 resources in 2 of 4 targets\n",
  );
  assertStringIncludes((await diff(dir, "other", "--base", "before")).stdout, "- ConfigMap other");
});

inRepository(
  "a base that fails on one side is one error, and shows nothing as removed",
  FILES,
  async (dir) => {
    write(dir, { "base/kustomization.yaml": "resources: [r.yaml, missing.yaml]\n" });
    const { exit, stdout, stderr } = await diff(dir, "--base", "before");
    assertEquals([exit, stdout, stderr.match(/^2 targets .* fail to build in the work tree/gm)?.length], [2, "", 1]);
    await git(dir, "commit", "-qam", "broken");
    await git(dir, "branch", "-f", "before");
    assertEquals(await diff(dir, "--base", "before"), { exit: 0, stdout: "", stderr: "" });
    write(dir, { "base/r.yaml": OTHER });
    const both = await diff(dir, "--base", "before");
    assertEquals([both.exit, both.stdout, both.stderr.match(/^2 targets .* fail to build on both sides/gm)?.length], [
      0,
      "",
      1,
    ]);
    write(dir, { "base/kustomization.yaml": "resources: [r.yaml]\n" });
    assertEquals((await diff(dir, "--base", "before")).exit, 1);
  },
);

inRepository("a target with another path is the same one", FILES, async (dir) => {
  await git(dir, "mv", "dev", "development");
  await git(dir, "mv", "prod", "production");
  assertEquals(await diff(dir, "--base", "before"), { exit: 0, stdout: "", stderr: "" });
  write(dir, { "base/r.yaml": OTHER });
  const { stdout } = await diff(dir, "--base", "before");
  assertStringIncludes(
    stdout,
    "development\n  ~ ConfigMap dev/env\n      data.LEVEL  info -> debug  base/r.yaml:6:10\n",
  );
  assertStringIncludes(stdout, "2 resources in 2 of 3 targets");
});

inRepository("a target is not the same as another that has its resources and stays", FILES, async (dir) => {
  write(dir, { "copy/kustomization.yaml": FILES["dev/kustomization.yaml"] });
  const copied = await diff(dir, "--base", "before");
  assertEquals(copied.stdout.split("\n").slice(0, 2), ["copy", "  + ConfigMap dev/env  base/r.yaml:1:1"]);
  await git(dir, "add", ".");
  await git(dir, "commit", "-qm", "copy");
  await git(dir, "branch", "-f", "before");
  await git(dir, "rm", "-qr", "dev");
  const removed = await diff(dir, "--base", "before");
  assertEquals(removed.stdout.split("\n").slice(0, 2), ["dev", "  - ConfigMap dev/env  base/r.yaml:1:1 in before"]);
});

inRepository("a target that does not get to read what has changed is not taken as the same", {
  "app/kustomization.yaml": "resources: ['http://127.0.0.1:1/r.yaml', r.yaml]\n",
  "app/r.yaml": CONFIG_MAP,
}, async (dir) => {
  write(dir, { "app/r.yaml": OTHER });
  const { exit, stderr } = await diff(dir, "--base", "before");
  assertEquals([exit, stderr.split("\n")[0]], [2, "app fails to build on both sides:"]);
});

inRepository(
  "the current folder may be outside of the repository, or in one that has no part in it",
  FILES,
  async (dir) => {
    write(dir, { "base/r.yaml": OTHER });
    const [, parent, name] = dir.match(/^(.*)\/(.*)$/)!;
    const fromOutside = await diff(parent!, `${name}/dev/kustomization.yaml`, `${name}/dev`, "--base", "before");
    assertStringIncludes(fromOutside.stderr, "targets are folders");
    const { stdout } = await diff(parent!, `${name}/dev`, "--base", "before");
    assertStringIncludes(stdout, "~ ConfigMap dev/env");
    assertStringIncludes((await diff(`${dir}/dev`, "../prod", "--base", "before")).stdout, "~ ConfigMap prod/env");
  },
);

inRepository("another name of the kustomization takes over", {
  "app/kustomization.yml": "resources: [r.yaml]\n",
  "app/r.yaml": CONFIG_MAP,
  "app/new.yaml": OTHER,
}, async (dir) => {
  Deno.removeSync(`${dir}/app/kustomization.yml`);
  write(dir, { "app/Kustomization": "resources: [new.yaml]\n" });
  assertStringIncludes((await diff(dir, "--base", "before")).stdout, "data.LEVEL  info -> debug  app/new.yaml:6:10");
});

inRepository("paths may have blanks and quotes, and the repository's root may be above", {
  "a 'b' \"c\"/my app/kustomization.yaml": "resources: [r.yaml]\n",
  "a 'b' \"c\"/my app/r.yaml": CONFIG_MAP,
}, async (dir) => {
  write(dir, { "a 'b' \"c\"/my app/r.yaml": OTHER });
  const { stdout } = await diff(`${dir}/a 'b' "c"`, "--base", "before");
  assertEquals(
    stdout,
    "my app\n  ~ ConfigMap env\n      data.LEVEL  info -> debug  my app/r.yaml:6:10\n1 resource differs\n",
  );
});

inRepository("line ends that git changes at checkout are no difference", FILES, async (dir) => {
  await git(dir, "config", "core.autocrlf", "true");
  write(dir, { "base/r.yaml": CONFIG_MAP.replaceAll("\n", "\r\n") });
  assertEquals((await diff(dir, "--base", "before")).exit, 0);
});

inRepository("links lead to the files of their side", FILES, async (dir) => {
  Deno.symlinkSync("../base", `${dir}/dev/linked`);
  write(dir, { "dev/kustomization.yaml": "resources: [linked]\nnamespace: dev\n" });
  await git(dir, "add", ".");
  await git(dir, "commit", "-qm", "link");
  await git(dir, "branch", "-f", "before");
  write(dir, { "base/r.yaml": OTHER });
  assertStringIncludes(
    (await diff(dir, "dev", "--base", "before")).stdout,
    "data.LEVEL  info -> debug  base/r.yaml:6:10",
  );
});

inRepository("submodules have the files of their commit", FILES, async (dir) => {
  const inner = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-test-" }));
  try {
    await commitFiles(inner, { "kustomization.yaml": "resources: [r.yaml]\n", "r.yaml": CONFIG_MAP });
    await git(dir, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "sub");
    await git(dir, "commit", "-qm", "submodule");
    await git(dir, "branch", "-f", "before");
    await commitFiles(`${dir}/sub`, { "r.yaml": OTHER });
    assertStringIncludes(
      (await diff(dir, "sub", "--base", "before")).stdout,
      "data.LEVEL  info -> debug  sub/r.yaml:6:10",
    );
  } finally {
    Deno.removeSync(inner, { recursive: true });
  }
});

const HELM = `#!/bin/sh
case "$1" in
version) echo v3.15.0 ;;
template) for last; do :; done; for arg; do case $arg in */chart) cat "$arg/templates/r.yaml" ;; esac; done ;;
esac
`;

inRepository("helm renders the chart of the commit, with its values", {
  "app/kustomization.yaml": "helmCharts: [{name: chart, releaseName: r}]\n",
  "app/charts/chart/Chart.yaml": "name: chart\nversion: 1.0.0\n",
  "app/charts/chart/values.yaml": "a: 1\n",
  "app/charts/chart/templates/r.yaml": CONFIG_MAP,
}, async (dir) => {
  const helm = `${dir}.helm`;
  try {
    Deno.writeTextFileSync(helm, HELM, { mode: 0o755 });
    write(dir, { "app/charts/chart/templates/r.yaml": OTHER, "app/charts/chart/values.yaml": "a: 2\n" });
    const { stdout, stderr } = await diff(dir, "--base", "before", "--enable-helm", "--helm-command", helm);
    assertEquals(stderr, "");
    assertStringIncludes(stdout, "data.LEVEL  info -> debug");
  } finally {
    Deno.removeSync(helm);
  }
});

inRepository("what cannot be compared exits with 2, and says what to do", FILES, async (dir) => {
  const none = await diff(dir, "--base", "befor");
  assertEquals([none.exit, none.stdout], [2, ""]);
  assertStringIncludes(none.stderr, "did you mean 'before'?");
  write(dir, { "base/r.yaml": OTHER });
  await git(dir, "commit", "-qam", "second");
  await git(dir, "checkout", "-q", "--orphan", "unrelated");
  await git(dir, "commit", "-qam", "third");
  assertStringIncludes((await diff(dir, "--base", "before")).stderr, "have no commit in common");
  const shallow = `${dir}/shallow`;
  await git(dir, "clone", "-q", "--depth=1", "--no-single-branch", `file://${dir}`, shallow);
  const { exit, stderr } = await diff(shallow, "--base", "origin/before");
  assertEquals(exit, 2);
  assertStringIncludes(stderr, "fetch-depth: 0");
});

inRepository("--base excludes other sides", FILES, async (dir) => {
  const { exit, stderr } = await diff(dir, "dev", "--base", "before", "--against", "base/r.yaml");
  assertEquals([exit, stderr.split("\n")[0]], [2, "Error: --base and --against exclude each other [flag-conflict]"]);
});

inFolder("without a repository, diff advises another side", async (dir) => {
  assertStringIncludes(
    (await diff(dir)).stderr,
    "hint: compare two folders with 'kust diff A B', or one with rendered manifests by --against FILE\n",
  );
});
