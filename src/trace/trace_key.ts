/** What names a resource from the first step of a build to the last. */

import type { Resource } from "../model/resource.ts";

export function traceKey({ originalId: { gvk, name } }: Resource): string {
  return `${gvk.kind}/${name}`;
}
