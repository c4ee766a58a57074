/**
 * Deno's permissions, looked at before they are needed: what is missing is told at once, and nobody is asked on a terminal. Other
 * runtimes have none.
 */

/** As Deno names it. */
export type Permission =
  | { name: "env"; variable?: string }
  | { name: "run"; command: string }
  | { name: "net"; host: string }
  | { name: "read" | "write"; path: string };

/** The part of Deno's own interface that is used here. */
interface DenoPermissions {
  permissions: { querySync(permission: Permission): { state: string } };
}

export function isPermitted(permission: Permission): boolean {
  const { Deno: deno } = globalThis as { Deno?: DenoPermissions };
  return deno === undefined || deno.permissions.querySync(permission).state === "granted";
}

/** Throws an error named `NotCapable`, as Deno's own, where the permission is missing. @param flag What gives it. */
export function requirePermission(permission: Permission, flag: string): void {
  if (isPermitted(permission)) return;
  const error = new Error(`deno run needs ${flag} for this`);
  error.name = "NotCapable";
  throw error;
}
