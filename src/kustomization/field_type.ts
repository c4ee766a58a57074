/** Descriptions of the fields of a configuration file, and the value types derived from them. */

import type { Behaviour } from "../compat/behaviours.ts";
import type { Mapping, Node } from "../yaml/tree/node.ts";

/** A text with its place: a path of `resources`, an inline generator, … */
export interface Text {
  value: string;
  node?: Node;
}

/** A map of texts, in order. */
export type TextMap = Map<string, string>;

/** The targets of the paths in a field. */
export type PathRole =
  /** A file. */
  | "file"
  /** A file that kustomize's `localize` does not copy. */
  | "uncopied file"
  /** A file, as `path` or `key=path`. */
  | "key=file"
  /** A folder or repository with a kustomization. */
  | "root"
  /** A file of resources, or a root. */
  | "resources"
  /** A file of patches, or the inline text of a patch. */
  | "patches"
  /** A file or root of plugin configurations, or their inline text. */
  | "plugins"
  /** A folder of helm charts; an empty text means the default one. */
  | "chart home";

/** Options of a field besides its type. */
export interface FieldOptions {
  paths?: PathRole;
  /** An edit writes the field even if it is empty, because its Go tag lacks `omitempty`. */
  always?: true;
  /** Reading the field prints a warning that names this successor. */
  deprecated?: string;
  /** `edit fix` moves the deprecated field only with a separate flag. */
  experimentalFix?: true;
  /** The list to which kustomize appends the values whenever it reads a file. */
  movedTo?: string;
  /** In an entry of a moved list: the field that has the value afterwards, as `FIELD.NAME`. */
  becomes?: `${string}.${string}`;
  /** Releases without this behaviour have no such field. */
  behaviour?: Behaviour;
  /** In releases with this behaviour, the object is a map of switches with any names. */
  anyFlags?: Behaviour;
  /** kustomize reads the field but ignores it. */
  ignored?: true;
}

export type Fields = Readonly<Record<string, Field>>;
/** A type with the options of its field. */
export type Field = FieldType & FieldOptions;

export type FieldType =
  | { kind: "text" | "exact text" | "placed text" | "flag" | "integer" | "small integer" | "any map" }
  | TextMapType
  | { kind: "list"; element: FieldType }
  | { kind: "pointer"; to: FieldType }
  | StructType;

export interface TextMapType {
  kind: "text map";
  /** Known keys; others are allowed. */
  known: Fields;
}

export interface StructType<F extends Fields = Fields> {
  kind: "struct";
  fields: F;
}

/** The value in a build. Absent lists are empty and absent texts ""; an absent pointer is undefined. */
export type Built<T> = T extends { kind: "text" | "exact text" } ? string
  : T extends { kind: "placed text" } ? Text
  : T extends { kind: "flag" } ? boolean
  : T extends { kind: "integer" } ? number | bigint
  : T extends { kind: "small integer" } ? number
  : T extends { kind: "text map" } ? TextMap
  : T extends { kind: "any map" } ? Mapping | undefined
  : T extends { kind: "list"; element: infer E } ? NonNullable<Built<E>>[]
  : T extends { kind: "pointer"; to: infer P } ? Built<P> | undefined
  : T extends { kind: "struct"; fields: infer F } ? BuiltStruct<F>
  : never;

/** `node` is the place of the object, for messages. Fields that kustomize moves are omitted. */
export type BuiltStruct<F> =
  & { -readonly [N in keyof F as IsBuilt<F[N], N, "required">]: Built<F[N]> }
  & { -readonly [N in keyof F as IsBuilt<F[N], N, "optional">]?: Built<F[N]> }
  & { node?: Mapping };

type IsBuilt<T, N, Wanted> = T extends { movedTo: string } ? never
  : (undefined extends Built<T> ? "optional" : "required") extends Wanted ? N
  : never;

/** The value in an edit, which distinguishes absent from empty where Go does. */
export type Edited<T> = T extends { kind: "text" | "exact text" | "placed text" } ? string
  : T extends { kind: "flag" } ? boolean
  : T extends { kind: "integer" | "small integer" } ? bigint
  : T extends { kind: "text map" } ? TextMap | undefined
  : T extends { kind: "any map" } ? Mapping | undefined
  : T extends { kind: "list"; element: infer E } ? Edited<E>[] | undefined
  : T extends { kind: "pointer"; to: infer P } ? Edited<P> | undefined
  : T extends { kind: "struct"; fields: infer F } ? EditedStruct<F>
  : never;

/** An absent field has Go's zero value. */
export type EditedStruct<F> = { -readonly [N in keyof F]?: Edited<F[N]> | undefined };
