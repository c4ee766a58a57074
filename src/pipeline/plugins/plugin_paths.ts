/** The paths in the settings of built-in generators and transformers. */

import type { Fields, FieldType, PathRole } from "../../kustomization/field_type.ts";

/** A field of an object, in the form of a field spec, whose texts are paths. */
export interface PathField {
  path: string;
  role: PathRole;
}

/** All fields among `fields` and in their objects that hold paths. */
export function pathFields(fields: Fields): PathField[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.paths !== undefined) return [{ path: name, role: field.paths }];
    return pathFields(membersOf(field)).map(({ path, role }) => ({ path: `${name}/${path}`, role }));
  });
}

function membersOf(type: FieldType): Fields {
  switch (type.kind) {
    case "struct":
      return type.fields;
    case "list":
      return membersOf(type.element);
    case "pointer":
      return membersOf(type.to);
    default:
      return {};
  }
}
