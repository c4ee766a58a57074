/**
 * Parses the query of a repository's text: `?ref=…&timeout=…&submodules=…`. As in kustomize, malformed values count as
 * absent.
 */

import { isDigit } from "../../text/chars.ts";
import { parseGoBool } from "../../text/go_values.ts";
import { ownValue } from "../../text/own_value.ts";

/** The settings in a query. */
export interface RepoQuery {
  ref: string;
  timeoutMs: number;
  submodules: boolean;
}

/** The time limit for each git command if the text sets none. */
const DEFAULT_TIMEOUT_MS = 27_000;
/** The longest delay of a JavaScript timer. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * `ref` takes precedence over its synonym `version`; an empty value counts as absent. A query that does not parse
 * counts as empty.
 */
export function parseRepoQuery(query: string): RepoQuery {
  const values = parsePairs(query) ?? new Map<string, string>();
  return {
    ref: values.get("ref") || values.get("version") || "",
    timeoutMs: parseTimeout(values.get("timeout") ?? "") ?? DEFAULT_TIMEOUT_MS,
    submodules: parseGoBool(values.get("submodules") ?? "") ?? true,
  };
}

/** First value of each key; undefined if any pair is malformed, as in Go's net/url. */
function parsePairs(query: string): Map<string, string> | undefined {
  const values = new Map<string, string>();
  for (const pair of query.split("&")) {
    if (pair.includes(";")) return undefined;
    const [name = "", ...rest] = pair.split("=");
    const key = unescape(name);
    const value = unescape(rest.join("="));
    if (key === undefined || value === undefined) return undefined;
    if (!values.has(key)) values.set(key, value);
  }
  return values;
}

function unescape(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
}

/** Whole seconds, or a Go duration such as `1m30s`; undefined if it is neither, or not positive. */
function parseTimeout(text: string): number | undefined {
  const ms = /^[+-]?\d+$/.test(text) ? Number(text) * 1000 : parseDuration(text);
  if (ms === undefined || !(ms > 0)) return undefined;
  return Math.min(Math.max(1, Math.round(ms)), LONGEST_TIMEOUT_MS);
}

const UNITS_MS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  "\u00b5s": 1e-3,
  "\u03bcs": 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of a duration in Go's notation. */
export function parseDuration(text: string): number | undefined {
  const isNegative = text.startsWith("-");
  let at = isNegative || text.startsWith("+") ? 1 : 0;
  if (at === text.length) return undefined;
  let total = 0;
  while (at < text.length) {
    const number = numberAt(text, at);
    const found = unitAt(text, at + number.length);
    if (found === undefined || number === "" || number === ".") return undefined;
    const [unit, ms] = found;
    total += Number(number) * ms;
    at += number.length + unit.length;
  }
  return isNegative ? -total : total;
}

/** The digits at an offset, perhaps with a dot. */
function numberAt(text: string, start: number): string {
  let end = start;
  let dots = 0;
  while (isDigit(text.charCodeAt(end)) || text[end] === "." && dots++ === 0) end++;
  return text.slice(start, end);
}

function unitAt(text: string, start: number): [unit: string, ms: number] | undefined {
  for (const unit of [text.slice(start, start + 2), text.slice(start, start + 1)]) {
    const ms = ownValue(UNITS_MS, unit);
    if (ms !== undefined) return [unit, ms];
  }
  return undefined;
}
