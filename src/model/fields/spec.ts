/**
 * Field specs: the fields of each kind that a transformer changes, and the walk that finds them in a resource.
 *
 * The rules are those of kyaml's field spec filter: a step implicitly enters every element of a list on the way, null
 * ends the walk silently, and text on the way is an error.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import { isTaggedNull } from "../../yaml/scalar/resolve.ts";
import { Mapping, type Node, Scalar, Sequence, type ShortTag } from "../../yaml/tree/node.ts";
import { describe, type Location, withPlace } from "./field_error.ts";
import { indexOfStep, isListStep, splitEscaped } from "./path.ts";
import { type Gvk, gvkIsSelected } from "../gvk.ts";
import { editKeepingId, type Resource } from "../resource.ts";
import { trimSpace } from "../../text/white_space.ts";

/** The fields that a transformer changes; absent or empty parts of the gvk match all kinds. */
export interface FieldSpec extends Partial<Gvk> {
  /** Steps separated by `/`; `[]` after a step marks a list; `\/` is a slash in a step. */
  path: string;
  /** Whether to create the field, and missing parts of the path to it. */
  create: boolean;
  /** The node of the spec, for messages. */
  node?: Node;
}

/** The field that a spec with `create` adds; `tag` also replaces that of a null. */
export interface NewField {
  kind: "scalar" | "mapping";
  tag: ShortTag | "";
}

/** Called with each selected field; changes the node in place. */
export type FieldVisitor = (field: Node, at: Location) => void;

/** Field specs in order, prepared for many resources: a resource is matched only against specs of its kind. */
export class FieldSpecs {
  readonly #specs: readonly FieldSpec[];
  readonly #byType = new Map<string, PreparedFieldSpec[]>();

  constructor(specs: readonly FieldSpec[]) {
    this.#specs = specs;
  }

  /** The specs that apply to a kind. */
  selecting(gvk: Gvk): readonly PreparedFieldSpec[] {
    const key = `${gvk.kind}\0${gvk.version}\0${gvk.group}`;
    let selecting = this.#byType.get(key);
    if (selecting === undefined) {
      selecting = this.#specs.filter((spec) => gvkIsSelected(gvk, spec)).map((spec) => new PreparedFieldSpec(spec));
      this.#byType.set(key, selecting);
    }
    return selecting;
  }

  /** Calls `visit` for each field of `resource` that a spec selects. */
  visit(resource: Resource, newField: NewField | undefined, visit: FieldVisitor): void {
    for (const prepared of this.selecting(resource.id.gvk)) prepared.visit(resource, newField, visit);
  }
}

/** A field spec whose path is split once, on first use. */
export class PreparedFieldSpec {
  readonly spec: FieldSpec;
  #steps: Step[] | undefined;

  constructor(spec: FieldSpec) {
    this.spec = spec;
  }

  /**
   * Calls `visit` for each field that the path leads to in `resource`, without checking its kind (see
   * `FieldSpecs.selecting`). Without `newField` it creates nothing. Throws `wrong-type` if text is on the way,
   * `invalid-field-spec` for a path that no mapping can have.
   */
  visit(resource: Resource, newField: NewField | undefined, visit: FieldVisitor): void {
    const { spec } = this;
    const at: Location = { path: spec.path, resource };
    const walk: Walk = { steps: this.#split(), at, spec, newField: spec.create ? newField : undefined, visit };
    follow(walk, resource.node, 0);
  }

  /** Like `visit`, without creating fields, for one of many specs: `trail` is of the same resource. */
  visitAlong(trail: Trail, visit: FieldVisitor): void {
    const { spec } = this;
    const steps = this.#split();
    const depth = trail.lead(steps);
    const node = trail.end;
    if (node === undefined) return;
    const at: Location = { path: spec.path, resource: trail.resource };
    follow({ steps, at, spec, newField: undefined, visit }, node, depth);
  }

  #split(): readonly Step[] {
    return this.#steps ??= splitEscaped(this.spec.path, "/").map(parseStep);
  }
}

/**
 * The nodes along the path that was last followed in a resource. The many paths of a kind mostly begin alike, and each
 * is followed from where it leaves the last one. Only for changes that keep mappings and lists in their places.
 */
export class Trail {
  readonly resource: Resource;
  readonly #names: string[] = [];
  /** The node before each step, and the one after the last, which is undefined if there is none. */
  readonly #nodes: (Node | undefined)[];

  constructor(resource: Resource) {
    this.resource = resource;
    this.#nodes = [resource.node];
  }

  get end(): Node | undefined {
    return this.#nodes[this.#nodes.length - 1];
  }

  /** Goes along `steps` as far as they plainly lead through mappings. Returns the number of steps made. */
  lead(steps: readonly Step[]): number {
    let depth = this.#turnBack(steps);
    for (; depth < steps.length; depth++) {
      const { end } = this;
      const { name, problem } = steps[depth]!;
      if (end?.kind !== "mapping" || problem !== "" || name === "") break;
      const value = end.get(name);
      if (value?.kind === "scalar") break;
      this.#names.push(name);
      this.#nodes.push(value);
    }
    return depth;
  }

  /** Goes back to where `steps` leave the path. */
  #turnBack(steps: readonly Step[]): number {
    let depth = 0;
    while (depth < this.#names.length && this.#names[depth] === steps[depth]?.name) depth++;
    this.#names.length = depth;
    this.#nodes.length = depth + 1;
    return depth;
  }
}

interface Step {
  name: string;
  isList: boolean;
  /** The reason why no mapping can have a field with this name, or "". */
  problem: string;
}

interface Walk {
  steps: readonly Step[];
  at: Location;
  spec: FieldSpec;
  newField: NewField | undefined;
  visit: FieldVisitor;
}

/** Most steps are such names, which have neither brackets nor problems. */
const NAME = /^[A-Za-z]\w*$/;

function parseStep(text: string): Step {
  if (NAME.test(text)) return { name: text, isList: false, problem: "" };
  const isList = text.endsWith("[]");
  const field = isList ? text.slice(0, -2) : text;
  const name = trimSpace(field);
  return { name, isList, problem: field !== "" && name === "" ? "" : problemOf(name) };
}

/** kustomize looks fields up with kyaml's path getter, to which numbers, `-`, `*` and `[…]` mean elements of a list. */
function problemOf(name: string): string {
  if (name === "") return "a step of the path is empty";
  if (name === "*") return "wildcards are not supported in field specs";
  if (name === "-" || indexOfStep(name) !== undefined || isListStep(name)) {
    return `'${name}' selects a list element, but the path leads to a mapping`;
  }
  return "";
}

/** Nodes wait on a list, the next one last, since paths may be long and lists nested deep. */
function follow(walk: Walk, start: Node, from: number): void {
  const waiting: [Node, number][] = [];
  followOne(walk, start, from, waiting);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) followOne(walk, next[0], next[1], waiting);
}

function followOne(walk: Walk, start: Node, from: number, waiting: [Node, number][]): void {
  let node: Node | undefined = start;
  for (let depth = from; depth < walk.steps.length; depth++) {
    while (node.kind === "alias") node = node.target;
    switch (node.kind) {
      case "mapping":
        node = followField(walk, node, depth);
        if (node === undefined) return;
        break;
      case "sequence":
        for (let at = node.items.length - 1; at >= 0; at--) waiting.push([node.items[at]!, depth]);
        return;
      case "scalar":
        if (isTaggedNull(node)) return;
        fail(
          "wrong-type",
          `${walk.at.path} of ${describe(walk.at)}: expected a mapping or list before ` +
            `'${walk.steps[depth]!.name}', found the string '${node.value}'`,
          withPlace(node, walk.at),
        );
    }
  }
  const end = node;
  edit(walk, () => walk.visit(end, walk.at));
}

/** Fields that surely have no part in the id of a resource. */
const APART_FROM_ID = /^(?:spec|metadata\/(?:labels|annotations))(?:\/|$)/;

/** Makes a change. The resource is edited only here, since most paths lead nowhere. */
function edit({ at: { path, resource } }: Walk, change: () => void): void {
  if (APART_FROM_ID.test(path)) editKeepingId(resource, change);
  else resource.edit(change);
}

function followField(walk: Walk, mapping: Mapping, depth: number): Node | undefined {
  const step = walk.steps[depth]!;
  if (step.problem !== "") {
    fail("invalid-field-spec", `field spec '${walk.at.path}': ${step.problem}`, withPlace(walk.spec.node, walk.at));
  }
  // kustomize passes over blanks, but not over empty steps.
  if (step.name === "") return mapping;
  const isLast = depth === walk.steps.length - 1;
  const entry = mapping.entry(step.name);
  if (entry === undefined) {
    if (walk.newField === undefined || step.isList) return undefined;
    const made = isLast && walk.newField.kind === "scalar" ? new Scalar("") : new Mapping();
    edit(walk, () => mapping.entries.push({ key: new Scalar(step.name), value: made }));
    return made;
  }
  const { value } = entry;
  if (value.kind === "scalar" && isTaggedNull(value)) {
    edit(walk, () => entry.value = inPlaceOfNull(value, walk.newField, step.isList, isLast));
  }
  return entry.value;
}

/**
 * kustomize turns a null into the kind that belongs there, even if it then writes nothing: an image transformer turns
 * `containers:` into `containers: []`. A scalar keeps its text ("null", "~" or "").
 */
function inPlaceOfNull(value: Scalar, newField: NewField | undefined, isList: boolean, isLast: boolean): Node {
  if (isList) return new Sequence([], value.source, value.start);
  if (newField === undefined) return value;
  if (!isLast || newField.kind === "mapping") return new Mapping([], value.source, value.start);
  // Without a tag it counts as made by the transformer, and not as null.
  if (newField.tag === "") return new Scalar(value.value);
  value.tag = newField.tag;
  return value;
}
