/**
 * Reads and writes the values of a kustomization file in an edit: the rules of Go's encoding/json for the types of
 * kustomize's API, as codecs that `struct_codec.ts` combines.
 *
 * kustomize rewrites a file by decoding it into structs and encoding those again. Its JSON rules decide what is dropped
 * (nulls, empty texts and lists) and what is kept (an empty struct behind a pointer).
 */

import { isNull } from "../yaml/scalar/resolve.ts";
import { type JsonScalar, jsonScalar } from "../kustomization/json/json_scalar.ts";
import { remade } from "../kustomization/json/json_node.ts";
import { followAlias } from "../yaml/value/plain.ts";
import { failWrongType } from "../kustomization/field_errors.ts";
import { jsonEntries } from "../kustomization/json/json_entries.ts";
import { Mapping, type Node, Scalar, Sequence, stringScalar } from "../yaml/tree/node.ts";

/** Reads and writes one type. If `T` includes `undefined`, that is Go's nil. */
export interface Codec<T> {
  /**
   * Decodes `node`. `previous` is the value of an earlier key that differs only in case: as in Go, maps and structs are
   * merged into it, and the elements of a list are decoded over its elements. Throws `KustError` if the node has
   * another type; `where` names the field in the message.
   */
  decode(node: Node, where: string, previous: T | undefined): T;
  /** A new node for the value. */
  encode(value: T): Node;
  /** Whether a struct omits the field if it has this value. */
  isEmpty(value: T): boolean;
  /** The node for a field that is always written but has no value. */
  zero(): Node;
  /** Whether a struct writes the field even if it is empty. */
  readonly always?: boolean;
}

export const text: Codec<string> = {
  decode: (node, where, previous) => {
    const value = scalarValue(node);
    if (value === null) return previous ?? "";
    const hint = value === undefined ? undefined : "put it in quotes";
    return typeof value === "string" ? value : failWrongType(where, "a string", followAlias(node), hint);
  },
  encode: stringScalar,
  isEmpty: (value) => value === "",
  zero: () => stringScalar(""),
};

export const flag: Codec<boolean> = {
  decode: (node, where, previous) => {
    const value = scalarValue(node);
    if (value === null) return previous ?? false;
    return typeof value === "boolean" ? value : failWrongType(where, "true or false", node);
  },
  encode: (value) => new Scalar(String(value)),
  isEmpty: (value) => !value,
  zero: () => new Scalar("false"),
};

/** A 64-bit integer; a float without a fraction counts as one. */
export const integer: Codec<bigint> = {
  decode: (node, where, previous) => {
    const value = scalarValue(node);
    if (value === null) return previous ?? 0n;
    const whole = typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value;
    if (typeof whole !== "bigint" || whole !== BigInt.asIntN(64, whole)) {
      return failWrongType(where, "an integer", node);
    }
    return whole;
  },
  encode: (value) => new Scalar(String(value)),
  isEmpty: (value) => value === 0n,
  zero: () => new Scalar("0"),
};

/** A map of texts. */
export const textMap: Codec<Map<string, string> | undefined> = {
  decode: (node, where, previous) => {
    const mapping = asMapping(node, where);
    if (mapping === undefined) return undefined;
    const texts = new Map(previous);
    for (const [name, { value }] of jsonEntries(mapping)) {
      texts.set(name, text.decode(value, `${where}.${name}`, undefined));
    }
    return texts;
  },
  encode: (value) => {
    const entries = [...value ?? []].map(([key, content]) => ({
      key: stringScalar(key),
      value: stringScalar(content),
    }));
    return new Mapping(entries);
  },
  isEmpty: (value) => value === undefined || value.size === 0,
  zero: nil,
};

/** A map of switches, whose names are case-sensitive. */
export const flagMap: Codec<Record<string, boolean> | undefined> = {
  decode: (node, where, previous) => {
    const mapping = asMapping(node, where);
    if (mapping === undefined) return undefined;
    const flags = [...jsonEntries(mapping)].map(([name, { value }]) =>
      [name, flag.decode(value, `${where}.${name}`, undefined)] as const
    );
    return Object.fromEntries([...Object.entries(previous ?? {}), ...flags]);
  },
  encode: (value) => {
    const entries = Object.entries(value ?? {});
    return new Mapping(entries.map(([key, isOn]) => ({ key: stringScalar(key), value: flag.encode(isOn) })));
  },
  isEmpty: (value) => value === undefined || Object.keys(value).length === 0,
  zero: nil,
};

export function list<T>(element: Codec<T>): Codec<T[] | undefined> {
  return {
    decode: (node, where, previous) => {
      const found = followAlias(node);
      if (isNull(found)) return undefined;
      if (found.kind !== "sequence") return failWrongType(where, "a list", found);
      return found.items.map((item, index) => element.decode(item, where, previous?.[index]));
    },
    encode: (value) => new Sequence((value ?? []).map((item) => element.encode(item))),
    isEmpty: (value) => value === undefined || value.length === 0,
    zero: nil,
  };
}

/** A pointer: omitted if it is nil, written if it is empty. */
export function pointer<T>(target: Codec<T>): Codec<T | undefined> {
  return {
    decode: (node, where, previous) => isNull(followAlias(node)) ? undefined : target.decode(node, where, previous),
    encode: (value) => value === undefined ? nil() : target.encode(value),
    isEmpty: (value) => value === undefined,
    zero: nil,
  };
}

/** A map with values of any type; its numbers are 64-bit floats. */
export const anyMap: Codec<Mapping | undefined> = {
  decode: (node, where, previous) => {
    const mapping = asMapping(node, where);
    if (mapping === undefined) return undefined;
    const result = new Mapping([...previous?.entries ?? []]);
    for (const [name, { value }] of jsonEntries(mapping)) result.set(name, plainCopy(value, `${where}.${name}`));
    return result;
  },
  encode: (value) => plainCopy(value ?? new Mapping(), ""),
  isEmpty: (value) => value === undefined || value.entries.length === 0,
  zero: nil,
};

function plainCopy(node: Node, where: string): Node {
  return remade(node, where, plainOuter);
}

function plainOuter(node: Node, where: string): Node {
  const found = followAlias(node);
  if (found.kind === "sequence") return new Sequence(found.items);
  if (found.kind === "mapping") {
    return new Mapping([...jsonEntries(found)].map(([name, { value }]) => ({ key: stringScalar(name), value })));
  }
  const value = scalarValue(found);
  if (typeof value === "string") return stringScalar(value);
  if (typeof value === "number" && !Number.isFinite(value)) failWrongType(where, "a number that JSON has", found);
  return new Scalar(typeof value === "bigint" ? String(Number(value)) : String(value));
}

/** The mapping; undefined for null. */
export function asMapping(node: Node, where: string): Mapping | undefined {
  const found = followAlias(node);
  if (found.kind === "mapping") return found;
  return isNull(found) ? undefined : failWrongType(where || "the kustomization", "a mapping", found);
}

/** The value of a scalar; undefined for anything else. */
function scalarValue(node: Node): JsonScalar | undefined {
  const found = followAlias(node);
  return found.kind === "scalar" ? jsonScalar(found) : undefined;
}

function nil(): Node {
  return new Scalar("null");
}
