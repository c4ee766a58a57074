/** Finds a field of a traced resource by a path that a user writes. */

import { fail } from "../diagnostics/diagnostic.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { escapePart, pointerParts } from "../text/json_pointer.ts";
import { contentOf, type Field } from "./field.ts";
import { isIndex, type PathStep, pathSteps } from "./field_path.ts";

/** A field and the JSON pointer that leads to it. */
export interface FoundField {
  pointer: string;
  field: Field;
}

/** What reports write for the start of a long path. */
const ELLIPSIS = "…";

/**
 * Finds a field by a JSON pointer (`/spec/replicas`), by a path as kubectl writes it
 * (`spec.template.spec.containers[name=web].image`), or by the end of a path if that is unique (`image`).
 *
 * Throws `invalid-argument` for a text that is neither, and `field-not-found`, with a field of a similar name, or all
 * that the text fits.
 */
export function findField(root: Field, text: string): FoundField {
  const steps = stepsOf(text);
  const start = { pointer: "", field: root };
  const found = text.startsWith(ELLIPSIS) ? undefined : follow(start, steps);
  if (found !== undefined) return found;
  const all = [...allFields(start)];
  const fitting = text.startsWith("/") ? [] : all.flatMap((one) => follow(one, steps) ?? []);
  // The name of a file has dots.
  if (fitting.length === 0) fitting.push(...all.filter(({ pointer }) => lastPart(pointer) === text));
  if (fitting.length === 1) return fitting[0]!;
  if (fitting.length === 0) {
    fail("field-not-found", `the resource has no field '${text}'`, { hint: hintOf(steps.at(-1)?.key ?? "", all) });
  }
  fail("field-not-found", `the resource has ${fitting.length} fields '${text}'`, {
    hint: `use one of ${fitting.slice(0, MAX_CANDIDATES).map(({ pointer }) => pointer).join(", ")}`,
  });
}

/** Throws `invalid-argument` for a text that `findField` would not understand. */
export function stepsOf(text: string): PathStep[] {
  if (text.startsWith("/")) return pointerParts(text).map(plainStep);
  return pathSteps(text.startsWith(ELLIPSIS) && text !== ELLIPSIS ? text.slice(1) : text);
}

function plainStep(key: string): PathStep {
  return { text: `/${escapePart(key)}`, key, names: [] };
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

function follow(start: FoundField, steps: readonly PathStep[]): FoundField | undefined {
  let found: FoundField | undefined = start;
  for (const step of steps) found = found && child(found, step);
  return found;
}

function child({ pointer, field: parent }: FoundField, step: PathStep): FoundField | undefined {
  const content = contentOf(parent);
  if (content.kind === "mapping") {
    const field = content.fields.get(step.key);
    return field && { pointer: `${pointer}/${escapePart(step.key)}`, field };
  }
  if (content.kind !== "sequence") return undefined;
  const index = indexOfItem(content.items, step);
  const field = content.items[index];
  return field && { pointer: `${pointer}/${index}`, field };
}

function indexOfItem(items: readonly Field[], { key, names }: PathStep): number {
  if (names.length === 0) return isIndex(key) ? Number(key) : -1;
  return items.findIndex((item) => names.every(([field, value]) => textOf(item, field) === value));
}

/** The text of a field of an item, or of the item itself; "" if there is no such field, as in the paths of reports. */
function textOf({ content }: Field, field: string): string | undefined {
  const named = field === "" || content.kind !== "mapping" ? content : content.fields.get(field)?.content;
  if (field !== "" && content.kind !== "mapping") return undefined;
  if (named === undefined) return "";
  return named.kind === "scalar" ? named.value : undefined;
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
