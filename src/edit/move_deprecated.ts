/** What kustomize does to a kustomization whenever it reads one (FixKustomization), for an edit. */

import { requiredApiVersion } from "../kustomization/decode.ts";
import * as table from "../kustomization/fields.ts";
import { moveFields } from "../kustomization/moves.ts";
import type { Kustomization } from "./fields.ts";

/** Fills in `kind` and `apiVersion`, and moves deprecated fields whose successors mean the same. */
export function moveDeprecated(fields: Kustomization): void {
  fields.kind ||= "Kustomization";
  fields.apiVersion ||= requiredApiVersion(fields.kind);
  moveFields(fields, table.kustomization, () => ({}));
}
