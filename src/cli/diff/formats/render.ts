/** The formats of reports. */

import type { EffectCode } from "../../../diagnostics/codes/effects.ts";
import type { Host } from "../../../host/host.ts";
import type { Painter } from "../../output/paint.ts";
import { githubReport } from "./github.ts";
import { htmlReport } from "./html.ts";
import { humanReport } from "./human.ts";
import { jsonReportOfTargets } from "./json.ts";
import { markdownReport } from "./markdown.ts";
import type { Report } from "./report.ts";
import { unifiedReport } from "./unified.ts";

export const FORMATS = ["human", "unified", "markdown", "html", "json", "github"] as const;

type Format = typeof FORMATS[number];

/** Columns to fold at if standard output is not a terminal. */
const COLUMNS_OF_A_FILE = 120;

export interface Form {
  format: Format;
  colors: Painter;
  /** The maximum number of bytes of Markdown; 0 for no limit. */
  limitBytes: number;
  /** Effects that are errors. */
  failOn: readonly EffectCode[];
}

/** An empty report. */
export function reportIn({ format, colors, limitBytes, failOn }: Form, host: Host): Report {
  switch (format) {
    case "human": {
      const { stdout, columns } = host.terminal;
      return humanReport({ colors, columns: stdout ? columns : COLUMNS_OF_A_FILE });
    }
    case "unified":
      return unifiedReport(colors);
    case "markdown":
      return markdownReport(limitBytes);
    case "html":
      return htmlReport();
    case "json":
      return jsonReportOfTargets();
    case "github":
      return githubReport(failOn, host);
  }
}
