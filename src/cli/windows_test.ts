import { assertEquals, assertStringIncludes } from "@std/assert";
import { windowsFileSystem } from "../host/files/windows_file_system.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { WindowsDisk } from "../testing/windows_disk.ts";
import { run } from "./run.ts";

const NAMED = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: dev-a\n";

function machine() {
  const disk = new WindowsDisk("D:\\repo");
  disk.makeDir("overlays\\dev");
  disk.makeDir("D:\\repo\\base");
  disk.writeFile("overlays\\dev\\kustomization.yaml", "resources:\r\n- ..\\..\\base\r\nnamePrefix: dev-\r\n");
  disk.writeFile("base/kustomization.yaml", "resources: [Map.yaml]\r\n");
  disk.writeFile("base/map.yaml", NAMED.replace("dev-", "").replaceAll("\n", "\r\n"));
  return { disk, host: Object.assign(new MemoryHost(), { fs: windowsFileSystem(disk) }) };
}

async function output(...line: string[]): Promise<string> {
  const { host } = machine();
  await run(line, host);
  return host.stdout + host.stderr;
}

Deno.test("paths of Windows are arguments, whatever their form", async () => {
  for (
    const path of [
      "overlays\\dev",
      "overlays/dev",
      ".\\overlays\\dev\\",
      "D:\\repo\\overlays\\dev",
      "d:/REPO/overlays/dev",
    ]
  ) {
    assertEquals(await output("build", path), NAMED);
  }
});

Deno.test("paths of Windows are values of flags, and files are written there", async () => {
  const { disk, host } = machine();
  assertEquals(await run(["build", "overlays\\dev", "--output=D:\\repo\\out.yaml"], host), 0);
  assertEquals(disk.readText("out.yaml"), NAMED);
  assertEquals(await run(["edit", "add", "resource", "..\\..\\base\\map.yaml", "-k", "overlays\\dev"], host), 0);
  assertEquals(disk.readText("overlays\\dev\\kustomization.yaml").includes("- ../../base/map.yaml\n"), true);
  const secret = ["edit", "add", "secret", "s", "-k", "overlays\\dev"];
  assertEquals(await run([...secret, "--from-literal=a=b\\c", "--disableNameSuffixHash"], host), 0, host.stderr);
  assertStringIncludes(disk.readText("overlays\\dev\\kustomization.yaml"), "  - a=b\\c\n");
});

Deno.test("errors name files with '/'", async () => {
  assertEquals(
    await output("build", "overlays\\prod"),
    "Error: 'overlays/prod' does not exist [not-found]\n",
  );
  const edit = ["edit", "set", "namespace", "x"];
  assertStringIncludes(await output(...edit, "-k", "overlays\\prod"), "'overlays/prod'");
});

Deno.test("a path with '\\' does not lead out of the root", async () => {
  const { disk, host } = machine();
  disk.writeFile("secret.yaml", NAMED);
  disk.writeFile("overlays\\dev\\kustomization.yaml", "resources:\n- ..\\..\\secret.yaml\n");
  assertEquals(await run(["build", "overlays\\dev"], host), 1);
  assertStringIncludes(host.stderr, "[outside-root]");
});
