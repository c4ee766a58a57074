/** The forms in which `kust lint` prints findings. */

import type { Host } from "../../host/host.ts";
import type { LintResult } from "../../lint/lint.ts";
import type { Level } from "../../lint/gather/finding.ts";
import { githubAnnotations } from "../output/github.ts";
import { findingsText } from "./human.ts";
import { findingsJson } from "./json.ts";
import { junitText } from "./junit.ts";
import { sarifText } from "./sarif.ts";

export const FORMATS = ["human", "json", "github", "sarif", "junit"] as const;

export interface Form {
  format: string;
  failOn: Level;
  color: boolean;
}

export function render(result: LintResult, { format, failOn, color }: Form, host: Host): string {
  switch (format) {
    case "json":
      return findingsJson(result);
    case "github":
      return githubText(result, host);
    case "sarif":
      return sarifText(result);
    case "junit":
      return junitText(result, failOn);
    default:
      return findingsText(result, color, host);
  }
}

function githubText({ findings }: LintResult, host: Host): string {
  const annotations = findings.map(({ level, message, hint, code, place, file }) => ({
    level: level === "note" ? "notice" as const : level,
    message: hint === undefined ? message : `${message}\n${hint}`,
    title: code,
    place,
    file,
  }));
  return githubAnnotations(annotations, host);
}
