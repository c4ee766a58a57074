/** Hints and descriptions for the errors of JSON patches. */

import { didYouMean } from "../diagnostics/did_you_mean.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { JsonPointer } from "./operation.ts";
import type { JsonObject, JsonValue } from "./value.ts";
import { count } from "../text/count.ts";

/** The hint for a path with a key that the object lacks. */
export function hintOfMissingKey(pointer: JsonPointer, object: JsonObject, key: string): string | undefined {
  return hintOfSlash(pointer, object, key) ?? didYouMean(nearest(key, object.members.keys()));
}

/** Mappings with free keys, among them names such as `example.com/owner`. */
const FREE_KEYS: ReadonlySet<string> = new Set([
  "annotations",
  "labels",
  "matchLabels",
  "nodeSelector",
  "selector",
  "data",
]);

/**
 * A slash ends a step unless it is written `~1`. The key probably contains one if the object has such a key, if its
 * parent holds free keys, or if the missing key looks like the domain before a name.
 */
function hintOfSlash({ steps }: JsonPointer, object: JsonObject, key: string): string | undefined {
  const at = steps.indexOf(key);
  const rest = steps.slice(at);
  if (at < 0 || rest.length < 2) return undefined;
  const known = stepsOfKey(rest, object);
  const parent = steps[at - 1] ?? "";
  if (known === undefined && !FREE_KEYS.has(parent) && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(key)) return undefined;
  const size = known ?? rest.length;
  const merged = [...steps.slice(0, at), rest.slice(0, size).join("/"), ...rest.slice(size)];
  const text = merged.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  return `a slash in a key is written ~1: '${text}'`;
}

/** How many of the first steps are together the shortest key of an object. */
function stepsOfKey(steps: readonly string[], { members }: JsonObject): number | undefined {
  const path = `${steps.join("/")}/`;
  const keys = [...members.keys()].filter((key) => key.startsWith(`${steps[0]}/`) && path.startsWith(`${key}/`));
  const ends = new Set(keys.map((key) => key.length));
  let end = -1;
  const last = steps.findIndex((step) => ends.has(end += step.length + 1));
  return last < 0 ? undefined : last + 1;
}

/** The hint for strings that are equal but written differently: kustomize compares the written form. */
export function hintOfSpelling(found: JsonValue, value: JsonValue | undefined): string | undefined {
  if (found?.kind !== "scalar" || value?.kind !== "scalar" || found.text === "" || value.text === "") return undefined;
  if (JSON.parse(found.text) !== JSON.parse(value.text)) return undefined;
  return `kustomize compares values as text: write this one as ${found.text}`;
}

/** A value in words, for the note on what a test found. */
export function describeFound(value: JsonValue): string {
  if (value === null) return "nothing, or null";
  if (value.kind === "object") return `an object with ${count(value.members.size, "key")}`;
  return value.kind === "array" ? `a list of ${value.items.length}` : value.text || "null";
}
