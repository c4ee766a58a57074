/** Finds the cause of each change: the step that last set the field, on the side that has it. */

import type { Place } from "../../diagnostics/diagnostic.ts";
import type { FieldChange, ResourceChange } from "../../diff/report.ts";
import type { Resource } from "../../model/resource.ts";
import { pointerParts } from "../../text/json_pointer.ts";
import { addToList } from "../../text/multimap.ts";
import type { Writer } from "../../trace/field.ts";
import { FieldTrace, isStable } from "../../trace/field_trace.ts";
import type { StepObserver } from "../../trace/step.ts";
import { originOf, Trace } from "../../trace/trace.ts";
import { traceKey } from "../../trace/trace_key.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { placeOf } from "../../yaml/tree/place.ts";
import type { Comparison, Side, SideResult } from "./sides/side.ts";

export interface Cause {
  /** The side that has the field: `after`, unless the field was removed. */
  side: "before" | "after";
  /** The place of the value, or of the request for the step that computed it. */
  place: Place | undefined;
  /** The kind of the step, and the field of the kustomization that requests it; absent for rendered manifests. */
  step?: string | undefined;
  field?: string | undefined;
}

/** The cause of a change of a whole resource is the place where the resource begins. */
export type Causes = ReadonlyMap<FieldChange | ResourceChange, Cause>;

/** A change, and the field whose cause is sought. */
interface Wanted {
  change: FieldChange | ResourceChange;
  side: "before" | "after";
  resource: Resource;
  pointer: string;
}

/** The results of both sides. */
interface Built {
  before: SideResult;
  after: SideResult;
  /** The steps that wrote fields of `after` which a kustomization is likely to set. */
  likely: FieldTrace;
}

/**
 * The causes of all changes. Most values have their own place, and some steps were observed during the build. If
 * neither is enough, or if the steps themselves are requested, builds the side again.
 */
export async function findCauses(
  comparison: Comparison,
  changes: readonly ResourceChange[],
  built: Built,
  steps: boolean,
): Promise<Causes> {
  const causes = new Map<FieldChange | ResourceChange, Cause>();
  const all = changes.flatMap((change) => [...wantedOf(change)]);
  for (const side of ["before", "after"] as const) {
    const wanted = all.filter((one) => one.side === side);
    const written = new Map(wanted.map((one) => [one, steps ? undefined : writtenPlace(one)]));
    const known = new Map(wanted.map((one) => [one, knownWriter(one, built.likely)]));
    const open = wanted.filter((one) => written.get(one) === undefined && known.get(one) === undefined);
    const lastWriter = open.length > 0 ? await trace(comparison[side], built[side], open) : undefined;
    for (const one of wanted) {
      const place = written.get(one);
      const writer = known.get(one) ?? lastWriter?.(one);
      causes.set(one.change, { side, ...(place === undefined ? causeOf(one, writer) : { place }) });
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

function knownWriter(wanted: Wanted, likely: FieldTrace): Writer | undefined {
  return wanted.side === "after" && isSimple(wanted) ? likely.lastWriter(wanted.resource, pathOf(wanted)) : undefined;
}

/** The last step that wrote a field. */
type LastWriter = (wanted: Wanted) => Writer | undefined;

/**
 * Builds a side again, and traces the wanted fields. Generated data, and fields whose path changes during the build,
 * need a trace of the whole resource.
 */
async function trace(side: Side, { resources }: SideResult, wanted: readonly Wanted[]): Promise<LastWriter> {
  const whole = new Set(wanted.filter((one) => !isSimple(one)).map(({ resource }) => traceKey(resource)));
  const paths = new Map<string, string[]>();
  for (const one of wanted.filter(isSimple)) addToList(paths, traceKey(one.resource), pathOf(one));
  const fields = new FieldTrace((resource) => paths.get(traceKey(resource)) ?? []);
  const observers = [fields, ...(whole.size === 0 ? [] : [new Trace((one) => whole.has(traceKey(one)))])];
  const { resources: traced } = await side.build({ steps: all(observers) });
  // A function may return different resources each time.
  if (traced.length !== resources.length) return () => undefined;
  const same = new Map(resources.map((resource, index) => [resource, traced[index]!]));
  return (one) => {
    const resource = same.get(one.resource)!;
    return (isSimple(one) ? fields.writers(resource, pathOf(one)) : originOf(resource, one.pointer)).at(-1);
  };
}

function isSimple(wanted: Wanted): boolean {
  const { kind } = wanted.resource;
  return kind !== "ConfigMap" && kind !== "Secret" && isStable(pathOf(wanted));
}

function pathOf({ change }: Wanted): string {
  return "path" in change ? change.path : "";
}

/** An observer that passes everything on. */
function all(observers: readonly StepObserver[]): StepObserver {
  return {
    wantsParts: () => true,
    loaded: (resources, step) => observers.forEach((observer) => observer.loaded(resources, step)),
    starting: (target, step, set) => observers.forEach((observer) => observer.starting?.(target, step, set)),
    done: (set, step, sources) => observers.forEach((observer) => observer.done(set, step, sources)),
  };
}

function causeOf(wanted: Wanted, writer: Writer | undefined): Omit<Cause, "side"> {
  if (writer !== undefined) {
    return { place: writer.place ?? writer.step.place, step: writer.step.kind, field: writer.step.field };
  }
  const node = nodeAt(wanted.resource.node, wanted.pointer);
  return { place: node && placeOf(node) };
}

/**
 * The place of the value; undefined if a step has overwritten the scalar, which keeps the place of the old value.
 */
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
