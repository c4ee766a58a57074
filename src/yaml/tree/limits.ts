/** Limits of go-yaml that reading and printing share. */

/** How deep collections may be nested, in block and in flow style each. */
export const MAX_DEPTH = 10_000;

/** How far, in characters, the `:` of a key without `?` may be from the key's start. */
export const SIMPLE_KEY_LIMIT = 1024;
