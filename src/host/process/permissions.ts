/**
 * Checks Deno's permissions before they are needed, so that all missing ones are reported at once and without a prompt.
 * Other runtimes have none.
 */

/** Deno's name for it. */
export type Permission =
  | { name: "env"; variable?: string }
  | { name: "run"; command: string }
  | { name: "net"; host: string }
  | { name: "read" | "write"; path?: string };

/** The part of Deno's API used here. */
interface DenoPermissions {
  permissions: { querySync(permission: Permission): { state: string } };
}

export function isPermitted(permission: Permission): boolean {
  const { Deno: deno } = globalThis as { Deno?: DenoPermissions };
  return deno === undefined || deno.permissions.querySync(permission).state === "granted";
}

/**
 * Throws an error named `NotCapable`, like Deno's own, if the permission is missing. @param flag The flag that grants
 * it.
 */
export function requirePermission(permission: Permission, flag: string): void {
  if (isPermitted(permission)) return;
  const error = new Error(`deno run needs ${flag} for this`);
  error.name = "NotCapable";
  throw error;
}
