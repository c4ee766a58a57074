/** A kustomization file that is being edited: its text, and its fields as values to change. */

import type { Place } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { atPlace, type Node } from "../yaml/tree/node.ts";
import { decodeKustomization, type FieldName, type Kustomization, kustomization } from "./fields.ts";
import { moveDeprecated } from "./move_deprecated.ts";
import { rootOf } from "./root.ts";
import { fieldNamed } from "./struct_codec.ts";

export class EditedFile {
  readonly source: Source;
  /** The first document; undefined where the file has none. */
  readonly root: Node | undefined;
  /** What edits change in place. Fields that kustomize moves whenever it reads a file have been moved. */
  readonly fields: Kustomization;
  /** Whether deprecated fields that an edit does not concern may stay where the file's format is kept: `edit fix` unsets it. */
  keepsDeprecated = true;
  /** What the user should hear of an edit that did less than it was asked for. */
  readonly notices: string[] = [];

  /** Throws `KustError` where the text is no kustomization. */
  constructor(source: Source) {
    this.source = source;
    this.root = rootOf(source);
    this.fields = decodeKustomization(this.root);
    moveDeprecated(this.fields);
  }

  /** `{ place }` of a field in the file, for a diagnostic; empty where the file does not have the field. */
  placed(field: FieldName): { place?: Place } {
    if (this.root?.kind !== "mapping") return {};
    const entry = this.root.entries.find(({ key }) =>
      key.kind === "scalar" && fieldNamed(kustomization.fields, key.value) === field
    );
    return entry === undefined ? {} : atPlace(entry.key);
  }
}
