/**
 * The words in which `fields.ts` and its neighbours describe each field of a configuration file, once. Reading for a build, reading
 * and writing for an edit, localizing and fetching all follow those descriptions, and so do the types of the values.
 */

import type { FieldOptions, Fields, FieldType, StructType } from "./field_type.ts";

export const text = { kind: "text" } as const;
/** A text of a Go struct that another one embeds: numbers and booleans are never taken for text there. */
export const exactText = { kind: "exact text" } as const;
/** A text of which a build keeps the place. */
export const placedText = { kind: "placed text" } as const;
export const flag = { kind: "flag" } as const;
/** A whole number of 64 bits. */
export const integer = { kind: "integer" } as const;
/** A whole number that is never so large that a build could not count with it. */
export const smallInteger = { kind: "small integer" } as const;
export const textMap = { kind: "text map", known: {} } as const;
/** A map of values of any shape. */
export const anyMap = { kind: "any map" } as const;

export function list<const T extends FieldType>(element: T) {
  return { kind: "list", element } as const;
}

/** What is behind a pointer in Go: it can be absent, which differs from being empty. */
export function pointer<const T extends FieldType>(to: T) {
  return { kind: "pointer", to } as const;
}

export function struct<const F extends Fields>(fields: F): StructType<F> {
  return { kind: "struct", fields };
}

/** A type with what is known of the field. */
export function field<const T extends FieldType, const O extends FieldOptions>(type: T, options: O): T & O {
  return { ...type, ...options };
}
