/** Where a field of the output comes from. */

import type { Place } from "../../diagnostics/diagnostic.ts";
import { resIdToString } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import { placeOf } from "../../yaml/tree/node.ts";
import type { Draft } from "./finding.ts";
import type { At } from "./pods.ts";

/** A field as parts of a finding. What a step made has no place of its own: then it is that of the resource. */
export function atField(resource: Resource, { node, pointer }: At): Pick<Draft, "place" | "id" | "pointer"> {
  const place: Place | undefined = placeOf(node) ?? resource.place;
  return { ...(place === undefined ? {} : { place }), id: resIdToString(resource.id), pointer };
}
