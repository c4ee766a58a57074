/** The place of a field of the output. */

import { resIdToString } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import { placeOf } from "../../yaml/tree/place.ts";
import type { Draft } from "./finding.ts";
import type { At } from "./pods.ts";

/**
 * A field as parts of a finding. If a step has written it without a place, it has that of its resource for now.
 *
 * @param faultOf Why a text of the field is wrong (see `LostField`).
 */
export function atField(
  resource: Resource,
  { node, pointer }: At,
  faultOf?: (text: string) => string | undefined,
): Pick<Draft, "place" | "id" | "pointer" | "lost"> {
  const place = placeOf(node);
  const lost = place === undefined && pointer !== "" ? { owner: resource, faultOf } : undefined;
  return { place: place ?? resource.place, id: resIdToString(resource.id), pointer, lost };
}
