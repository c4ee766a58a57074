/** The trace of a build: which step wrote which field of which resource. */

import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { pointerParts } from "../text/json_pointer.ts";
import { contentOf, type Field, type Writer } from "./field.ts";
import { FieldRecorder } from "./record.ts";
import type { KeyPlaces, Step, StepObserver } from "./step.ts";

/** The fields of the resources that builds with a trace have returned. */
const traced = new WeakMap<Resource, Field>();

export class Trace implements StepObserver {
  /** The resources of each set after the last step, to see what a generator has replaced. */
  readonly #seen = new WeakMap<ResourceSet, readonly Resource[]>();

  readonly wantsParts = true;

  loaded(resources: Iterable<Resource>, step: Step): void {
    const recorder = new FieldRecorder(step);
    for (const resource of resources) traced.set(resource, recorder.record(resource.node));
  }

  done(set: ResourceSet, step: Step, keyPlaces?: () => KeyPlaces): void {
    const recorder = new FieldRecorder(step, keyPlaces?.());
    const seen = this.#seen.get(set);
    for (const [index, resource] of set.resources.entries()) {
      // `ResourceSet.replace` puts the new resource in the position of the old one.
      const field = traced.get(resource) ?? (seen?.length === set.size ? traced.get(seen[index]!) : undefined);
      if (field === undefined) traced.set(resource, recorder.record(resource.node));
      else {
        traced.set(resource, field);
        recorder.update(field, resource.node);
      }
    }
    this.#seen.set(set, [...set.resources]);
  }
}

/** The fields of a resource that a build with a trace returned; undefined for any other. */
export function fieldsOf(resource: Resource): Field | undefined {
  return traced.get(resource);
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
  let field = traced.get(resource);
  for (const part of pointerParts(pointer)) field = field && childOf(field, part);
  return field?.writers ?? [];
}

function childOf(parent: Field, part: string): Field | undefined {
  const content = contentOf(parent);
  if (content.kind === "mapping") return content.fields.get(part);
  return content.kind === "sequence" ? content.items[Number(part)] : undefined;
}
