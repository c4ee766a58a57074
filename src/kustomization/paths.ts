/** Finds the paths in a configuration: the fields with a `PathRole`, at any depth. */

import { isNull } from "../yaml/scalar/resolve.ts";
import type { Mapping, Node } from "../yaml/tree/node.ts";
import type { Field, Fields, FieldType, PathRole } from "./field_type.ts";
import { followAlias } from "../yaml/value/plain.ts";
import { jsonEntries } from "./json/json_entries.ts";

/** A node that holds a path. In an invalid configuration it need not be a scalar. */
export interface PathNode {
  role: PathRole;
  node: Node;
}

/** The paths in an object with `fields`, in order. `present` gets the names of all that it has. */
export function* pathsIn(fields: Fields, object: Mapping, present?: Set<string>): Generator<PathNode> {
  const values = new Map<string, Node>();
  for (const [name, { value }] of jsonEntries(object)) values.set(name.toLowerCase(), value);
  for (const name in fields) {
    const value = values.get(name.toLowerCase());
    if (value === undefined) continue;
    present?.add(name);
    yield* pathsOf(fields[name]!, value);
  }
}

/** The paths in the value of one field. Accepts lists and single paths alike; decoding rejects what is wrong. */
export function* pathsOf(field: Field, value: Node): Generator<PathNode> {
  const { paths: role } = field;
  const inner = role === undefined ? fieldsOf(field) : undefined;
  if (role === undefined && !hasPaths(inner)) return;
  for (const node of value.kind === "sequence" ? value.items.map(followAlias) : [value]) {
    if (role !== undefined) { if (!isNull(node)) yield { role, node }; }
    else if (inner !== undefined && node.kind === "mapping") yield* pathsIn(inner, node);
  }
}

function hasPaths(fields: Fields | undefined): fields is Fields {
  for (const name in fields) {
    const field = fields[name]!;
    if (field.paths !== undefined || hasPaths(fieldsOf(field))) return true;
  }
  return false;
}

/** The fields of the objects in a type, if it has any. */
function fieldsOf(type: FieldType): Fields | undefined {
  switch (type.kind) {
    case "list":
      return fieldsOf(type.element);
    case "pointer":
      return fieldsOf(type.to);
    case "struct":
      return type.fields;
    case "text map":
      return type.known;
    default:
      return undefined;
  }
}
