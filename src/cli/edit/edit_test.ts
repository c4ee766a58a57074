/**
 * The common behaviour of all `edit` commands, on an in-memory host. Goldens under `testdata/edit/` test each command.
 */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { MemoryHost } from "../../testing/memory_host.ts";
import { FileError } from "../../load/file_system.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { run } from "../run.ts";
import { GENERATORS, TRANSFORMERS } from "../../pipeline/plugins/registry.ts";

async function edit(args: string[], files: Record<string, string>, fs = new MemoryFileSystem(files, "/w")) {
  const host = new MemoryHost(fs);
  const code = await run(["edit", ...args], host);
  return { code, stdout: host.stdout, stderr: host.stderr, fs };
}

Deno.test("edit accepts a folder or file by --path, -k and --kustomization", async () => {
  for (const flag of [["--path", "sub"], ["-k", "sub/kustomization.yml"], ["--kustomization=./sub/"]]) {
    const { code, fs, stderr } = await edit(["set", "namespace", "x", ...flag], { "/w/sub/kustomization.yml": "" });
    assertEquals([code, stderr], [0, ""], flag.join(" "));
    assertStringIncludes(fs.readText("/w/sub/kustomization.yml"), "namespace: x\n");
  }
});

Deno.test("edit add checks what it adds, except resources with --no-verify", async () => {
  for (const noun of ["component", "resource"]) {
    const { code, stderr } = await edit(["add", noun, "nowhere"], { "/w/kustomization.yaml": "" });
    assertEquals([code, stderr.includes("nowhere")], [1, true], noun);
  }
  const { code, fs } = await edit(["add", "resource", "nowhere", "--no-verify"], { "/w/kustomization.yaml": "" });
  assertEquals(code, 0);
  assertStringIncludes(fs.readText("/w/kustomization.yaml"), "- nowhere\n");
});

Deno.test("edit add names the file or pattern that matches nothing", async () => {
  const cases: [args: string[], stderr: string][] = [
    [["resource", "no*.yaml"], "Error: 'no*.yaml' matches no file or folder [not-found]\n"],
    [
      ["resource", "{a,b}.yaml"],
      "Error: '{a,b}.yaml' does not exist [not-found]\nhint: your shell expands patterns that are not in quotes\n",
    ],
    [["configmap", "c", "--from-file=no"], "no has no match\nError: --from-file: 'no' matches no file [not-found]\n"],
    [
      ["configmap", "c", "--from-file=no", "--path=sub"],
      "no has no match\nError: --from-file: 'no' matches no file [not-found]\n  sub/no\n",
    ],
    [
      ["configmap", "c", "--from-file=../out"],
      "Error: security: the file '../out' is not in or below '.' [outside-root]\nhint: move it below the kustomization\n",
    ],
  ];
  for (const [args, expected] of cases) {
    const { stderr } = await edit(["add", ...args], {
      "/out": "",
      "/w/kustomization.yaml": "",
      "/w/sub/kustomization.yaml": "",
    });
    assertEquals(stderr, expected, args.join(" "));
  }
});

Deno.test("edit accepts a file with any name", async () => {
  const { code, fs } = await edit(["set", "namespace", "x", "--path", "other.yaml"], { "/w/other.yaml": "" });
  assertEquals(code, 0);
  assertStringIncludes(fs.readText("/w/other.yaml"), "namespace: x\n");
});

Deno.test("edit fix edits a file with another name without building it", async () => {
  const { code, stdout, fs } = await edit(["fix", "-k", "other.yaml"], { "/w/other.yaml": "bases: [nowhere]\n" });
  assertEquals([code, stdout.includes("Warning:")], [0, false]);
  assertStringIncludes(fs.readText("/w/other.yaml"), "resources:\n- nowhere\n");
});

Deno.test("edit does not change the file if the edit fails or there is nothing to do", async () => {
  const yaml = "# mine\nresources: [a]  # as it is\n";
  for (
    const [code, ...args] of [
      [1, "remove", "label", "x"],
      [1, "add", "configmap", "c", "--from-literal=k"],
      [0, "remove", "resource", "b"],
      [0, "remove", "patch", "--path", "b"],
      [0, "add", "generator", "nope"],
    ] as [number, ...string[]][]
  ) {
    const result = await edit(args, { "/w/kustomization.yaml": yaml });
    assertEquals([result.code, result.fs.readText("/w/kustomization.yaml")], [code, yaml], args.join(" "));
  }
});

Deno.test("edit does not write an unchanged file", async () => {
  class ReadOnly extends MemoryFileSystem {
    override replaceFile(path: string): never {
      throw new FileError("permission", path, `${path}: permission denied`);
    }
  }
  const yaml = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: x\n";
  const fs = new ReadOnly({ "/w/kustomization.yaml": yaml }, "/w");
  assertEquals((await edit(["set", "namespace", "x"], {}, fs)).code, 0);
  const { code, stderr } = await edit(["set", "namespace", "y"], {}, fs);
  assertEquals(code, 1);
  assertEquals(
    stderr,
    "Error: cannot write 'kustomization.yaml': permission denied [file-error]\nhint: the file is unchanged\n",
  );
});

Deno.test("edit reports if a format could not be kept", async () => {
  const { stderr } = await edit(["set", "namespace", "x", "--keep-format", "--path", "sub"], {
    "/w/sub/kustomization.yaml": "{resources: [a]}\n",
  });
  assertEquals(stderr, "sub/kustomization.yaml was rewritten: its format could not be kept\n");
});

Deno.test("edit alpha-list-builtin-plugin lists the built-in kinds", async () => {
  const { stdout } = await edit(["alpha-list-builtin-plugin"], {});
  assertEquals((await edit(["list-builtin-plugins"], {})).stdout, stdout);
  assertStringIncludes(stdout, "Builtin plugins:\n\n * ConfigMapGenerator\n");
  const kinds = [...GENERATORS, ...TRANSFORMERS].map(({ kind }) => kind);
  assertEquals(stdout.match(/(?<=^ \* ).*$/gm)?.toSorted(), kinds.sort());
});
