import { assertEquals, assertThrows } from "@std/assert";
import { build } from "../../pipeline/build.ts";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { FileError } from "../../load/file_system.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { outputFiles } from "./output_files.ts";
import { writeOutput } from "./write_output.ts";

/** Creates resources from `Kind/name` or `Kind/name/namespace`. */
async function resources(...ids: string[]) {
  const documents = ids.map((id) => {
    const [kind, name, namespace] = id.split("/");
    return `{apiVersion: v1, kind: ${kind}, metadata: {name: "${name}"${
      namespace ? `, namespace: ${namespace}` : ""
    }}}\n`;
  });
  const files = new MemoryFileSystem({
    "/kustomization.yaml": "resources: [r.yaml]\nsortOptions: {order: fifo}\n",
    "/r.yaml": documents.join("---\n"),
  });
  const { resources, errors } = await build(files, "/");
  assertEquals(errors, []);
  return resources;
}

async function names(...ids: string[]): Promise<string[]> {
  return outputFiles(await resources(...ids)).map(({ name }) => name);
}

Deno.test("outputFiles() names files by group, version, kind and name, in lower case", async () => {
  assertEquals(await names("Service/Web", "ConfigMap/web"), ["v1_service_web.yaml", "v1_configmap_web.yaml"]);
});

Deno.test("outputFiles() starts names with the namespace if there are several", async () => {
  assertEquals(await names("Service/a", "Service/b/prod"), ["default_v1_service_a.yaml", "prod_v1_service_b.yaml"]);
  assertEquals(await names("Namespace/n", "Service/b/prod"), ["v1_service_b.yaml", "v1_namespace_n.yaml"]);
});

Deno.test("outputFiles() rejects a name that would lead to another folder", async () => {
  const made = await resources("Service/web");
  const [service] = made;
  service!.name = "../../web";
  assertEquals(assertThrows(() => outputFiles(made), KustError).diagnostic.code, "invalid-file-name");
});

Deno.test("writeOutput() reports what it cannot write", async () => {
  const made = await resources("Service/web");
  const host = new MemoryHost();
  assertEquals(assertThrows(() => writeOutput(made, "nope/out.yaml", host), KustError).diagnostic, {
    code: "file-error",
    message: "cannot write the output: nope/out.yaml: no such file or directory",
    hint: "create the folder first",
  });
  host.fs.writeFile = () => {
    throw new FileError("permission", "x", "x: permission denied");
  };
  assertEquals(
    assertThrows(() => writeOutput(made, "x", host), KustError).message,
    "cannot write the output: x: permission denied",
  );
});

Deno.test("outputFiles() rejects namespaces, kinds and versions that would lead to another folder", async () => {
  const texts = [
    "{apiVersion: v1, kind: A, metadata: {name: a, namespace: ../esc/z}}\n---\n" +
    "{apiVersion: v1, kind: A, metadata: {name: a, namespace: b}}",
    "{apiVersion: v1, kind: /../../esc/Z, metadata: {name: a}}",
    "{apiVersion: a/../v1, kind: Z, metadata: {name: a}}",
    '{apiVersion: v1, kind: "Z\\0", metadata: {name: a}}',
  ];
  for (const text of texts) {
    const files = new MemoryFileSystem({ "/kustomization.yaml": "resources: [r.yaml]\n", "/r.yaml": text });
    const { resources, errors } = await build(files, "/");
    assertEquals(errors, []);
    assertEquals(assertThrows(() => outputFiles(resources), KustError).diagnostic.code, "invalid-file-name", text);
  }
});

Deno.test("writeOutput() writes through links inside of the folder alone", async () => {
  const files = new MemoryFileSystem({ "/out/own.yaml": "", "/elsewhere.yaml": "" });
  const host = new MemoryHost(files);
  const [one] = await resources("Service/a");
  const link = "/out/v1_service_a.yaml";
  for (
    const [target, isRefused] of [["own.yaml", false], ["../elsewhere.yaml", true], ["../new.yaml", true]] as const
  ) {
    files.remove(link);
    files.makeLink(link, target);
    const write = () => writeOutput([one!], "/out", host);
    if (isRefused) assertEquals(assertThrows(write, KustError).diagnostic.code, "outside-root", target);
    else write();
  }
  assertEquals([files.readText("/out/own.yaml") === "", files.readText("/elsewhere.yaml")], [false, ""]);
});
