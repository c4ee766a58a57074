/** What is said of each field of a configuration file, and the types of values that follow from it. */

import type { Mapping, Node } from "../yaml/tree/node.ts";

/** A text with its place: a path of `resources`, an inline generator, … */
export interface Text {
  value: string;
  node?: Node;
}

/** A map of texts in the order written. */
export type TextMap = Map<string, string>;

/** What the paths in a field lead to. */
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
  /** A file of patches, unless the text is a patch itself. */
  | "patches"
  /** A file or root of objects that configure plugins, unless the text is such objects itself. */
  | "plugins"
  /** A folder of helm charts; an empty text means the default one. */
  | "chart home";

/** A release of kustomize. */
export type Release = `v5.${number}.${number}`;

/** What is known of a field beside its type. */
export interface FieldOptions {
  paths?: PathRole;
  /** An edit writes the field even if it is empty: its Go tag lacks `omitempty`. */
  always?: true;
  /** A file that has the field gets a warning that names this one as its successor. */
  deprecated?: string;
  /** `edit fix` moves the deprecated field only when asked by a flag of its own. */
  experimentalFix?: true;
  /** The list to whose end kustomize moves the values whenever it reads a file. */
  movedTo?: string;
  /** In an entry of a moved list: which field, in `FIELD.NAME` form, has the value afterwards. */
  becomes?: `${string}.${string}`;
  /** The first release that has the field, if v5.6.0 does not. */
  since?: Release;
  /** kustomize reads the field and does nothing with it. */
  ignored?: true;
}

export type Fields = Readonly<Record<string, Field>>;
/** A type with what is known of the field that has it. */
export type Field = FieldType & FieldOptions;

export type FieldType =
  | { kind: "text" | "exact text" | "placed text" | "flag" | "integer" | "small integer" | "any map" }
  | TextMapType
  | { kind: "list"; element: FieldType }
  | { kind: "pointer"; to: FieldType }
  | StructType;

export interface TextMapType {
  kind: "text map";
  /** Keys that mean something; others may be there. */
  known: Fields;
}

export interface StructType<F extends Fields = Fields> {
  kind: "struct";
  fields: F;
}

/** The value in a build: lists are empty and texts "" if the field is absent; what is behind a pointer is undefined. */
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

/** `node` is where the object was written, for messages. Fields that kustomize moves are not there. */
export type BuiltStruct<F> =
  & { -readonly [N in keyof F as IsBuilt<F[N], N, "required">]: Built<F[N]> }
  & { -readonly [N in keyof F as IsBuilt<F[N], N, "optional">]?: Built<F[N]> }
  & { node?: Mapping };

type IsBuilt<T, N, Wanted> = T extends { movedTo: string } ? never
  : (undefined extends Built<T> ? "optional" : "required") extends Wanted ? N
  : never;

/** The value in an edit, which tells what is absent from what is empty where Go does. */
export type Edited<T> = T extends { kind: "text" | "exact text" | "placed text" } ? string
  : T extends { kind: "flag" } ? boolean
  : T extends { kind: "integer" | "small integer" } ? bigint
  : T extends { kind: "text map" } ? TextMap | undefined
  : T extends { kind: "any map" } ? Mapping | undefined
  : T extends { kind: "list"; element: infer E } ? Edited<E>[] | undefined
  : T extends { kind: "pointer"; to: infer P } ? Edited<P> | undefined
  : T extends { kind: "struct"; fields: infer F } ? EditedStruct<F>
  : never;

/** A field that is absent has Go's zero value. */
export type EditedStruct<F> = { -readonly [N in keyof F]?: Edited<F[N]> | undefined };
