/** Parses the help of kustomize and kust: the commands and flags of a command. */

export interface Flag {
  /** One letter, or "". */
  short: string;
  /** Whether it takes a value. */
  value: boolean;
}

export interface Help {
  commands: string[];
  topics: string[];
  flags: Record<string, Flag>;
}

/** @param text The output of `PROGRAM … --help`. */
export function readHelp(text: string): Help {
  const flags: Record<string, Flag> = {};
  for (const line of [...section(text, "Flags:"), ...section(text, "Global Flags:")]) {
    const match = /^ {2}(?:-(\w),| {3}) --([\w-]+)( \S+)?(?: {2,}|$)/.exec(line);
    if (match !== null) flags[match[2]!] = { short: match[1] ?? "", value: match[3] !== undefined };
  }
  // "topcis" is how cobra spells it.
  const topics = section(text, "Additional help topcis:").concat(section(text, "Additional help topics:"));
  return { commands: names(section(text, "Available Commands:")), topics: names(topics), flags };
}

/** The lines under a heading, up to the next empty line. */
function section(text: string, heading: string): string[] {
  const lines = text.split("\n");
  const start = lines.indexOf(heading) + 1;
  if (start === 0) return [];
  const length = lines.slice(start).indexOf("");
  return lines.slice(start, length < 0 ? undefined : start + length);
}

/** The word before the description; kustomize puts its own name before topics. */
function names(lines: string[]): string[] {
  return lines.flatMap((line) => /^ {2}(?:kustomize )?([\w-]+) +\S/.exec(line)?.[1] ?? []);
}
