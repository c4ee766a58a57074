/** The trace of a build: which step wrote which field of which resource. */

import { chartTemplate } from "../diagnostics/chart_template.ts";
import { changesOf, type Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { pointerParts } from "../text/json_pointer.ts";
import { contentOf, type Field, type Writer } from "./field.ts";
import { FieldRecorder } from "./record.ts";
import type { Step, StepObserver, ValueSources } from "./step.ts";

/** A resource, and its fields as they were after so many changes. */
interface Traced {
  resource: Resource;
  field: Field;
  changes: number;
}

/** The resources of a set after a step. */
interface Seen {
  all: Resource[];
  traced: Traced[];
}

/** The resources that builds with a trace have returned. */
const traced = new WeakMap<Resource, Traced>();

/** Records the fields of all resources, or of some. A step costs as much as the resources that it has changed. */
export class Trace implements StepObserver {
  readonly #wants: (resource: Resource) => boolean;
  readonly #unwanted = new WeakSet<Resource>();
  readonly #seen = new WeakMap<ResourceSet, Seen>();

  /** @param wants Whether to record a resource, asked when it is loaded or generated. Default: all. */
  constructor(wants: (resource: Resource) => boolean = () => true) {
    this.#wants = wants;
  }

  wantsParts(): boolean {
    return true;
  }

  loaded(resources: Iterable<Resource>, step: Step): void {
    const recorder = new FieldRecorder(step);
    for (const resource of resources) this.#take(resource, recorder);
  }

  /** Sees what a function may replace, if no step before it has made the set known. */
  starting(_target: unknown, step: Step, set: ResourceSet): void {
    if (!this.#seen.has(set)) this.#look(set, undefined, new FieldRecorder(step));
  }

  done(set: ResourceSet, step: Step, sources?: ValueSources): void {
    const recorder = new FieldRecorder(step, sources);
    const seen = this.#seen.get(set);
    if (seen !== undefined && sources?.made !== undefined && this.#lookAt(sources.made, set, seen, recorder)) return;
    // The transformers of fields leave the resources in their positions, or there are fewer of them.
    const mayReplace = step.field === undefined || sources?.made !== undefined;
    if (mayReplace || seen?.all.length !== set.size) this.#look(set, seen, recorder);
    else for (const one of seen.traced) update(one, recorder);
  }

  /** Looks only at what a generator made. Returns false if the set has other resources that were not seen. */
  #lookAt(made: readonly Resource[], { resources }: ResourceSet, seen: Seen, recorder: FieldRecorder): boolean {
    for (const resource of made) {
      const index = resources.lastIndexOf(resource);
      if (index < 0 || index > seen.all.length) return false;
      const old = seen.all[index];
      const place = old === undefined ? -1 : seen.traced.findIndex((one) => one.resource === old);
      const one = takeOver(resource, old) ?? this.#take(resource, recorder);
      seen.all[index] = resource;
      if (one === undefined) continue;
      update(one, recorder);
      seen.traced[place < 0 ? seen.traced.length : place] = one;
    }
    return seen.all.length === resources.length;
  }

  #look(set: ResourceSet, seen: Seen | undefined, recorder: FieldRecorder): void {
    const all = [...set.resources];
    // `ResourceSet.replace` puts the new resource in the position of the old one.
    const before = seen?.all.length === all.length ? seen.all : [];
    const found = all.map((resource, index) => {
      if (this.#unwanted.has(resource)) return undefined;
      const one = traced.get(resource) ?? takeOver(resource, before[index]);
      if (one === undefined) return this.#take(resource, recorder);
      update(one, recorder);
      return one;
    });
    this.#seen.set(set, { all, traced: found.filter((one) => one !== undefined) });
  }

  #take(resource: Resource, recorder: FieldRecorder): Traced | undefined {
    if (!this.#wants(resource)) {
      this.#unwanted.add(resource);
      return undefined;
    }
    const template = resource.place && chartTemplate(resource.place);
    const own = template === undefined ? recorder : recorder.of(template);
    const one = { resource, field: own.record(resource.node), changes: changesOf(resource) };
    traced.set(resource, one);
    return one;
  }
}

/** A new resource has the fields of the one that it replaced. */
function takeOver(resource: Resource, old: Resource | undefined): Traced | undefined {
  const field = old && traced.get(old)?.field;
  if (field === undefined || old === resource) return undefined;
  const one = { resource, field, changes: -1 };
  traced.set(resource, one);
  return one;
}

function update(one: Traced, recorder: FieldRecorder): void {
  const changes = changesOf(one.resource);
  if (changes === one.changes) return;
  one.changes = changes;
  recorder.update(one.field, one.resource.node);
}

/** The fields of a resource that a build with a trace returned; undefined for any other. */
export function fieldsOf(resource: Resource): Field | undefined {
  return traced.get(resource)?.field;
}

/**
 * The steps that set a field, oldest first; the last one set its value. Needs a build with `trace: true`.
 *
 * @example
 * ```ts
 * import { build, MemoryFileSystem, originOf } from "@kust/kust";
 *
 * const files = new MemoryFileSystem({
 *   "/app/kustomization.yaml": "namePrefix: dev-\nresources: [service.yaml]\n",
 *   "/app/service.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n",
 * });
 * const { resources: [service] } = await build(files, "/app", { trace: true });
 * const kinds = originOf(service!, "/metadata/name").map(({ step }) => step.kind);
 * console.assert(kinds.join() === "load,PrefixTransformer");
 * ```
 *
 * @param pointer A JSON pointer, such as `/spec/replicas`; "" for the whole resource.
 * @returns The steps; none if there is no such field, or the build had no trace.
 */
export function originOf(resource: Resource, pointer: string): readonly Writer[] {
  let field = fieldsOf(resource);
  for (const part of pointerParts(pointer)) field = field && childOf(field, part);
  return field?.writers ?? [];
}

function childOf(parent: Field, part: string): Field | undefined {
  const content = contentOf(parent);
  if (content.kind === "mapping") return content.fields.get(part);
  return content.kind === "sequence" ? content.items[Number(part)] : undefined;
}
