/** What this browser remembers of how the user likes the page. */

/** A preference that was stored before; undefined in pages that may store nothing, in which browsers throw. */
export function preference(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Without a value, the default is used from now on. */
export function prefer(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // It lasts until the page is closed.
  }
}
