/** `build -o FOLDER`: writes each resource to its own file, named as in kustomize. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { effectiveNamespace, NO_NAMESPACE } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import type { PrintOptions } from "../../yaml/write/print.ts";

/** For such a file, kustomize decodes the resource as it is, which it writes and reads again for standard output. */
export const PRINT_FILE: PrintOptions = { passage: "decoded" };

/** A file to write: its name and its resource. */
export interface OutputFile {
  name: string;
  resource: Resource;
}

/**
 * `apps_v1_deployment_web.yaml`, prefixed with the namespace (`prod_`) if the resources are in more than one. As in
 * kustomize, two names that differ only in case share a file, and the later resource wins.
 */
export function outputFiles(resources: readonly Resource[]): OutputFile[] {
  const namespaceOf = (resource: Resource) => effectiveNamespace(resource.id);
  const namespaces = new Set(resources.map(namespaceOf).filter((namespace) => namespace !== NO_NAMESPACE));
  const files = resources.map((resource) => {
    const namespace = namespaceOf(resource);
    const isTold = namespaces.size > 1 && namespace !== NO_NAMESPACE;
    return { name: fileName(resource, isTold ? namespace : ""), resource };
  });
  // Cluster-scoped resources are written last.
  const clusterScoped = ({ resource }: OutputFile) => namespaceOf(resource) === NO_NAMESPACE;
  return [...files.filter((file) => !clusterScoped(file)), ...files.filter(clusterScoped)];
}

/** Fails for a name that leads to another folder, or is not a file name. @param namespace "" to leave it out. */
function fileName(resource: Resource, namespace: string): string {
  const { gvk, name } = resource.id;
  const words = { namespace, group: gvk.group, version: gvk.version, kind: gvk.kind, name };
  for (const [word, text] of Object.entries(words)) {
    if (!/[/\0]/.test(text)) continue;
    const what = text.includes("/") ? "slash" : "null character";
    fail("invalid-file-name", `the ${word} '${text}' cannot be part of a file name: it contains a ${what}`, {
      place: resource.place,
      hint: "write all resources to one file: pass a file, not a folder, to -o",
    });
  }
  const parts = [gvk.group, gvk.version, gvk.kind].filter((part) => part !== "");
  return `${namespace === "" ? "" : `${namespace}_`}${[parts.join("_"), name].join("_")}.yaml`.toLowerCase();
}
