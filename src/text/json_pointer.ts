/** JSON pointers, RFC 6901. */

/** The keys and indexes of a pointer: `/a~1b/0` is `a/b` and `0`. */
export function pointerParts(pointer: string): string[] {
  return pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A key as a part of a pointer. */
export function escapePart(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
