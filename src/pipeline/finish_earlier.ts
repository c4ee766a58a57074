/** What only releases before the newest do at the end of a build. */

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

/** To releases that do not mark what comes of a chart, the mark in a file is an annotation like any other. */
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
