/** A kustomization that is an object instead of a file. */

import { fail } from "../diagnostics/diagnostic.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../kustomization/file_names.ts";
import type { FileSystem } from "../load/file_system.ts";
import { LayeredFileSystem } from "../load/file_systems/layered_file_system.ts";
import { joinPath } from "../text/paths.ts";
import { fromPlain } from "../yaml/value/plain.ts";
import { print } from "../yaml/write/print.ts";
import { checkValue } from "./objects.ts";

/**
 * The files with a kustomization in a folder, in place of the one that may be there: for programs that compute a
 * kustomization, or change one that they have read. Nothing is written to `fileSystem`.
 *
 * The object has the fields of a kustomization file (`api/types/kustomization.go`). A build decodes it as strictly as a
 * file, and reports its mistakes with places in the YAML form of the object.
 *
 * @example
 * ```ts
 * import { build, MemoryFileSystem, printResources, withKustomization } from "@kust/kust";
 *
 * const disk = new MemoryFileSystem({ "/app/service.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n" });
 * const files = withKustomization(disk, "/app", { resources: ["service.yaml"], namespace: "shop" });
 * const { resources } = await build(files, "/app");
 * console.assert(printResources(resources).includes("namespace: shop"));
 * ```
 *
 * @param folder An existing folder, absolute or relative to `fileSystem.cwd()`.
 * @throws {KustError} If there is no such folder (`not-found`), and for values that YAML does not have
 * (`unsupported-yaml`).
 */
export function withKustomization(fileSystem: FileSystem, folder: string, kustomization: object): FileSystem {
  if (fileSystem.stat(folder)?.isDirectory !== true) {
    fail("not-found", `the folder '${folder}' does not exist`, { file: folder });
  }
  checkValue(kustomization, "the kustomization");
  const layered = new LayeredFileSystem(fileSystem);
  for (const name of KUSTOMIZATION_FILE_NAMES) layered.remove(joinPath(folder, name));
  layered.writeFile(
    joinPath(folder, KUSTOMIZATION_FILE_NAMES[0]!),
    print(fromPlain(kustomization), { sortKeys: false }),
  );
  return layered;
}
