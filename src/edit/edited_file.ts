/** A kustomization file during an edit: its text, and its fields as mutable values. */

import type { Details } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";
import { decodeKustomization, type FieldName, type Kustomization, kustomization } from "./fields.ts";
import { moveDeprecated } from "./move_deprecated.ts";
import { rootOf } from "./root.ts";
import { fieldNamed } from "./struct_codec.ts";

export class EditedFile {
  readonly source: Source;
  /** The first document; undefined if there is none. */
  readonly root: Node | undefined;
  /**
   * The values, which edits change in place. Deprecated fields that kustomize moves on every read have already been
   * moved.
   */
  readonly fields: Kustomization;
  /** Whether other deprecated fields may stay if the file's format is kept: `edit fix` unsets it. */
  keepsDeprecated = true;
  /** Notices for the user about an edit that did less than requested. */
  readonly notices: string[] = [];

  /** Throws `KustError` if the text is not a kustomization. */
  constructor(source: Source) {
    this.source = source;
    this.root = rootOf(source);
    this.fields = decodeKustomization(this.root);
    moveDeprecated(this.fields);
  }

  /** The place of a field in the file, for a diagnostic; nothing if the file does not have the field. */
  placed(field: FieldName): Pick<Details, "place"> {
    const entries = this.root?.kind === "mapping" ? this.root.entries : [];
    const entry = entries.find(({ key }) =>
      key.kind === "scalar" && fieldNamed(kustomization.fields, key.value) === field
    );
    return atPlace(entry?.key);
  }
}
