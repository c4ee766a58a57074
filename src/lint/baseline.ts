/** A baseline: the known findings of a repository, so that only new ones are reported. */

import { fail } from "../diagnostics/diagnostic.ts";
import { sha256Hex } from "../text/bytes/sha256.ts";
import { encodeUtf8 } from "../text/bytes/utf8.ts";
import type { Finding } from "./gather/finding.ts";

/**
 * Identifies a finding even if its line has moved: by its code, file, resource and field, and its message without
 * numbers. None of these contain values of secrets.
 */
export function fingerprintOf({ code, place, file = "", id = "", pointer = "", message }: Finding): string {
  const parts = [code, place?.source.name ?? file, id, pointer, message.replaceAll(/[0-9]+/g, "#")];
  return sha256Hex(encodeUtf8(parts.join("\0"))).slice(0, 32);
}

const API_VERSION = "kust.dev/v1alpha1";
const KIND = "LintBaseline";

/** The text of a baseline: sorted, and with file names for people. */
export function baselineText(findings: readonly Finding[]): string {
  const entries = findings.map((finding) => ({
    code: finding.code,
    file: finding.place?.source.name ?? finding.file ?? "",
    fingerprint: fingerprintOf(finding),
  }));
  const text = (entry: object) => JSON.stringify(entry);
  const lines = entries.map(text).sort();
  const list = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
  return `{\n  "apiVersion": "${API_VERSION}",\n  "kind": "${KIND}",\n  "findings": ${list}\n}\n`;
}

export interface Baselined {
  /** Findings that the baseline does not have, or not as often. */
  findings: Finding[];
  /** How many findings it has. */
  known: number;
  /** How many of its entries no longer match a finding. */
  stale: number;
}

/** @param name The file, for messages. Throws `invalid-baseline`. */
export function withoutBaseline(findings: readonly Finding[], text: string, name: string): Baselined {
  const left = countsOf(text, name);
  const total = [...left.values()].reduce((sum, count) => sum + count, 0);
  const fresh = findings.filter((finding) => {
    const fingerprint = fingerprintOf(finding);
    const count = left.get(fingerprint) ?? 0;
    if (count > 0) left.set(fingerprint, count - 1);
    return count === 0;
  });
  const known = findings.length - fresh.length;
  return { findings: fresh, known, stale: total - known };
}

function countsOf(text: string, name: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fingerprint of fingerprintsIn(text, name)) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
}

function fingerprintsIn(text: string, name: string): string[] {
  const parsed = parse(text);
  const entries: unknown = isObject(parsed) && parsed.kind === KIND ? parsed.findings : undefined;
  if (Array.isArray(entries)) {
    const fingerprints = entries.map((entry: unknown) => isObject(entry) ? entry.fingerprint : undefined);
    if (fingerprints.every((one) => typeof one === "string")) return fingerprints;
  }
  fail("invalid-baseline", `'${name}' is not a baseline`, { file: name, hint: "create one with --write-baseline" });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
