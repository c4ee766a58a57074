/** Dates and times, as go-yaml reads them from plain scalars and as Go's JSON writes them. */

import { MINUS } from "../../text/chars.ts";

const TIMESTAMP =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt](\d\d?):(\d\d?):(\d\d?)([.,]\d+)?(?:Z|([-+])(\d\d):(\d\d)))|(?: +(\d\d?):(\d\d?):(\d\d?)([.,]\d+)?))?$/;

/**
 * A timestamp in RFC 3339, with fractions of a second without trailing zeros; undefined if `text` is not a timestamp.
 */
export function parseTimestamp(text: string): string | undefined {
  if (text.charCodeAt(4) !== MINUS) return undefined;
  const match = TIMESTAMP.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return undefined;
  const hour = Number(match[4] ?? match[11] ?? 0);
  const minute = Number(match[5] ?? match[12] ?? 0);
  const second = Number(match[6] ?? match[13] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const zone = parseZone(match[8], match[9], match[10]);
  if (zone === undefined) return undefined;
  const fraction = (match[7] ?? match[14] ?? "").slice(1, 10).replace(/0+$/, "");
  return `${match[1]}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}` +
    (fraction === "" ? "" : "." + fraction) + zone;
}

/** Go accepts an offset of up to 24 hours and 60 minutes. */
function parseZone(
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
): string | undefined {
  if (Number(hours ?? 0) > 24 || Number(minutes ?? 0) > 60) return undefined;
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return offset === 0 ? "Z" : `${sign}${two(Math.floor(offset / 60))}:${two(offset % 60)}`;
}

function daysIn(month: number, year: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
