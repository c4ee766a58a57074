/** Programs, http, the environment and temporary folders of this process, loaded at their first use. */

import process from "node:process";
import type { Capabilities } from "../load/capabilities.ts";
import { isPermitted, requirePermission } from "./process/permissions.ts";
import { makeTempDir } from "./process/temp_dirs.ts";
import { ownValue } from "../text/own_value.ts";

/**
 * What helm charts, functions and plugins need: `BuildOptions.capabilities` on Deno, Bun and Node.
 *
 * Programs that are still running, and temporary folders, are removed when the process exits. Signals are left to the
 * embedder. Under Deno, a missing permission is an error named `NotCapable`.
 */
export const capabilities: Capabilities = {
  // Under `deno run`, a variable without permission counts as not set: a prompt or an error would be worse.
  env: (name) => isPermitted({ name: "env", variable: name }) ? ownValue(process.env, name) : undefined,
  environment: () => {
    requirePermission({ name: "env" }, "--allow-env");
    return { ...process.env } as Record<string, string>;
  },
  run: async (request) => (await import("./commands/run_command.ts")).runCommand(request),
  httpGet: async (url, options) => (await import("./http_get.ts")).httpGet(url, options),
  makeTempDir,
};
