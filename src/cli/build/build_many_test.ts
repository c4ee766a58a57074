import { assertEquals, assertStringIncludes } from "@std/assert";
import { MemoryHost } from "../../testing/memory_host.ts";
import { MemoryFileSystem } from "../../load/memory_file_system.ts";
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
  assertStringIncludes(host.stderr, "3 built, 1 failed, 1 component skipped\n");
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
  ];
  for (const [line, text] of failures) {
    const { host, files } = machine();
    assertEquals(await run(line, host), 1);
    assertStringIncludes(host.stderr, text);
    assertEquals(files.stat("/w/out"), undefined);
  }
});
