/** Where resources and their changes come from, for `buildMetadata`. */

import { parseRepoSpec } from "../../load/remote/git_url.ts";
import { joinPath } from "../../text/paths.ts";
import { failKind } from "../../model/fields/field_error.ts";
import type { Origin } from "../../model/history.ts";
import { type Resource, updateHistory } from "../../model/resource.ts";
import { isNull } from "../../yaml/scalar/resolve.ts";

/** The origin of what `path` names, seen from `origin`; a repository starts anew at its own root. */
export function appendToOrigin(origin: Origin, path: string): Origin {
  const spec = parseRepoSpec(path);
  if (spec === undefined) return { ...origin, path: joinPath(origin.path ?? "", path) };
  // kustomize takes the path of the clone that it has not made yet and cuts off its top, which at the root is all there is.
  const inClone = joinPath("/", spec.path).slice(1) || "notCloned";
  return {
    ...origin,
    path: inClone,
    repo: spec.cloneUrl,
    ref: spec.ref || undefined,
  };
}

/**
 * Says where a resource of a file comes from. kustomize writes this into the annotations at once, so that other than a mapping
 * there, which it drops at the end of other builds, is an error (`wrong-type`).
 */
export function setOriginOfFile(resource: Resource, origin: Origin): void {
  const annotations = resource.metadata?.get("annotations");
  if (annotations !== undefined && annotations.kind !== "mapping" && !isNull(annotations)) {
    failKind("mapping", annotations, { path: "metadata/annotations", resource });
  }
  updateHistory(resource, { origin });
}

/** The origin of what a field of a kustomization file makes or changes: a built-in generator or transformer. */
export function builtInOrigin(origin: Origin, kustomizationFile: string, kind: string): Origin {
  const { repo, ref } = origin;
  return {
    repo,
    ref,
    configuredIn: joinPath(origin.path ?? "", kustomizationFile),
    configuredBy: { apiVersion: "builtin", kind },
  };
}

/** The origin of what a configured plugin makes or changes, by the object that configures it. */
export function pluginOrigin(config: Resource): Origin | undefined {
  const { origin } = config.history;
  if (origin === undefined) return undefined;
  const { repo, ref, path } = origin;
  const { apiVersion, kind, name, namespace } = config;
  return {
    repo,
    ref,
    configuredIn: path,
    configuredBy: { apiVersion, kind, name, namespace },
  };
}
