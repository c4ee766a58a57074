/** Limits of go-yaml that reading and printing share. */

/** Maximum nesting of collections, in block and in flow style each. */
export const MAX_DEPTH = 10_000;

/** Maximum distance in characters of a `:` from the start of its key without `?`. */
export const SIMPLE_KEY_LIMIT = 1024;
