/**
 * Paths of fields as people and reports write them: `spec.ports[name=web].port`, `spec.args[0]`,
 * `metadata.labels[example.com/team]`. As in the paths of replacements, `spec.ports.[name=web]` and `data.app\.conf` are
 * allowed, too.
 */

import { fail } from "../diagnostics/diagnostic.ts";

/** One step of a path: a key of a mapping, or an item of a list. */
export interface PathStep {
  /** The step as it is written, with its dot or brackets. */
  text: string;
  /** The key or index. */
  key: string;
  /** The fields that name the item: `[name=web]`. The field "" is the item itself. */
  names: readonly (readonly [field: string, value: string])[];
}

/** A backslash takes the next character, so that no text can be read in two ways. */
const STEP = /(?:^|\.)((?:\\.|[^.[\]\\])+)|\.?\[((?:\\.|[^\]\\])*)\]/suy;

/** Throws `invalid-argument` for a text that is not a path. */
export function pathSteps(path: string): PathStep[] {
  const steps: PathStep[] = [];
  const pattern = new RegExp(STEP);
  while (pattern.lastIndex < path.length) {
    const start = pattern.lastIndex;
    const [text, bare, inBrackets = ""] = pattern.exec(path) ?? failAt(path, start);
    steps.push(bare === undefined ? bracketStep(text, inBrackets) : { text, key: unescaped(bare), names: [] });
  }
  return steps;
}

/** Whether a key can be an index. */
export function isIndex(key: string): boolean {
  return /^\d+$/.test(key);
}

function bracketStep(text: string, inner: string): PathStep {
  // A comma without a name after it is a part of the value.
  const parts = inner.match(/(?:\\.|[^\\,]|,(?![^,=]*=))+/gsu) ?? [];
  const names = parts.filter((part) => part.includes("=")).map((part) => {
    const equals = part.indexOf("=");
    return [unescaped(part.slice(0, equals)), unescaped(part.slice(equals + 1))] as const;
  });
  return { text, key: unescaped(inner), names };
}

function unescaped(text: string): string {
  return text.replace(/\\([.,[\]\\])/g, "$1");
}

function failAt(path: string, start: number): never {
  const rest = path.slice(start);
  const problem = /^\.?\[/.test(rest)
    ? "a '[' is not closed"
    : /^\.*$|^\.\./.test(rest)
    ? "there is no name after a '.'"
    : `'${rest}' follows without a '.'`;
  fail("invalid-argument", `'${path}' is not a path of a field: ${problem}`, {
    hint:
      "write it as in spec.template.spec.containers[name=web].image, metadata.labels[example.com/team] or /spec/replicas",
  });
}

/** The path of a field of a mapping; a key with unusual characters is in brackets. */
export function pathOfKey(path: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${path}[${key.replace(/[\\\]]/g, "\\$&")}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** The path of an item of a list that the values of some of its fields name. */
export function pathOfItem(path: string, names: readonly (readonly [field: string, value: string])[]): string {
  const texts = names.map(([field, value]) => `${field}=${value.replace(/[\\\],]/g, "\\$&")}`);
  return `${path}[${texts.join()}]`;
}
