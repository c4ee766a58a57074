/** YAML that is one character or one line away from what it should be. */

import type { FindMistake, Mistake, SourceLines } from "./source_lines.ts";

/** A repeated top-level key: the second object of a file, without `---` before it. */
export const missingSeparator: FindMistake = ({ code }, lines) => {
  if (code === "yaml-syntax" || code === "document-separator") return separatorOfOtherLength(lines);
  if (code !== "duplicate-key" || !/^(?:apiVersion|kind):/.test(lines.text(lines.at))) return undefined;
  const rest = Array.from(lines.all(), (index) => lines.text(index)).slice(lines.at);
  const end = rest.findIndex((line) => line.startsWith("---"));
  const keys = rest.slice(0, end < 0 ? undefined : end).map((line) => /^(apiVersion|kind|metadata):/.exec(line)?.[1]);
  if (new Set(keys.filter((key) => key !== undefined)).size < 3) return undefined;
  return {
    message: "a second object begins here, without '---' before it",
    place: lines.place(lines.at),
    hint: "put a line '---' above this one",
  };
};

function separatorOfOtherLength(lines: SourceLines): Mistake | undefined {
  const found = lines.find(/^(?:-|--|-{4,})\s*$/, lines.near().filter((index) => index <= lines.at));
  if (found === undefined || found.match[0].trim() === "-") return undefined;
  return {
    message: `'${found.match[0].trim()}' does not separate documents`,
    place: lines.place(found.index),
    hint: "write three dashes: ---",
  };
}

/** A `-` indented more than the plain text before it, which it continues. */
export const misindentedItem: FindMistake = ({ code }, lines) => {
  const first = code === "yaml-syntax" ? lines.at - 1 : lines.at;
  const item = /^( *)- +(?![|>])(\S.*?)\s*$/.exec(lines.text(first));
  const next = /^( +)-\s*[^\s-]/.exec(lines.text(first + 1));
  if (item === null || next === null) return undefined;
  const [, indent = "", text = ""] = item;
  const [, deeper = ""] = next;
  if (deeper.length <= indent.length || /[:[{,]$/.test(text)) return undefined;
  if (code !== "yaml-syntax" && /:\s/.test(text)) return undefined;
  return {
    message: "this list item is indented more than the one above it, and continues the text of that",
    place: lines.place(first + 1, deeper.length),
    hint: `start the line with ${
      indent.length === 0 ? "'- '" : `${indent.length} spaces and '- '`
    }, as the one above it`,
  };
};

/** Errors about a missing key or item that has become part of a text. */
const OF_TEXT: ReadonlySet<string> = new Set([
  "yaml-syntax",
  "wrong-type",
  "missing-name",
  "missing-kind",
  "not-a-resource",
]);

export const missingSpace: FindMistake = ({ code, message, hint }, lines) => {
  if (!OF_TEXT.has(code) || (code === "wrong-type" && hint !== undefined)) return undefined;
  // The colon is on the second line of such a text.
  const indexes = message.startsWith("a mapping value") ? [lines.at, lines.at - 1] : [lines.at];
  return afterColon(lines, indexes) ?? (code === "yaml-syntax" || code === "wrong-type" ? afterDash(lines) : undefined);
};

function afterColon(lines: SourceLines, indexes: readonly number[]): Mistake | undefined {
  const found = lines.find(/^(\s*(?:- +)*)([A-Za-z_][\w./-]*):([^\s:/\\][^:]*)$/, indexes);
  if (found === undefined) return undefined;
  const [, before = "", key = "", value = ""] = found.match;
  return {
    message: `a space is missing after '${key}:'`,
    place: lines.place(found.index, before.length + key.length),
    hint: `write '${key}: ${value.trim()}'`,
  };
}

function afterDash(lines: SourceLines): Mistake | undefined {
  const found = lines.find(/^(\s*)-([^\s\d.-].*)$/, [lines.at]);
  if (found === undefined) return undefined;
  const [, before = "", item = ""] = found.match;
  return {
    message: "a space is missing after '-'",
    place: lines.place(found.index, before.length),
    hint: `write '- ${item.trim()}'`,
  };
}

/** A string or a mapping in place of a list, which lacks its dashes. */
export const missingDash: FindMistake = ({ code, message, hint, place }) => {
  if (code !== "wrong-type" || hint !== undefined || place === undefined) return undefined;
  if (/ must be a list, found (?:a mapping|the string)/.test(message)) {
    return { message, place, hint: "begin each entry with '- '" };
  }
  const isItem = place.source.text.startsWith("- ", place.offset);
  if (isItem && /^'\S+' must be a mapping, found a list/.test(message)) {
    return { message, place, hint: "remove the '- '" };
  }
  return undefined;
};
