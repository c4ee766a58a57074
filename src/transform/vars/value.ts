/** The values of vars: how they are read from a field, and written to a field or into a text. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { lookUpField } from "../../model/fields/lookup.ts";
import { splitFieldPath } from "../../model/fields/path.ts";
import type { Resource } from "../../model/resource.ts";
import { compareCodePoints } from "../../text/compare.ts";
import { formatFloat, formatFloatInFull } from "../../text/go_values.ts";
import { followAlias, type Plain, toPlain } from "../../yaml/value/plain.ts";
import type { Alias, Node, Scalar, ShortTag } from "../../yaml/tree/node.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import { isMade, tagOf } from "../../yaml/scalar/resolve.ts";
import { withHistoryExposed } from "../../history/expose.ts";

/** A value that can be part of a text. */
export interface VarValue {
  /** The text of a field that contains nothing but the var. */
  text: string;
  tag: ShortTag;
  /** The text inserted between other characters. */
  inText: string;
}

/** A mapping or list: kustomize reports it, in Go's notation, and leaves the reference unchanged. */
export interface ComplexValue {
  complex: string;
}

/**
 * The value at a path such as `spec.ports[0].port` or `data.host`; undefined if there is none. Throws `wrong-type` for
 * a number that kustomize cannot read, and what `lookUpField` throws.
 */
export function readVarValue(resource: Resource, path: string): VarValue | ComplexValue | undefined {
  const steps = stepsOfVar(path);
  return withHistoryExposed(resource, steps, () => {
    const found = lookUpField(resource.node, steps);
    return found === undefined ? undefined : valueOf(followAlias(found));
  });
}

function valueOf(node: Exclude<Node, Alias>): VarValue | ComplexValue {
  if (node.kind !== "scalar") return { complex: describeComplex(toPlain(node)) };
  // kustomize does not ask what a value without a tag means.
  switch (isMade(node) ? "!!str" : tagOf(node)) {
    case "!!int":
      return intValue(node.value) ?? failNumber(node);
    case "!!float":
      return floatValue(node.value) ?? failNumber(node);
    case "!!bool":
      return sameText(node.value.toLowerCase(), "!!bool");
    default:
      return sameText(node.value, "!!str");
  }
}

export function stepsOfVar(path: string): string[] {
  return splitFieldPath(path).flatMap(splitIndex);
}

/** `ports[0]` becomes `ports` and `0`. */
function splitIndex(step: string): string[] {
  const match = /^(.*)\[([0-9]+)\]$/.exec(step);
  if (match === null) return [step];
  return match[1] === "" ? [match[2]!] : [match[1]!, match[2]!];
}

function failNumber(node: Scalar): never {
  fail("wrong-type", `kustomize cannot read the number '${node.value}' here`, {
    ...atPlace(node),
    hint: "use decimal digits, or put it in quotes",
  });
}

function sameText(text: string, tag: ShortTag): VarValue {
  return { text, tag, inText: text };
}

/** YAML's other notations are not numbers here; 0644 is 644. */
function intValue(text: string): VarValue | undefined {
  if (!/^[+-]?0*[0-9]{1,19}$/.test(text)) return undefined;
  const value = BigInt(text);
  return BigInt.asIntN(64, value) === value ? sameText(String(value), "!!int") : undefined;
}

function floatValue(text: string): VarValue | undefined {
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(text)) return undefined;
  const value = Number(text);
  return { text: formatFloatInFull(value), tag: "!!float", inText: formatFloat(value) };
}

function describeComplex(value: Plain): string {
  return `type=${value instanceof Map ? "map[string]interface {}" : "[]interface {}"} val=${goText(value)}`;
}

/** A value as Go's %v prints it. */
function goText(value: Plain): string {
  if (value === null) return "<nil>";
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : formatFloat(value);
  if (Array.isArray(value)) return `[${value.map(goText).join(" ")}]`;
  if (!(value instanceof Map)) return String(value);
  const entries = [...value].sort(([a], [b]) => compareCodePoints(a, b));
  return `map[${entries.map(([key, item]) => `${key}:${goText(item)}`).join(" ")}]`;
}
