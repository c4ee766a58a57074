/**
 * The vocabulary that `fields.ts` and related files use to describe each field of a configuration file. Decoding for a
 * build, reading and writing for an edit, localizing, prefetching and the types of the values are all derived from
 * these descriptions.
 */

import type { FieldOptions, Fields, FieldType, StructType } from "./field_type.ts";

export const text = { kind: "text" } as const;
/** A text in an embedded Go struct, for which numbers and booleans are never accepted. */
export const exactText = { kind: "exact text" } as const;
/** A text that keeps its place in a build. */
export const placedText = { kind: "placed text" } as const;
export const flag = { kind: "flag" } as const;
/** A 64-bit integer. */
export const integer = { kind: "integer" } as const;
/** An integer that is always small enough for arithmetic. */
export const smallInteger = { kind: "small integer" } as const;
export const textMap = { kind: "text map", known: {} } as const;
/** A map with values of any type. */
export const anyMap = { kind: "any map" } as const;

export function list<const T extends FieldType>(element: T) {
  return { kind: "list", element } as const;
}

/** A pointer in Go, for which absent differs from empty. */
export function pointer<const T extends FieldType>(to: T) {
  return { kind: "pointer", to } as const;
}

export function struct<const F extends Fields>(fields: F): StructType<F> {
  return { kind: "struct", fields };
}

/** Adds options to a type. */
export function field<const T extends FieldType, const O extends FieldOptions>(type: T, options: O): T & O {
  return { ...type, ...options };
}
