/** A report in the format that is asked for. */

import type { Host } from "../../host/host.ts";
import type { Painter } from "../output/paint.ts";
import type { TargetDiff } from "./comparison.ts";
import { humanText } from "./human.ts";
import { diffJson } from "./json.ts";
import { unifiedText } from "./unified.ts";

export const FORMATS = ["human", "unified", "json"] as const;

export type Format = typeof FORMATS[number];

/** Columns to fold at if standard output is not a terminal. */
const COLUMNS_OF_A_FILE = 120;

export function render(format: Format, diffs: readonly TargetDiff[], colors: Painter, host: Host): string {
  switch (format) {
    case "human": {
      const { stdout, columns } = host.terminal;
      return humanText(diffs, { colors, columns: stdout ? columns : COLUMNS_OF_A_FILE });
    }
    case "unified":
      return unifiedText(diffs, colors);
    case "json":
      return diffJson(diffs);
  }
}
