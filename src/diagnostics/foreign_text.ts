/**
 * Text in a YAML file that is not YAML: what version control, template engines and copying from web pages leave there.
 */

import type { FindMistake } from "./source_lines.ts";
import { ownValue } from "../text/own_value.ts";

const MARKER = /^(?:<{7}|>{7}|\|{7})(?:\s.*)?$/;

export const conflictMarkers: FindMistake = (_error, lines) => {
  const found = lines.find(MARKER, lines.all()) ?? lines.find(/^={7}\s*$/, lines.near());
  if (found === undefined) return undefined;
  return {
    message: "a merge conflict was left in this file",
    place: lines.place(found.index),
    hint:
      "keep the correct parts of both sides, and delete the lines with the conflict markers <<<<<<<, ======= and >>>>>>>",
  };
};

/** The start of a template action in Go or Jinja that cannot start a mapping: a field, function, keyword or comment. */
const ACTION =
  /\{\{-?\s*(?:[.$"'(/]|(?:if|range|with|include|template|define|block|toYaml|tpl)\s|[A-Za-z_]\w*\s*(?:[.|(]|-?\}\}|\s[^:,}]*\}\}))|\{%-?\s*\w/;

export const template: FindMistake = ({ code }, lines) => {
  // A template may cause a syntax error far away.
  const breaks = code === "yaml-syntax" || code === "missing-kind" || code === "not-a-resource";
  const found = lines.find(ACTION, lines.near().filter((index) => index === lines.at || breaks)) ??
    (breaks ? lines.find(ACTION, lines.all()) : undefined);
  if (found === undefined) return undefined;
  const isGo = found.match[0].startsWith("{{");
  return {
    message: `${isGo ? "{{ }}" : "{% %}"} is a template, which kustomize does not render`,
    place: lines.place(found.index, found.match.index),
    hint:
      "write the value itself, and change it with a patch or a replacement; to render a helm chart, use 'helmCharts'",
  };
};

/** In the indentation, or after a character that must be followed by a space. */
const ODD_SPACE = /^([ \t]*(?:- +)*(?:[^\s:#"']+:)?[ \t]*)([\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])/;

export const oddSpace: FindMistake = ({ code }, lines) => {
  const near = lines.find(ODD_SPACE, lines.near());
  const found = near ??
    (code === "wrong-type" || code === "not-found" ? undefined : lines.find(ODD_SPACE, lines.all()));
  if (found === undefined) return undefined;
  const { index, match: [, before = "", space = ""] } = found;
  const codePoint = space.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  if (space === "\ufeff" && index === 0 && before === "") return undefined;
  return {
    message: `${
      ownValue(NAMES, space) ?? "a character that looks like a space"
    } (U+${codePoint}) is not a space to YAML`,
    place: lines.place(index, before.length),
    hint: "replace it with a space; text copied from a web page or a document often has such characters",
  };
};

const NAMES: Readonly<Record<string, string>> = {
  "\u00a0": "a no-break space",
  "\u200b": "a zero width space",
  "\u202f": "a narrow no-break space",
  "\u3000": "an ideographic space",
  "\ufeff": "a zero width no-break space",
};
