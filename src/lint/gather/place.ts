/** The place of a field of the output. */

import type { Place } from "../../diagnostics/diagnostic.ts";
import { resIdToString } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import { placeOf } from "../../yaml/tree/place.ts";
import type { Draft } from "./finding.ts";
import type { At } from "./pods.ts";

/** A field as parts of a finding. A generated field has no place, so it gets that of its resource. */
export function atField(resource: Resource, { node, pointer }: At): Pick<Draft, "place" | "id" | "pointer"> {
  const place: Place | undefined = placeOf(node) ?? resource.place;
  return { ...(place === undefined ? {} : { place }), id: resIdToString(resource.id), pointer };
}
