import { assertEquals, assertStringIncludes } from "@std/assert";
import { MemoryHost } from "../../testing/memory_host.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { run } from "../run.ts";

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
`;

const TREE = {
  "/w/base/kustomization.yaml": "resources: [deployment.yaml]\n",
  "/w/base/deployment.yaml": DEPLOYMENT,
  "/w/overlays/dev/kustomization.yaml": "bases: [../../base]\nnamePrefix: dev-\n",
  "/w/overlays/prod/kustomization.yaml": "bases: [../../base]\nnamePrefix: prod-\n",
  "/w/overlays/broken/kustomization.yaml": "resources: [missing.yaml]\n",
  "/w/parts/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamePrefix: x-\n",
  "/w/.hidden/kustomization.yaml": "resources: []\n",
};

/** Counts how often each file is read. */
class CountingFiles extends MemoryFileSystem {
  readonly reads = new Map<string, number>();

  override readText(path: string): string {
    const text = super.readText(path);
    this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
    return text;
  }
}

function machine(): { host: MemoryHost; files: CountingFiles } {
  const files = new CountingFiles(TREE, "/w");
  return { host: new MemoryHost(files, { HOME: "/home" }), files };
}

Deno.test("build --all writes the same as separate builds, and continues after a failure", async () => {
  const { host, files } = machine();
  assertEquals(await run(["build", "--all", "-o", "out"], host), 1);
  for (const path of ["base", "overlays/dev", "overlays/prod"]) {
    const alone = machine().host;
    assertEquals(await run(["build", path], alone), 0);
    assertEquals(files.readText(`/w/out/${path}.yaml`), alone.stdout);
  }
  assertEquals(files.stat("/w/out/overlays/broken.yaml"), undefined);
  assertStringIncludes(host.stderr, "overlays/broken:\nError: 'missing.yaml' does not exist");
  assertStringIncludes(host.stderr, "3 built, 1 failed, 1 component skipped\n");
  assertEquals(host.stdout, "");
});

Deno.test("build --all continues after a kustomization file that cannot be read", async () => {
  const { host, files } = machine();
  files.makeDir("/w/overlays/spoilt");
  files.makeLink("/w/overlays/spoilt/kustomization.yaml", "kustomization.yaml");
  assertEquals(await run(["build", "--all", "-o", "out"], host), 1);
  assertStringIncludes(host.stderr, "3 built, 2 failed, 1 component skipped\n");
});

Deno.test("build --all prints a warning once, with the number of targets", async () => {
  const { host } = machine();
  await run(["build", "--all", "overlays", "-o", "out"], host);
  assertEquals(host.stderr.match(/'bases' is deprecated/g)?.length, 1);
  assertStringIncludes(host.stderr, "(2 times)");
});

Deno.test("build DIR DIR reads shared files once", async () => {
  const { host, files } = machine();
  assertEquals(await run(["build", "overlays/dev", "overlays/prod", "-o", "out"], host), 0);
  assertEquals(files.reads.get("/w/base/deployment.yaml"), 1);
  assertStringIncludes(files.readText("/w/out/overlays/prod.yaml"), "name: prod-web");
  assertStringIncludes(files.readText("/w/out/overlays/dev.yaml"), "name: dev-web");
});

Deno.test("build --all names the output of a single folder after it", async () => {
  const { host, files } = machine();
  assertEquals(await run(["build", "--all", "base", "-o", "out"], host), 0);
  assertStringIncludes(files.readText("/w/out/base.yaml"), "name: web");
});

Deno.test("several targets need an output folder and different names, and --all one existing folder", async () => {
  const failures: [string[], string][] = [
    [["build", "base", "overlays/dev"], "add -o DIR"],
    [["build", "base", "./base", "-o", "out"], "would both be written to base.yaml"],
    [["build", "--all", "base", "overlays", "-o", "out"], "--all takes one folder"],
    [["build", "--all", "nowhere", "-o", "out"], "there is no folder 'nowhere'"],
    [["build", "--all", "-o", "base/deployment.yaml"], "is a file, and several kustomizations need a folder"],
  ];
  for (const [line, text] of failures) {
    const { host, files } = machine();
    assertEquals(await run(line, host), 1);
    assertStringIncludes(host.stderr, text);
    assertEquals(files.stat("/w/out"), undefined);
  }
});

/** Runs a line on a machine that is kept for the next. */
async function ran(host: MemoryHost, ...line: string[]): Promise<{ exit: number; stdout: string; stderr: string }> {
  host.stdout = host.stderr = "";
  const exit = await run(["build", ...line], host);
  return { exit, stdout: host.stdout, stderr: host.stderr };
}

Deno.test("build --all removes what a failed or lost target has left, and nothing else", async () => {
  const { host, files } = machine();
  await ran(host, "--all", "-o", "out");
  files.writeFile("/w/out/overlays/broken.yaml", "mine");
  files.writeFile("/w/out/mine.yaml", "mine");
  files.writeFile("/w/overlays/dev/kustomization.yaml", "resources: [gone.yaml]\n");
  files.remove("/w/overlays/prod");
  const { stderr } = await ran(host, "--all", "-o", "out");
  assertStringIncludes(stderr, "removed out/overlays/dev.yaml\nremoved out/overlays/prod.yaml\n1 built, 2 failed");
  assertEquals(files.readDir("/w/out/overlays"), ["broken.yaml"]);
  assertEquals(files.readDir("/w/out"), [".kust-outputs", "base.yaml", "mine.yaml", "overlays"]);
  // A build of another part leaves it.
  await ran(host, "--all", "overlays", "-o", "out");
  assertEquals(files.stat("/w/out/base.yaml")?.isFile, true);
});

Deno.test("a build of some folders leaves the outputs of others", async () => {
  const { host, files } = machine();
  await ran(host, "base", "overlays/dev", "-o", "out");
  await ran(host, "base", "overlays/prod", "-o", "out");
  assertEquals(files.readDir("/w/out/overlays"), ["dev.yaml", "prod.yaml"]);
});

Deno.test("a list of outputs that is damaged or names paths elsewhere removes nothing", async () => {
  const { host, files } = machine();
  files.makeDir("/w/out");
  const lists = [
    "{",
    "[]",
    '{"outputs": {"../base/kustomization.yaml": "x", "/w/parts/kustomization.yaml": "../gone"}}',
  ];
  for (const list of lists) {
    files.writeFile("/w/out/.kust-outputs", list);
    assertEquals((await ran(host, "--all", "base", "-o", "out")).exit, 0);
    assertEquals(files.stat("/w/parts/kustomization.yaml")?.isFile, true);
    assertEquals(files.stat("/w/base/kustomization.yaml")?.isFile, true);
  }
});

Deno.test("a fault in a base is reported once, with its targets", async () => {
  const { host, files } = machine();
  files.writeFile("/w/base/kustomization.yaml", "resources: [deployment.yaml, gone.yaml]\n");
  const { exit, stderr } = await ran(host, "--all", "-o", "out", "--exclude", "broken", "--quiet");
  assertEquals(exit, 1);
  assertEquals(
    stderr,
    "3 targets (base, overlays/dev, overlays/prod):\nError: 'gone.yaml' does not exist [not-found]\n" +
      "  base/kustomization.yaml:1:30\n  1 | resources: [deployment.yaml, gone.yaml]\n    |                              ^^^^^^^^^\n",
  );
});

Deno.test("build --all finds nothing: an error that says why", async () => {
  const { host, files } = machine();
  files.makeDir("/w/empty");
  for (
    const [line, hint] of [
      [["empty"], "unless --no-ignore is given"],
      [["parts"], "there is only a component"],
      [["--include", "nothing"], "leave none of 4 kustomizations"],
    ] as const
  ) {
    const { exit, stderr } = await ran(host, "--all", "-o", "out", ...line);
    assertEquals(exit, 1);
    assertStringIncludes(stderr, hint);
  }
  assertEquals((await ran(host, "--all", "-o", "out", "base", "--shard", "2/2")).exit, 0);
});

Deno.test("build --all -o - prints all in order, and --fail-fast stops", async () => {
  const { host } = machine();
  const { stdout } = await ran(host, "--all", "-o", "-", "--quiet");
  assertEquals([...stdout.matchAll(/^# (.*)$|^---$/gm)].map(([line]) => line), [
    "# base",
    "---",
    "# overlays/dev",
    "---",
    "# overlays/prod",
  ]);
  const { exit, stderr } = await ran(host, "overlays/broken", "base", "-o", "-", "--fail-fast");
  assertEquals(exit, 1);
  assertStringIncludes(stderr, "0 built, 1 failed, 1 left out after a failure\n");
});

Deno.test("build --all as JSON has the time of each target, and the places of warnings and errors", async () => {
  const { host } = machine();
  const report = JSON.parse((await ran(host, "--all", "overlays", "-o", "out", "--format", "json")).stdout);
  assertEquals([report.kind, report.summary.built, report.summary.failed], ["BuildReport", 2, 1]);
  const [broken, dev] = report.results;
  assertEquals([broken.target, broken.output, broken.errors[0].code], ["overlays/broken", undefined, "not-found"]);
  assertEquals([dev.output, dev.milliseconds > 0], ["out/dev.yaml", true]);
  assertEquals(dev.warnings[0].place, { file: "overlays/dev/kustomization.yaml", line: 1, column: 8 });
});

Deno.test("build --all annotates a pull request", async () => {
  const { host, files } = machine();
  const { stdout } = await ran(host, "--all", "overlays", "-o", "out", "--format", "github");
  const [error, warning] = stdout.split("\n");
  assertStringIncludes(
    error ?? "",
    "::error file=overlays/broken/kustomization.yaml,line=1,col=13,title=overlays/broken",
  );
  assertStringIncludes(warning ?? "", "::warning file=overlays/dev/kustomization.yaml,line=1,col=8,");
  assertEquals(error!.endsWith("::'missing.yaml' does not exist"), true);
  assertStringIncludes(stdout, "\nbuilt overlays/prod in ");
  files.writeFile("/w/overlays/broken/kustomization.yaml", "namePrefx: x\n");
  const { stdout: hinted } = await ran(host, "--all", "overlays", "-o", "out", "--format", "github");
  assertStringIncludes(hinted, "'namePrefx' in the kustomization%0Adid you mean 'namePrefix'?\n");
});

Deno.test("build --all leaves out what git ignores, unless it is told not to", async () => {
  const { host, files } = machine();
  files.writeFile("/w/.gitignore", "overlays\n");
  const built = async (...line: string[]) => (await ran(host, "--all", "-o", "out", ...line)).stderr.split("\n").at(-2);
  assertEquals(await built(), "1 built, 0 failed, 1 component skipped");
  assertEquals(await built("--no-ignore"), "3 built, 1 failed, 1 component skipped");
});

Deno.test("build --all --profile adds up the phases of all", async () => {
  const { host } = machine();
  const { stderr } = await ran(host, "--all", "-o", "out", "--profile");
  assertStringIncludes(stderr, "decode kustomizations (6 times)\n");
});

Deno.test("flags that exclude each other, or are for several kustomizations", async () => {
  const { host } = machine();
  for (
    const line of [
      ["--all", "-o", "-", "--format", "json"],
      ["--all", "-o", "out", "--blame"],
      ["base", "--leaves"],
      ["base", "--fail-fast"],
      ["base", "--format", "json"],
      ["--all", "-o", "out", "--format", "yaml"],
    ]
  ) assertEquals((await ran(host, ...line)).exit, 1, line.join(" "));
});

Deno.test("build --all writes and removes nothing through links out of the output folder", async () => {
  const { host, files } = machine();
  const list = { writtenBy: "kust build", outputs: { "overlays/gone.yaml": "../gone" } };
  files.makeDir("/w/out");
  files.makeDir("/elsewhere");
  files.writeFile("/w/out/.kust-outputs", JSON.stringify(list));
  files.writeFile("/elsewhere/gone.yaml", "mine");
  files.makeLink("/w/out/overlays", "/elsewhere");
  const { exit, stderr } = await ran(host, "--all", "-o", "out");
  assertStringIncludes(stderr, "'out/overlays' is a link that leads out of 'out'");
  assertEquals([exit, files.readDir("/elsewhere")], [1, ["gone.yaml"]]);
});
