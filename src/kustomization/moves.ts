/**
 * The changes that kustomize makes to every kustomization it reads (FixKustomization): moves deprecated fields to
 * successors with the same meaning. Works on the values of builds and edits.
 */

import type { Field, Fields, StructType } from "./field_type.ts";
import { helmChart, helmChartArgs, helmGlobals } from "./generator_fields.ts";

type Values = Record<string, unknown>;

/** Creates the values of an object that is not in the file. */
export type MakeObject = (struct: StructType) => Values;

/** Moves fields of `values`, and of the objects in its lists. */
export function moveFields(values: Values, { fields }: StructType, make: MakeObject): void {
  for (const name in fields) {
    const field = fields[name]!;
    if (field.kind === "list" && field.element.kind === "struct") {
      for (const item of listIn(values, name)) moveFields(item, field.element, make);
    }
    if (field.movedTo !== undefined) move(values, name, field, make);
  }
}

/** The fields that hold the values of a moved field afterwards. */
export function successorsOf(field: Field): string[] {
  if (field.movedTo === undefined) return [];
  const members = field.kind === "list" && field.element.kind === "struct" ? Object.values(field.element.fields) : [];
  const owners = members.flatMap(({ becomes }) => becomes?.split(".").slice(0, 1) ?? []);
  return [...new Set([field.movedTo, ...owners])];
}

function move(values: Values, name: string, field: Field, make: MakeObject): void {
  const to = field.movedTo!;
  const moved = field.kind === "list" && field.element === helmChartArgs
    ? moveCharts(values, name, make)
    : itemsOf(values[name]);
  if (moved.length > 0) values[to] = [...listIn(values, to), ...moved];
  delete values[name];
}

/** A list, or the single text that joins a list. */
function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const text = typeof value === "object" && value !== null && "value" in value ? value.value : value;
  return text === undefined || text === "" ? [] : [value];
}

function listIn(values: Values, name: string): Values[] {
  return values[name] as Values[] | undefined ?? [];
}

/** Splits old charts into globals, which are used unless the file has some, and charts, which it returns. */
function moveCharts(values: Values, name: string, make: MakeObject): Values[] {
  const old = listIn(values, name);
  const globals = make(helmGlobals);
  // The last nonempty one counts.
  for (const args of old) copyRenamed(args, globals, "helmGlobals");
  const saysSomething = Object.keys(helmGlobals.fields).some((field) => globals[field]);
  if (values.helmGlobals === undefined && saysSomething) values.helmGlobals = globals;
  return old.map((args) => {
    const chart = make(helmChart);
    copyRenamed(args, chart, "helmCharts");
    return args.node === undefined ? chart : { ...chart, node: args.node };
  });
}

/** Copies the fields that become part of `to`; all other fields of an old chart are dropped. */
function copyRenamed(args: Values, into: Values, to: string): void {
  const fields: Fields = helmChartArgs.fields;
  for (const name in fields) {
    const [owner, successor] = fields[name]!.becomes?.split(".") ?? [];
    if (owner === to && args[name]) into[successor!] = args[name];
  }
}
