/** Errors about the fields of a configuration file. */

import { fail } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Dialect } from "../yaml/scalar/dialect.ts";
import type { Mapping, Node } from "../yaml/tree/node.ts";
import { describeNode } from "../yaml/value/describe_node.ts";
import { jsonScalar } from "./json/json_scalar.ts";

/** Up to this many fields, a message names all of them. */
const MAX_SHOWN_FIELDS = 12;

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Rejects an unknown field. */
export function failUnknownField(name: string, key: Node, owner: string, known: Iterable<string>): never {
  const names = [...known];
  const near = nearest(name, names);
  const all = names.length <= MAX_SHOWN_FIELDS && names.length > 0 ? `it takes ${listed(names)}` : undefined;
  const hint = didYouMean(near) ?? all;
  fail("unknown-field", `unknown field '${name}' in ${owner}`, {
    ...atPlace(key),
    hint,
  });
}

/** Rejects the value of a field, or of anything that `field` describes ("the configuration"), because of its type. */
export function failWrongType(field: string, expected: string, found: Node, hint?: string): never {
  fail("wrong-type", `${subjectOf(field)} must be ${expected}, found ${describeNode(found, "v2")}`, {
    ...atPlace(found),
    hint,
  });
}

/** A field's name in quotes; a description of something else as it is. */
export function subjectOf(field: string): string {
  return /^(?:the|an) /.test(field) ? field : `'${field}'`;
}

/**
 * A hint to write an entry that is a mapping as text: `FOO=bar` for `FOO: bar` in `literals`, `x` for `path: x` in
 * `resources`.
 */
export function hintOfMapping({ entries }: Mapping, field: string, dialect: Dialect): string | undefined {
  const [first, second] = entries;
  if (first?.key.kind !== "scalar" || first.value.kind !== "scalar" || second !== undefined) return undefined;
  const value = isNull(first.value) ? "" : first.value.value;
  if (field === "literals" || field === "files") return `write '- ${first.key.value}=${value}'`;
  const isName = ["path", "name", "file", "url"].includes(first.key.value) && jsonScalar(first.value, dialect) !== null;
  return isName ? `write '- ${value}'` : undefined;
}

/** A hint to write an entry that is a text as an object: most such texts are its path or name. */
export function hintOfEntry(node: Node, known: ReadonlySet<string>): string | undefined {
  if (node.kind !== "scalar") return undefined;
  const { value } = node;
  const [, key = "", rest = ""] = /^(\w+):(?!\/\/)(.*)$/s.exec(value) ?? [];
  const [, image, tag] = /^(.+):([^/:]+)$/.exec(value) ?? [];
  if (known.has("newTag") && image !== undefined && !known.has(key)) {
    return `write '- {name: ${image}, newTag: "${tag}"}'`;
  }
  if (known.has(key)) return `a space is missing after ':', write '${key}: ${rest}'`;
  const field = known.has("patch") && /[\n{[]/.test(value)
    ? "patch"
    : ["path", "name", "pairs"].find((name) => known.has(name));
  if (field === undefined) return undefined;
  const shown = field === "pairs" ? value.replace(/^([^:=]*)[:=]\s*(.*)$/, "{$1: $2}") : value;
  return /[\n]/.test(value) ? `write the text under '${field}: |-'` : `write '- ${field}: ${shown}'`;
}
