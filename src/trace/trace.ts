/** The trace of a build: which step wrote which field of which resource. */

import { chartTemplate } from "../diagnostics/chart_template.ts";
import { changesOf, type Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { pointerParts } from "../text/json_pointer.ts";
import { contentOf, type Field, type Writer } from "./field.ts";
import { FieldRecorder } from "./record.ts";
import type { Step, StepObserver, ValueSources } from "./step.ts";

/** The fields of a resource as they were after so many changes. */
interface Traced {
  field: Field;
  changes: number;
}

/** The resources that builds with a trace have returned. */
const traced = new WeakMap<Resource, Traced>();

/** Records the fields of all resources, or of some. A step costs as much as the resources that it has changed. */
export class Trace implements StepObserver {
  readonly #wants: (resource: Resource) => boolean;
  readonly #unwanted = new WeakSet<Resource>();
  /** The resources of a set after the step before. */
  readonly #seen = new WeakMap<ResourceSet, Resource[]>();

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
    this.#look(set, seen, recorder);
  }

  /** Looks only at what a generator made. Returns false if the set has other resources that were not seen. */
  #lookAt(made: readonly Resource[], { resources }: ResourceSet, seen: Resource[], recorder: FieldRecorder): boolean {
    for (const resource of made) {
      const index = resources.lastIndexOf(resource);
      if (index > seen.length) return false;
      this.#lookAtOne(resource, seen[index], recorder);
      seen[index] = resource;
    }
    return seen.length === resources.length;
  }

  #look(set: ResourceSet, seen: readonly Resource[] | undefined, recorder: FieldRecorder): void {
    const resources = [...set.resources];
    // `ResourceSet.replace` puts the new resource in the position of the old one.
    const before = seen?.length === resources.length ? seen : [];
    for (const [index, resource] of resources.entries()) {
      if (!this.#unwanted.has(resource)) this.#lookAtOne(resource, before[index], recorder);
    }
    this.#seen.set(set, resources);
  }

  #lookAtOne(resource: Resource, before: Resource | undefined, recorder: FieldRecorder): void {
    const one = traced.get(resource) ?? takeOver(resource, before);
    if (one === undefined) this.#take(resource, recorder);
    else update(one, resource, recorder);
  }

  #take(resource: Resource, recorder: FieldRecorder): void {
    if (!this.#wants(resource)) {
      this.#unwanted.add(resource);
      return;
    }
    const template = resource.place && chartTemplate(resource.place);
    const own = template === undefined ? recorder : recorder.of(template);
    traced.set(resource, { field: own.record(resource.node), changes: changesOf(resource) });
  }
}

/** A new resource has the fields of the one that it replaced. */
function takeOver(resource: Resource, old: Resource | undefined): Traced | undefined {
  const field = old && traced.get(old)?.field;
  if (field === undefined) return undefined;
  const one = { field, changes: -1 };
  traced.set(resource, one);
  return one;
}

function update(one: Traced, resource: Resource, recorder: FieldRecorder): void {
  const changes = changesOf(resource);
  if (changes === one.changes) return;
  one.changes = changes;
  recorder.update(one.field, resource.node);
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

/** The field of a key, or of an index. */
export function childOf(parent: Field, part: string): Field | undefined {
  const content = contentOf(parent);
  if (content.kind === "mapping") return content.fields.get(part);
  return content.kind === "sequence" ? content.items[Number(part)] : undefined;
}
