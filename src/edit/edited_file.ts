/** A kustomization file during an edit: its text, and its fields as mutable values. */

import type { Compat } from "../compat/compat.ts";
import type { Details } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";
import { decodeKustomization, type FieldName, type FileCodec, fileCodec, type Kustomization } from "./fields.ts";
import { moveDeprecated } from "./move_deprecated.ts";
import { rootOf } from "./root.ts";
import { fieldNamed } from "./struct_codec.ts";

export class EditedFile {
  readonly source: Source;
  /** The release's fields. */
  readonly codec: FileCodec;
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
  readonly #compat: Compat;

  /** Throws `KustError` if the text is not a kustomization. */
  constructor(source: Source, compat: Compat) {
    this.source = source;
    this.#compat = compat;
    this.codec = fileCodec(compat);
    this.root = rootOf(source);
    this.fields = decodeKustomization(this.root, this.codec);
    moveDeprecated(this.fields);
  }

  /** The file with another text. */
  withText(text: string): EditedFile {
    return new EditedFile(new Source(this.source.name, text), this.#compat);
  }

  /** The place of a field in the file, for a diagnostic; nothing if the file does not have the field. */
  placed(field: FieldName): Pick<Details, "place"> {
    const entries = this.root?.kind === "mapping" ? this.root.entries : [];
    const entry = entries.find(({ key }) =>
      key.kind === "scalar" && fieldNamed(this.codec.fields, key.value) === field
    );
    return atPlace(entry?.key);
  }
}
