/** A report in the format that is asked for. */

import type { Host } from "../../../host/host.ts";
import type { Painter } from "../../output/paint.ts";
import type { TargetDiff } from "../comparison.ts";
import { githubText } from "./github.ts";
import { htmlText } from "./html.ts";
import { humanText } from "./human.ts";
import { diffJson } from "./json.ts";
import { markdownText } from "./markdown.ts";
import { unifiedText } from "./unified.ts";

export const FORMATS = ["human", "unified", "markdown", "html", "json", "github"] as const;

type Format = typeof FORMATS[number];

/** Columns to fold at if standard output is not a terminal. */
const COLUMNS_OF_A_FILE = 120;

export interface Form {
  format: Format;
  colors: Painter;
  /** The most bytes of Markdown; 0: any number. */
  limitBytes: number;
  /** Effects that are errors. */
  failOn: readonly string[];
}

export function render(diffs: readonly TargetDiff[], { format, colors, limitBytes, failOn }: Form, host: Host): string {
  switch (format) {
    case "human": {
      const { stdout, columns } = host.terminal;
      return humanText(diffs, { colors, columns: stdout ? columns : COLUMNS_OF_A_FILE });
    }
    case "unified":
      return unifiedText(diffs, colors);
    case "markdown":
      return markdownText(diffs, limitBytes);
    case "html":
      return htmlText(diffs);
    case "json":
      return diffJson(diffs);
    case "github":
      return githubText(diffs, failOn, host);
  }
}
