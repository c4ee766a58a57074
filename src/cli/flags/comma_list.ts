/** A comma-separated list in the value of one flag, quoted like a line of CSV, as pflag's string slices are. */

import { fail } from "../../diagnostics/diagnostic.ts";

/** `a,"b,c",d` has three elements; a doubled quote inside quotes is one quote. Throws `KustError` for a stray quote. */
export function splitCommas(text: string, flag: string): string[] {
  if (text === "") return [];
  const elements: string[] = [];
  let at = 0;
  do {
    const [element, end] = text[at] === '"' ? quoted(text, at, flag) : bare(text, at, flag);
    elements.push(element);
    at = end + 1;
  } while (at <= text.length);
  return elements;
}

/** Reads the quoted element that opens at `start`. Returns it and the index of the comma after it. */
function quoted(text: string, start: number, flag: string): [string, number] {
  const closing = /"((?:[^"]|"")*)"(?=,|$)/y;
  closing.lastIndex = start;
  const match = closing.exec(text);
  if (match === null) failQuote(text, flag);
  return [match[1]!.replaceAll('""', '"'), closing.lastIndex];
}

function bare(text: string, start: number, flag: string): [string, number] {
  const comma = text.indexOf(",", start);
  const end = comma < 0 ? text.length : comma;
  const element = text.slice(start, end);
  if (element.includes('"')) failQuote(text, flag);
  return [element, end];
}

function failQuote(text: string, flag: string): never {
  fail("invalid-flag-value", `invalid argument ${JSON.stringify(text)} for "${flag}" flag: a stray double quote`, {
    hint: 'put the whole element in double quotes and double each quote inside it: a,"b ""c"" d"',
  });
}
