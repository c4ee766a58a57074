/** The steps that wrote some fields: a fraction of the work of a trace of whole resources. */

import { changesOf, type Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { type Node, scalarText } from "../yaml/tree/node.ts";
import type { Field, Writer } from "./field.ts";
import { isIndex, type PathStep, pathSteps } from "./field_path.ts";
import { FieldRecorder } from "./record.ts";
import type { Step, StepObserver, ValueSources } from "./step.ts";

interface FollowedField {
  path: string;
  /** Read once, because every step of the build asks. */
  steps: readonly PathStep[];
  field: Field | undefined;
}

/** What is followed of one resource, as it was after so many changes. */
interface Followed {
  fields: FollowedField[];
  changes: number;
}

/** Whether a path leads to its field after each step: an index would lead to another item. */
export function isStable(path: string): boolean {
  const steps = pathSteps(path);
  return steps.length > 0 &&
    steps.every(({ text, key, names }) => names.length < 2 && !(text.startsWith("[") && isIndex(key)));
}

export class FieldTrace implements StepObserver {
  readonly #pathsOf: (resource: Resource) => readonly string[];
  readonly #mostEntries: number;
  readonly #followed = new Map<Resource, Followed | "unwanted">();

  /**
   * @param pathsOf Paths such as `spec.template.spec.containers[name=web].image`, asked when a resource is loaded or
   * made.
   * @param mostEntries With more entries, a transformer is one step, and the last writer of a field may be unknown.
   */
  constructor(pathsOf: (resource: Resource) => readonly string[], mostEntries = Infinity) {
    this.#pathsOf = pathsOf;
    this.#mostEntries = mostEntries;
  }

  wantsParts(entries: number): boolean {
    return entries <= this.#mostEntries;
  }

  loaded(resources: Iterable<Resource>, step: Step): void {
    this.#look(resources, new FieldRecorder(step));
  }

  done(set: ResourceSet, step: Step, sources?: ValueSources): void {
    this.#look(set.resources, new FieldRecorder(step, sources));
  }

  /** The steps that wrote a field, oldest first. */
  writers(resource: Resource, path: string): readonly Writer[] {
    const followed = this.#followed.get(resource);
    if (followed === undefined || followed === "unwanted") return [];
    return followed.fields.find((one) => one.path === path)?.field?.writers ?? [];
  }

  /** The step that last wrote a field; undefined if it is not followed, or if several entries ran as that step. */
  lastWriter(resource: Resource, path: string): Writer | undefined {
    const writer = this.writers(resource, path).at(-1);
    return writer?.step.entries === undefined ? writer : undefined;
  }

  /** Each step looks at all resources, so those that it has not changed must cost little. */
  #look(resources: Iterable<Resource>, recorder: FieldRecorder): void {
    for (const resource of resources) {
      const followed = this.#followed.get(resource) ?? this.#follow(resource);
      if (followed === "unwanted" || followed.changes === changesOf(resource)) continue;
      followed.changes = changesOf(resource);
      this.#record(followed, resource, recorder);
    }
  }

  #record({ fields }: Followed, resource: Resource, recorder: FieldRecorder): void {
    for (const one of fields) {
      const { steps, field } = one;
      const node = nodeAt(resource.node, steps);
      const { key, names } = steps.at(-1)!;
      const name = names.length > 0 ? "" : key;
      if (node === undefined) one.field = undefined;
      else if (field === undefined) one.field = recorder.record(node, name);
      else recorder.update(field, node, name);
    }
  }

  #follow(resource: Resource): Followed | "unwanted" {
    const paths = this.#pathsOf(resource);
    const followed = paths.length === 0 ? "unwanted" : {
      fields: paths.map((path) => ({ path, steps: pathSteps(path), field: undefined })),
      changes: -1,
    };
    this.#followed.set(resource, followed);
    return followed;
  }
}

function nodeAt(root: Node, steps: readonly PathStep[]): Node | undefined {
  let node: Node | undefined = root;
  for (const { key, names } of steps) {
    if (node?.kind === "mapping") node = node.get(key);
    else node = node?.kind === "sequence" ? itemOf(node.items, names[0]) : undefined;
  }
  return node;
}

function itemOf(items: readonly Node[], named: PathStep["names"][0] | undefined): Node | undefined {
  if (named === undefined) return undefined;
  const [field, value] = named;
  return items.find((item) => item.kind === "mapping" && scalarText(item.get(field)) === value);
}
