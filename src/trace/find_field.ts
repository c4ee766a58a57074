/** Finds a field of a traced resource by a path that a user writes. */

import { fail } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { isListStep, splitFieldPath, splitListStep } from "../model/fields/path.ts";
import { escapePart, pointerParts } from "../text/json_pointer.ts";
import { contentOf, type Field } from "./field.ts";

/** A field and the JSON pointer that leads to it. */
export interface FoundField {
  pointer: string;
  field: Field;
}

/**
 * Finds a field by a JSON pointer (`/spec/replicas`), by a path as kubectl writes it
 * (`spec.template.spec.containers[name=web].image`), or by the last part of a path if that is unique (`image`).
 *
 * Throws `field-not-found`, with a field of a similar name, or all that match the last part.
 */
export function findField(root: Field, text: string): FoundField {
  const steps = text.startsWith("/") ? pointerParts(text) : pathSteps(text);
  const found = follow(root, steps);
  if (found !== undefined) return found;
  const all = [...allFields({ pointer: "", field: root })];
  const fitting = steps.length === 1 ? all.filter(({ pointer }) => lastPart(pointer) === steps[0]) : [];
  if (fitting.length === 1) return fitting[0]!;
  if (fitting.length === 0) {
    fail("field-not-found", `the resource has no field '${text}'`, { hint: hintOf(steps.at(-1) ?? "", all) });
  }
  fail("field-not-found", `the resource has ${fitting.length} fields '${text}'`, {
    hint: `use one of ${fitting.slice(0, MAX_CANDIDATES).map(({ pointer }) => pointer).join(", ")}`,
  });
}

const MAX_CANDIDATES = 8;

function hintOf(name: string, all: readonly FoundField[]): string {
  const near = nearest(name, new Set(all.map(({ pointer }) => lastPart(pointer))));
  const fields = all.filter(({ pointer }) => near !== undefined && lastPart(pointer) === near);
  if (fields.length > 0) {
    return `did you mean ${fields.slice(0, MAX_CANDIDATES).map(({ pointer }) => `'${pointer}'`).join(", ")}?`;
  }
  return "leave the field out to see the whole resource";
}

/** `containers[name=web]` is written `containers.[name=web]` in the paths of replacements. */
export function pathSteps(path: string): string[] {
  return splitFieldPath(path.replace(/([^.\\[])\[/g, "$1.[")).filter((step) => step !== "");
}

function follow(root: Field, steps: readonly string[]): FoundField | undefined {
  let found: FoundField | undefined = { pointer: "", field: root };
  for (const step of steps) found = found && child(found, step);
  return found;
}

function child({ pointer, field: parent }: FoundField, step: string): FoundField | undefined {
  const content = contentOf(parent);
  if (content.kind === "mapping") {
    const field = content.fields.get(step);
    return field && { pointer: `${pointer}/${escapePart(step)}`, field };
  }
  if (content.kind !== "sequence") return undefined;
  const index = isListStep(step) ? indexOfItem(content.items, step) : Number(step);
  const field = content.items[index];
  return field && { pointer: `${pointer}/${index}`, field };
}

/** `[0]`, `[name=web]` or, in a list of scalars, `[=value]`. */
function indexOfItem(items: readonly Field[], step: string): number {
  const selector = splitListStep(step);
  if (selector === undefined) return Number(step.slice(1, -1));
  return items.findIndex((item) => {
    const named = selector.field === ""
      ? item
      : item.content.kind === "mapping"
      ? item.content.fields.get(selector.field)
      : undefined;
    return named?.content.kind === "scalar" && named.content.value === selector.value;
  });
}

function* allFields({ pointer, field }: FoundField): Iterable<FoundField> {
  yield { pointer, field };
  const content = contentOf(field);
  if (content.kind === "mapping") {
    for (const [key, value] of content.fields) {
      yield* allFields({ pointer: `${pointer}/${escapePart(key)}`, field: value });
    }
  } else if (content.kind === "sequence") {
    for (const [index, item] of content.items.entries()) {
      yield* allFields({ pointer: `${pointer}/${index}`, field: item });
    }
  }
}

function lastPart(pointer: string): string {
  return pointerParts(pointer).at(-1) ?? "";
}
