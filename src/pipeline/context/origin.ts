/** The origins of resources and their changes, for `buildMetadata`. */

import { parseRepoSpec } from "../../load/remote/git_url.ts";
import { joinPath } from "../../text/paths.ts";
import { failKind } from "../../model/fields/field_error.ts";
import type { Origin } from "../../model/history.ts";
import { type Resource, updateHistory } from "../../model/resource.ts";
import { isNull } from "../../yaml/scalar/resolve.ts";

/** The origin of `path` as seen from `origin`; the path of a repository starts at its own root. */
export function appendToOrigin(origin: Origin, path: string): Origin {
  const spec = parseRepoSpec(path);
  if (spec === undefined) return { ...origin, path: joinPath(origin.path ?? "", path) };
  // kustomize uses the path of the clone before it is made, and cuts off its first part, which at the root is all of
  // it.
  const inClone = joinPath("/", spec.path).slice(1) || "notCloned";
  return {
    ...origin,
    path: inClone,
    repo: spec.cloneUrl,
    ref: spec.ref || undefined,
  };
}

/**
 * Records the origin of a resource from a file. kustomize writes it into the annotations at once, so that annotations
 * that are not a mapping, which it otherwise drops at the end of a build, are an error (`wrong-type`).
 */
export function setOriginOfFile(resource: Resource, origin: Origin): void {
  const annotations = resource.metadata?.get("annotations");
  if (annotations !== undefined && annotations.kind !== "mapping" && !isNull(annotations)) {
    failKind("mapping", annotations, { path: "metadata/annotations", resource });
  }
  updateHistory(resource, { origin });
}

/** The origin of a built-in generator or transformer that a field of a kustomization file configures. */
export function builtInOrigin(origin: Origin, kustomizationFile: string, kind: string): Origin {
  const { repo, ref } = origin;
  return {
    repo,
    ref,
    configuredIn: joinPath(origin.path ?? "", kustomizationFile),
    configuredBy: { apiVersion: "builtin", kind },
  };
}

/** The origin of a generator or transformer that the object `config` configures. */
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
