/** Reports what a command throws. */

import { type Diagnostic, KustError } from "../../diagnostics/diagnostic.ts";
import { diagnosticOfEngineLimit } from "../../diagnostics/engine_limit.ts";
import { told } from "../../diagnostics/tell.ts";
import type { Host } from "../../host/host.ts";
import { diagnosticOfFileError, FileError } from "../../load/file_system.ts";
import { reportErrors } from "./report.ts";

/** Reports anything that was thrown. */
export async function reportFailure(error: unknown, stackTrace: boolean, host: Host): Promise<void> {
  reportErrors([await told(diagnosticOf(error))], host);
  if (stackTrace && error instanceof Error) host.writeStderr(`${error.stack}\n`);
}

function diagnosticOf(error: unknown): Diagnostic {
  if (error instanceof KustError) return error.diagnostic;
  if (error instanceof FileError) return diagnosticOfFileError(error);
  if (error instanceof Error && error.name === "NotCapable") return notAllowed(error);
  const limit = diagnosticOfEngineLimit(error);
  if (limit !== undefined) return limit;
  if (error instanceof Error && error.message.startsWith("environment variable was not valid unicode")) {
    return { code: "invalid-value", message: error.message, hint: "set it to a text in UTF-8, or unset it" };
  }
  return {
    code: "internal",
    message: `internal error: ${error instanceof Error ? error.message : String(error)}`,
    hint: "this is a bug in kust, please report it; --stack-trace shows where it happened",
  };
}

/** The permissions that features need on Deno, named all at once rather than one flag after the other. */
const PERMISSIONS = [
  "git repositories need --allow-run=git --allow-env --allow-read=.,/tmp --allow-write=/tmp, over http --allow-net too",
  "http files need --allow-net",
  "helm needs --allow-run=helm --allow-env --allow-read=.,/tmp --allow-write=/tmp",
  "functions need --allow-run --allow-env; legacy plugins --allow-read=.,/tmp --allow-write=/tmp too",
];

function notAllowed(error: Error): Diagnostic {
  return {
    code: "not-allowed",
    message: error.message,
    notes: PERMISSIONS.map((message) => ({ message })),
    hint: "'deno run -A' allows everything, as do the compiled programs kust and kust-bun",
  };
}
