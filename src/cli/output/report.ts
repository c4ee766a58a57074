/** Reports errors on stderr. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { wantsColor } from "./paint.ts";
import { clearProgressLine } from "./progress_line.ts";
import { renderDiagnostic } from "./render_diagnostic.ts";

export function reportErrors(errors: readonly Diagnostic[], host: Host): void {
  clearProgressLine(host);
  const { stderr, columns } = host.terminal;
  const options = { color: wantsColor(stderr, (name) => host.env(name)), ...stderr && { columns } };
  for (const error of errors) host.writeStderr(renderDiagnostic(error, options));
}
