/** The place in a values file or a template that helm fails at. */

import { KustError, type Place } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { lineStarts } from "../../text/lines.ts";
import { parseDocument } from "../../yaml/read/parse.ts";

/** Reads the values files, by the names that helm has for them. */
export type ValuesFiles = Map<string, () => Source>;

export interface Fault {
  place: Place;
  /** helm's words, with the user's name of the file. */
  said: string;
}

/** Undefined if `said` is about something else. */
export function valuesFault(said: string, files: ValuesFiles): Fault | undefined {
  const [, name = "", reason = ""] = /^Error: (?:failed to parse|cannot load) (.*?): (.*)/ms.exec(said) ?? [];
  const source = files.get(name)?.();
  if (source === undefined) return undefined;
  const line = Number(/\bline (\d+)/.exec(reason)?.[1] ?? 1);
  const place = ownFault(source) ?? { source, offset: lineStarts(source.text)[line - 1] ?? 0 };
  return { place, said: said.replace(name, () => source.name) };
}

const LINE_OF_FILE = /[^\s/()]+\/([^\s:()]+):(\d+)(?::(\d+))?/g;

/** The innermost template that `said` names with a line. `read` reads a file of the chart. */
export function templateFault(said: string, read: (path: string) => Source): Fault | undefined {
  // helm puts the name of the chart before the path. With --debug, names of its own source follow.
  for (const [, path = "", line, column = "0"] of [...said.matchAll(LINE_OF_FILE)].reverse()) {
    const source = ifReadable(() => read(path));
    const start = source && lineStarts(source.text)[Number(line) - 1];
    if (start !== undefined) return { said, place: { source: source!, offset: start + Number(column) } };
  }
  return undefined;
}

/** Undefined for a file that is missing, or outside of what the build may read. */
function ifReadable(read: () => Source): Source | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof KustError) return undefined;
    throw error;
  }
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
