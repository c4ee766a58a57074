/** How strictly the objects of configuration files are read. */

import { type Compat, NEWEST } from "../compat/compat.ts";
import type { Dialect } from "../yaml/scalar/dialect.ts";

export interface ReaderMode {
  /** Whether unknown fields are rejected or ignored. */
  strict: boolean;
  /** Whether numbers and booleans are accepted as text, as in the settings of plugins. */
  coerce: boolean;
  /** v2 treats `yes`, `on` and the like as booleans. */
  dialect: Dialect;
  /** The release that decides which fields exist. */
  compat: Compat;
  /**
   * Whether kustomize decodes the object with go-yaml v3 alone, without JSON in between: any scalar is a text, `"yes"`
   * is true, and null items are left out.
   */
  direct?: true;
}

/** The mode for kustomization files. */
export const STRICT: ReaderMode = { strict: true, coerce: false, dialect: "v2", compat: NEWEST };
/** The mode for the settings of built-in plugins. */
export const LENIENT: ReaderMode = { strict: false, coerce: true, dialect: "v3", compat: NEWEST };
/** The mode for the settings of plugins whose Go struct embeds all of them. */
export const LENIENT_EXACT: ReaderMode = { ...LENIENT, coerce: false };
