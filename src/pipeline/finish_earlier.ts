/** Steps at the end of a build that only earlier releases have. */

import type { Compat } from "../compat/compat.ts";
import { FROM_HELM } from "../history/history_annotations.ts";
import { pointingAt } from "../model/print_resource.ts";
import type { Resource } from "../model/resource.ts";
import { checkTextKeys } from "../yaml/write/text_keys.ts";

export function finishEarlier(resources: readonly Resource[], { has }: Compat): void {
  for (const resource of resources) {
    if (!has("charts-get-namespace")) showFromHelm(resource);
    if (!has("integer-keys")) checkKeys(resource);
  }
}

/** In releases that do not mark the resources of charts, the mark in a file is an ordinary annotation. */
function showFromHelm(resource: Resource): void {
  if (resource.history.fromHelm) resource.rewriteAnnotations((annotations) => annotations.set(FROM_HELM, "true"));
}

function checkKeys(resource: Resource): void {
  try {
    checkTextKeys(resource.node);
  } catch (error) {
    throw pointingAt(resource, error);
  }
}
