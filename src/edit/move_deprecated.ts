/** The changes that kustomize makes whenever it reads a kustomization (FixKustomization), for an edit. */

import { requiredApiVersion } from "../kustomization/decode.ts";
import * as table from "../kustomization/fields.ts";
import { moveFields } from "../kustomization/moves.ts";
import type { Kustomization } from "./fields.ts";

/** Fills in `kind` and `apiVersion`, and moves deprecated fields to successors with the same meaning. */
export function moveDeprecated(fields: Kustomization): void {
  fields.kind ||= "Kustomization";
  fields.apiVersion ||= requiredApiVersion(fields.kind);
  moveFields(fields, table.kustomization, () => ({}));
}
