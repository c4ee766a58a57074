/** What made each change: the step that last set the field, on the side that has it. */

import type { Place } from "../../diagnostics/diagnostic.ts";
import type { FieldChange, ResourceChange } from "../../diff/report.ts";
import { pointerParts } from "../../text/json_pointer.ts";
import type { Resource } from "../../model/resource.ts";
import { originOf } from "../../trace/trace.ts";
import { type Node, placeOf } from "../../yaml/tree/node.ts";
import type { Comparison, Side } from "./side.ts";

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

/** Builds the sides again with a trace, if anything changed on them. */
export async function findCauses(
  comparison: Comparison,
  changes: readonly ResourceChange[],
  before: readonly Resource[],
  after: readonly Resource[],
): Promise<Causes> {
  const causes = new Map<FieldChange | ResourceChange, Cause>();
  const places = changes.flatMap((change) => [...placesOf(change)]);
  for (const [side, resources] of [["before", before], ["after", after]] as const) {
    const wanted = places.filter((one) => one.side === side);
    if (wanted.length === 0) continue;
    const traced = await tracedResources(comparison[side], resources);
    for (const { change, resource, pointer } of wanted) {
      causes.set(change, { side, ...causeOf(traced.get(resource) ?? resource, pointer) });
    }
  }
  return causes;
}

interface Wanted {
  change: FieldChange | ResourceChange;
  side: "before" | "after";
  resource: Resource;
  pointer: string;
}

function* placesOf(change: ResourceChange): Iterable<Wanted> {
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

/** The same resources, of a build with a trace. */
async function tracedResources(side: Side, resources: readonly Resource[]): Promise<Map<Resource, Resource>> {
  const traced = (await side.build(true)).resources;
  // A function may give other resources each time.
  if (traced.length !== resources.length) return new Map();
  return new Map(resources.map((resource, index) => [resource, traced[index]!]));
}

function causeOf(resource: Resource, pointer: string): Omit<Cause, "side"> {
  const writer = originOf(resource, pointer).at(-1);
  if (writer !== undefined) {
    return { place: writer.place ?? writer.step.place, step: writer.step.kind, field: writer.step.field };
  }
  const node = nodeAt(resource.node, pointer);
  return { place: node && placeOf(node) };
}

function nodeAt(root: Node, pointer: string): Node | undefined {
  let node: Node | undefined = root;
  for (const part of pointerParts(pointer)) {
    if (node?.kind === "mapping") node = node.get(part);
    else node = node?.kind === "sequence" ? node.items[Number(part)] : undefined;
  }
  return node;
}
