import { assertEquals, assertStringIncludes } from "@std/assert";
import { FileError } from "../../load/file_system.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { HostWithKustomize } from "../../testing/host_with_kustomize.ts";
import type { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

const POLICY = "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicy, metadata: {name: p}}\n";

const FILES = {
  "/w/plain/kustomization.yaml": "resources: [cm.yaml]\nnamespace: prod\n",
  "/w/plain/cm.yaml": "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}\n",
  "/w/policy/kustomization.yaml": "resources: [p.yaml]\nnamespace: prod\n",
  "/w/policy/p.yaml": POLICY,
  "/w/dotted/kustomization.yaml": "resources: ['x - ../../../plain']\n",
  "/w/broken/kustomization.yaml": "resources: [missing.yaml]\n",
  "/w/part/kustomization.yaml": "kind: Component\n",
};

function verify(theirs: string, ...args: string[]): Promise<{ code: number; host: MemoryHost }> {
  return verifyIn(new MemoryFileSystem(FILES, "/w"), theirs, ...args);
}

async function verifyIn(
  files: MemoryFileSystem,
  theirs: string,
  ...args: string[]
): Promise<{ code: number; host: MemoryHost }> {
  const host = new HostWithKustomize(files, theirs);
  return { code: await run(["verify", ...args], host), host };
}

Deno.test("verify agrees with the release that the other program reports", async () => {
  for (const release of ["v5.8.1", "v5.8.3"]) {
    const { code, host } = await verify(release);
    assertEquals([code, host.stderr], [0, ""]);
    assertStringIncludes(host.stdout, `targets agree with kustomize ${release}`);
  }
});

Deno.test("verify reports differences, and targets that only one of the programs builds", async () => {
  const { code, host } = await verify("v5.8.1", "--compat", "v5.8.3");
  assertEquals(code, 1);
  assertStringIncludes(host.stdout, "policy: differs\n  stdout, line 5\n    -   namespace: prod\n");
  assertStringIncludes(
    host.stdout,
    "  file admissionregistration.k8s.io_v1_validatingadmissionpolicy_p.yaml, line 5\n    -   namespace: prod\n",
  );
  assertStringIncludes(host.stdout, "dotted: only kustomize builds it\n  Error: the path 'x - ../../../plain'");
  assertStringIncludes(host.stdout, "1 of 4 targets agree with kustomize v5.8.3");
});

Deno.test("the JSON of verify contains no text of a file", async () => {
  const { code, host } = await verify("v5.8.1", "--compat", "v5.8.3", "--format", "json");
  const { kind, summary, results } = JSON.parse(host.stdout);
  assertEquals([code, kind, summary.release, summary.targets, summary.components], [1, "VerifyReport", "v5.8.3", 4, 1]);
  assertEquals(results.map(({ target, verdict }: Record<string, string>) => [target, verdict]), [
    ["broken", "neither"],
    ["dotted", "only-other"],
    ["plain", "agrees"],
    ["policy", "differs"],
  ]);
  const others = results.filter(({ verdict }: Record<string, string>) => verdict !== "differs");
  assertEquals(others.flatMap(({ differences }: Record<string, unknown[]>) => differences), []);
  assertEquals(host.stdout.includes("namespace: prod"), false);
});

Deno.test("verify writes nothing to the tree", async () => {
  const files = new MemoryFileSystem(FILES, "/w");
  await run(["verify"], new HostWithKustomize(files, "v5.8.1"));
  const found: string[] = [];
  const walk = (path: string) => {
    for (const name of files.readDir(path)) {
      if (files.stat(`${path}/${name}`)!.isDirectory) walk(`${path}/${name}`);
      else found.push(`${path}/${name}`);
    }
  };
  walk("/w");
  assertEquals(found.sort(), Object.keys(FILES).sort());
});

Deno.test("verify returns 2 if it fails", async () => {
  assertEquals((await verify("v5.8.1", "plain")).code, 0);
  assertEquals((await verify("v5.8.1", "plain", "policy")).code, 2);
  assertEquals((await verify("v5.8.1", "nowhere")).code, 2);
  assertEquals((await verify("v5.8.1", "--format", "xml")).code, 2);
});

Deno.test("verify returns 2 if there is nothing to compare, or a folder cannot be searched", async () => {
  const { code, host } = await verify("v5.8.1", "--include", "nothing");
  assertEquals([code, host.stdout], [2, ""]);
  assertStringIncludes(host.stderr, "there is no kustomization to build in or below '.' [no-kustomization]");
  class Refusing extends MemoryFileSystem {
    override readDir(path: string): string[] {
      if (path === "policy") throw new FileError("permission", path, `${path}: permission denied`);
      return super.readDir(path);
    }
  }
  const refused = await verifyIn(new Refusing(FILES, "/w"), "v5.8.1");
  assertEquals([refused.code, refused.host.stderr], [
    2,
    "Error: cannot access 'policy': permission denied [file-error]\n",
  ]);
  assertStringIncludes(refused.host.stdout, "2 of 3 targets agree");
});

Deno.test("verify compares standard output of resources that neither program can write to files", async () => {
  const files = {
    "/w/kustomization.yaml": "resources: [cm.yaml]\n",
    "/w/cm.yaml": "{apiVersion: v1, kind: ConfigMap, metadata: {name: a/b}}\n",
  };
  const host = new HostWithKustomize(new MemoryFileSystem(files, "/w"), "v5.8.3");
  assertEquals(await run(["verify"], host), 0);
  assertStringIncludes(host.stdout, "1 of 1 targets agree");
});
