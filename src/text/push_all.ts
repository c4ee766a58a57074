/** Adds to a list. */

/** Like `list.push(...more)`, which fails for more values than an engine has room for arguments. */
export function pushAll<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}
