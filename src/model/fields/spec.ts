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
import type { Resource } from "../resource.ts";
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
    const steps = this.#steps ??= splitEscaped(this.spec.path, "/").map(parseStep);
    const { spec } = this;
    const at: Location = { path: spec.path, resource };
    const walk: Walk = { steps, at, spec, newField: spec.create ? newField : undefined, visit };
    resource.edit((node) => follow(walk, node, 0));
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

function parseStep(text: string): Step {
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
  const waiting: [Node, number][] = [[start, from]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) followOne(walk, next, waiting);
}

function followOne(walk: Walk, [start, from]: [Node, number], waiting: [Node, number][]): void {
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
  walk.visit(node, walk.at);
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
    mapping.entries.push({ key: new Scalar(step.name), value: made });
    return made;
  }
  if (entry.value.kind === "scalar" && isTaggedNull(entry.value)) {
    entry.value = inPlaceOfNull(entry.value, walk.newField, step.isList, isLast);
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
  value.tag = newField.tag;
  return value;
}
