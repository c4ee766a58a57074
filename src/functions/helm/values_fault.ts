/** The place in a values file that helm could not read. */

import { KustError, type Place } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { lineStarts } from "../../text/lines.ts";
import { parseDocument } from "../../yaml/read/parse.ts";

/** Reads the values files, by the names that helm has for them. */
export type ValuesFiles = Map<string, () => Source>;

export interface ValuesFault {
  place: Place;
  /** helm's words, with the user's name of the file. */
  said: string;
}

/** Undefined if `said` is about something else. */
export function valuesFault(said: string, files: ValuesFiles): ValuesFault | undefined {
  const [, name = "", reason = ""] = /^Error: (?:failed to parse|cannot load) (.*?): (.*)/ms.exec(said) ?? [];
  const source = files.get(name)?.();
  if (source === undefined) return undefined;
  const line = Number(/\bline (\d+)/.exec(reason)?.[1] ?? 1);
  const place = ownFault(source) ?? { source, offset: lineStarts(source.text)[line - 1] ?? 0 };
  return { place, said: said.replace(name, () => source.name) };
}

/** helm's parser names a line, which may be the next one. */
function ownFault(source: Source): Place | undefined {
  try {
    parseDocument(source, { uniqueKeys: false });
    return undefined;
  } catch (error) {
    if (error instanceof KustError) return error.diagnostic.place;
    throw error;
  }
}
