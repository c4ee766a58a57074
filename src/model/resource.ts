/** One Kubernetes object: its node and its history, which is kept apart so that users' patches do not affect it. */

import { fail, type Place } from "../diagnostics/diagnostic.ts";
import type { Growth } from "../diagnostics/source.ts";
import { isNull, isTaggedNull } from "../yaml/scalar/resolve.ts";
import { atPlace, placeOf } from "../yaml/tree/place.ts";
import { clone } from "../yaml/tree/copy.ts";
import { keyTexts, Mapping, type Node, scalarText } from "../yaml/tree/node.ts";
import { growByLongText } from "../yaml/value/growth.ts";
import { setText } from "../yaml/value/set_text.ts";
import type { Scopes } from "../schema/schema.ts";
import { apiVersionOf, type Gvk, parseApiVersion } from "./gvk.ts";
import { type History, type HistoryStep, NO_HISTORY, type PreviousId } from "./history.ts";
import type { ResId } from "./res_id.ts";
import { makeTextMap, readTextMap, replaceTextMap } from "./text_map.ts";

/** The set that holds a resource: it knows which kinds are cluster-scoped, and updates its index when an id changes. */
export interface ResourceOwner {
  readonly scopes: Scopes;
  /** Limits the ids of a build. */
  readonly growth: Growth;
  idsChanged(resource: Resource): void;
}

/** Operations on a resource that only `ResourceSet` may use. */
interface Ownership {
  of(resource: Resource): ResourceOwner | undefined;
  set(resource: Resource, owner: ResourceOwner | undefined): void;
  /** Forgets the id of a resource, and notifies its owner. */
  scopesChanged(resource: Resource): void;
}

/** Not part of the class, to hide it from its users. */
export let ownership: Ownership;

/** How often the object of a resource may have changed. Hidden from users, too. */
export let changesOf: (resource: Resource) => number;

/** Modifies parts of the object that have nothing to do with the id, which is kept. Hidden from users, too. */
export let editKeepingId: (resource: Resource, change: () => void) => void;

/** Notes that parts of the id may be nodes of other fields, too, so that any change may change it. Hidden, too. */
export let noteSharedId: (resource: Resource) => void;

/** Changes parts of a resource's history. Hidden from users, too. */
export let updateHistory: (resource: Resource, changes: Partial<History>) => void;

/**
 * One Kubernetes object: its fields, and the ids it has had. Resources that a build returns belong to the caller.
 *
 * All changes go through `edit`, `replaceNode`, and the setters and methods based on them, which keep the id up to
 * date. `toObject` returns the fields as a plain object, and `fromObject` creates a resource from one.
 */
export class Resource {
  #node: Mapping;
  readonly #history: History;
  #owner: ResourceOwner | undefined;
  #id: ResId | undefined;
  #changes = 0;
  #sharesId = false;

  static {
    changesOf = (resource) => resource.#changes;
    ownership = {
      of: (resource) => resource.#owner,
      set: (resource, owner) => {
        if (owner?.scopes !== resource.#owner?.scopes) resource.#id = undefined;
        resource.#owner = owner;
      },
      scopesChanged: (resource) => resource.#forgetId(),
    };
    noteSharedId = (resource) => resource.#sharesId = true;
    editKeepingId = (resource, change) => {
      if (resource.#sharesId) return resource.edit(change);
      try {
        change();
      } finally {
        resource.#changes++;
      }
    };
    updateHistory = (resource, changes) => {
      const steps = changes.steps ?? resource.#history.steps;
      Object.assign(resource.#history, changes, steps && { steps: [...steps, stepOf(resource, changes)] });
      if (changes.previousIds !== undefined) resource.#owner?.idsChanged(resource);
    };
  }

  /**
   * Creates a resource without checking it; `fromObject` checks.
   *
   * @param node The object, which then belongs to the resource.
   */
  constructor(node: Mapping, history: History = NO_HISTORY) {
    this.#node = node;
    this.#history = { ...history };
  }

  /** The object, for reading only: use `edit` for changes. */
  get node(): Mapping {
    return this.#node;
  }

  /** Calls `change` to modify the object in place, and returns its result. */
  edit<T>(change: (node: Mapping) => T): T {
    try {
      return change(this.#node);
    } finally {
      this.#changes++;
      this.#forgetId();
    }
  }

  /** Replaces the object; earlier ids are kept. */
  replaceNode(node: Mapping): void {
    this.#node = node;
    this.#changes++;
    this.#forgetId();
  }

  /**
   * What the steps of a build know of the resource.
   *
   * @internal
   */
  get history(): History {
    return this.#history;
  }

  /** The current id. Unless the resource comes from a build, no kind counts as cluster-scoped. */
  get id(): ResId {
    return this.#id ??= this.#makeId();
  }

  /** The first id that the resource had: the one that patches and references use. */
  get originalId(): ResId {
    const first = this.history.previousIds[0];
    return first === undefined ? this.id : this.#fromPrevious(first);
  }

  /** Every earlier id, oldest first, without the current one. */
  previousIds(): ResId[] {
    return this.history.previousIds.map((previous) => this.#fromPrevious(previous));
  }

  /** Every id that the resource has had, oldest first, the current one last. */
  allIds(): ResId[] {
    return [...this.previousIds(), this.id];
  }

  /** Group, version and kind; setting it writes `apiVersion` and `kind`. */
  get gvk(): Gvk {
    const { group, version } = parseApiVersion(this.apiVersion);
    return { group, version, kind: this.kind };
  }

  set gvk(gvk: Gvk) {
    this.edit((node) => setText(node, "apiVersion", apiVersionOf(gvk)));
    this.kind = gvk.kind;
  }

  /** Group and version as written: `apps/v1`; "" if there is none. */
  get apiVersion(): string {
    return scalarText(this.node.get("apiVersion"));
  }

  /** The kind as written; "" if there is none. */
  get kind(): string {
    return scalarText(this.node.get("kind"));
  }

  set kind(kind: string) {
    this.edit((node) => setText(node, "kind", kind));
  }

  /** `metadata.name`; "" if there is none, or null. Setting it throws `wrong-type` if the metadata is not a mapping. */
  get name(): string {
    return textUnlessNull(this.metadata?.get("name"));
  }

  set name(name: string) {
    this.edit((node) => setText(metadataForWriting(node), "name", name));
  }

  /**
   * `metadata.namespace` as written; "" if there is none, or null. Setting it to "" removes the field, as in kustomize.
   * Throws `wrong-type` if the metadata is not a mapping.
   */
  get namespace(): string {
    return textUnlessNull(this.metadata?.get("namespace"));
  }

  set namespace(namespace: string) {
    if (namespace === "") this.#deleteMetadata("namespace");
    else this.edit((node) => setText(metadataForWriting(node), "namespace", namespace));
  }

  /** The mapping `metadata`, for reading only; undefined if there is none. */
  get metadata(): Mapping | undefined {
    const metadata = this.node.get("metadata");
    return metadata?.kind === "mapping" ? metadata : undefined;
  }

  /** Labels as text, in the order written; a value that is not a scalar counts as "". */
  labels(): ReadonlyMap<string, string> {
    return readTextMap(this.metadata?.get("labels"));
  }

  /** Annotations, in the same form as `labels`. */
  annotations(): ReadonlyMap<string, string> {
    return readTextMap(this.metadata?.get("annotations"));
  }

  /**
   * Rewrites all labels as kustomize's `SetLabels` does, after `change` has changed them: values become strings, sorted
   * by key. Without labels the field is removed. Throws `wrong-type` for an empty key.
   */
  rewriteLabels(change?: (labels: Map<string, string>) => void): void {
    this.#rewrite("labels", change);
  }

  /** Rewrites all annotations, like `rewriteLabels`. */
  rewriteAnnotations(change?: (annotations: Map<string, string>) => void): void {
    this.#rewrite("annotations", change);
  }

  /** Where the object was read from; undefined if a generator or a function made it. */
  get place(): Place | undefined {
    return placeOf(this.node);
  }

  /** A deep copy. */
  copy(): Resource {
    return new Resource(clone(this.node), this.history);
  }

  /** If the id has not been used since it was last forgotten, the owner has been notified already. */
  #forgetId(): void {
    if (this.#id === undefined) return;
    this.#id = undefined;
    this.#owner?.idsChanged(this);
  }

  #makeId(): ResId {
    const { gvk, name, namespace } = this;
    const owner = this.#owner;
    if (owner === undefined) return { gvk, name, namespace, clusterScoped: false };
    const { group, version, kind } = gvk;
    const length = group.length + version.length + kind.length + name.length + namespace.length;
    growByLongText(owner.growth, length, "names and namespaces", this.node);
    return { gvk, name, namespace, clusterScoped: owner.scopes.isClusterScoped(gvk) };
  }

  /** The namespace of a previous id is the effective one, which shows whether the kind was cluster-scoped. */
  #fromPrevious({ name, namespace, kind }: PreviousId): ResId {
    const { group, version } = this.id.gvk;
    return { gvk: { group, version, kind }, name, namespace, clusterScoped: false };
  }

  #rewrite(field: "labels" | "annotations", change: ((texts: Map<string, string>) => void) | undefined): void {
    const old = this.metadata?.get(field);
    const texts = readTextMap(old);
    change?.(texts);
    if (texts.size === 0) return this.#deleteMetadata(field);
    const made = makeTextMap(texts, field, old);
    this.edit((node) => replaceTextMap(metadataForWriting(node), field, made));
  }

  #deleteMetadata(field: string): void {
    const { metadata } = this;
    if (metadata !== undefined) this.edit(() => metadata.delete(field));
  }
}

function metadataForWriting(node: Mapping): Mapping {
  const metadata = node.get("metadata");
  if (metadata?.kind === "mapping") return metadata;
  if (!isNull(metadata)) fail("wrong-type", "metadata must be a mapping", atPlace(metadata));
  const made = new Mapping();
  node.set("metadata", made);
  return made;
}

function stepOf({ metadata }: Resource, changes: Partial<History>): HistoryStep {
  return { changes, metadata: keyTexts(metadata), annotations: keyTexts(metadata?.get("annotations")) };
}

function textUnlessNull(node: Node | undefined): string {
  return isTaggedNull(node) ? "" : scalarText(node);
}
