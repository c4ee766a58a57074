/** What made each change: the step that last set the field, on the side that has it. */

import type { Place } from "../../diagnostics/diagnostic.ts";
import type { FieldChange, ResourceChange } from "../../diff/report.ts";
import type { Resource } from "../../model/resource.ts";
import { pointerParts } from "../../text/json_pointer.ts";
import { originOf } from "../../trace/trace.ts";
import { type Node, placeOf } from "../../yaml/tree/node.ts";
import type { Comparison, Side, SideResult } from "./side.ts";

export interface Cause {
  /** The side that has the field: `after`, unless it is gone. */
  side: "before" | "after";
  /** Where the value is written, or else where the step that made it is asked for. */
  place: Place | undefined;
  /** The kind of the step, and the field of the kustomization that asks for it; absent for rendered manifests. */
  step?: string | undefined;
  field?: string | undefined;
}

/** A change of a whole resource has the place where that begins. */
export type Causes = ReadonlyMap<FieldChange | ResourceChange, Cause>;

/** A change and the field that is to have a cause. */
interface Wanted {
  change: FieldChange | ResourceChange;
  side: "before" | "after";
  resource: Resource;
  pointer: string;
}

/**
 * The causes of all changes. Most values are where they are written; if one is not, or if steps are asked for, builds its side again
 * with a trace.
 *
 * @param built The results of both sides.
 */
export async function findCauses(
  comparison: Comparison,
  changes: readonly ResourceChange[],
  built: Readonly<Record<"before" | "after", SideResult>>,
  steps: boolean,
): Promise<Causes> {
  const causes = new Map<FieldChange | ResourceChange, Cause>();
  const all = changes.flatMap((change) => [...wantedOf(change)]);
  for (const side of ["before", "after"] as const) {
    const wanted = all.filter((one) => one.side === side);
    const written = new Map(wanted.map((one) => [one, steps ? undefined : writtenPlace(one)]));
    const needsTrace = wanted.some((one) => written.get(one) === undefined);
    const traced = needsTrace ? await tracedResources(comparison[side], built[side]) : undefined;
    for (const one of wanted) {
      const place = written.get(one);
      causes.set(one.change, { side, ...(place === undefined ? tracedCause(one, traced) : { place }) });
    }
  }
  return causes;
}

function* wantedOf(change: ResourceChange): Iterable<Wanted> {
  const { before, after, fields } = change;
  if (after === undefined) yield { change, side: "before", resource: before!, pointer: "" };
  else if (before === undefined) yield { change, side: "after", resource: after, pointer: "" };
  else {
    for (const field of fields) {
      if (field.after !== undefined) {
        yield { change: field, side: "after", resource: after, pointer: field.after.pointer };
      } else if (field.before !== undefined) {
        yield { change: field, side: "before", resource: before, pointer: field.before.pointer };
      }
    }
  }
}

/** The resources of a side, each with the same one of a build with a trace. */
async function tracedResources(side: Side, { resources }: SideResult): Promise<Map<Resource, Resource>> {
  const traced = (await side.build({ trace: true })).resources;
  // A function may give other resources each time.
  if (traced.length !== resources.length) return new Map();
  return new Map(resources.map((resource, index) => [resource, traced[index]!]));
}

function tracedCause(
  { resource, pointer }: Wanted,
  traced: ReadonlyMap<Resource, Resource> | undefined,
): Omit<Cause, "side"> {
  const writer = originOf(traced?.get(resource) ?? resource, pointer).at(-1);
  if (writer !== undefined) {
    return { place: writer.place ?? writer.step.place, step: writer.step.kind, field: writer.step.field };
  }
  const node = nodeAt(resource.node, pointer);
  return { place: node && placeOf(node) };
}

/** Where the value is written. Undefined if it is not: some steps overwrite a scalar, which keeps the place of the old one. */
function writtenPlace({ resource, pointer }: Wanted): Place | undefined {
  const node = nodeAt(resource.node, pointer);
  const place = node && placeOf(node);
  if (place === undefined || node === undefined) return undefined;
  return node.kind !== "scalar" || isWritten(node.value, place) ? place : undefined;
}

function isWritten(value: string, { source: { text }, offset }: Place): boolean {
  switch (text[offset]) {
    case "|":
    case ">": {
      const [first = ""] = value.trimStart().split(/\s/);
      const start = text.indexOf("\n", offset);
      return text.slice(start).trimStart().startsWith(first);
    }
    case "'":
    case '"':
      return text.startsWith(value, offset + 1);
    default:
      return text.startsWith(value, offset);
  }
}

function nodeAt(root: Node, pointer: string): Node | undefined {
  let node: Node | undefined = root;
  for (const part of pointerParts(pointer)) {
    if (node?.kind === "mapping") node = node.get(part);
    else node = node?.kind === "sequence" ? node.items[Number(part)] : undefined;
  }
  return node;
}
