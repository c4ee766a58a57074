/** One Kubernetes object: its node and its history, which is kept apart so that users' patches do not affect it. */

import { fail, type Place } from "../diagnostics/diagnostic.ts";
import { isNull, isTaggedNull } from "../yaml/scalar/resolve.ts";
import { atPlace, clone, Mapping, type Node, placeOf, scalarText } from "../yaml/tree/node.ts";
import { setText } from "../yaml/value/set_text.ts";
import type { Scopes } from "../schema/schema.ts";
import { apiVersionOf, type Gvk, parseApiVersion } from "./gvk.ts";
import { type History, NO_HISTORY, type PreviousId } from "./history.ts";
import type { ResId } from "./res_id.ts";
import { makeTextMap, readTextMap } from "./text_map.ts";

/** The set that holds a resource: it knows which kinds are cluster-scoped, and updates its index when an id changes. */
export interface ResourceOwner {
  readonly scopes: Scopes;
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

/** Changes parts of a resource's history. Hidden from users, too. */
export let updateHistory: (resource: Resource, changes: Partial<History>) => void;

/**
 * One object of a build. All changes go through `edit`, `replaceNode`, `updateHistory` and the setters and methods
 * built on them: they keep the id, and the lookups of the set that holds the resource, consistent.
 */
export class Resource {
  #node: Mapping;
  readonly #history: History;
  #owner: ResourceOwner | undefined;
  #id: ResId | undefined;

  static {
    ownership = {
      of: (resource) => resource.#owner,
      set: (resource, owner) => {
        if (owner?.scopes !== resource.#owner?.scopes) resource.#id = undefined;
        resource.#owner = owner;
      },
      scopesChanged: (resource) => resource.#forgetId(),
    };
    updateHistory = (resource, changes) => {
      Object.assign(resource.#history, changes);
      if (changes.previousIds !== undefined) resource.#owner?.idsChanged(resource);
    };
  }

  /** @param node The object, which then belongs to the resource. */
  constructor(node: Mapping, history: History = NO_HISTORY) {
    this.#node = node;
    this.#history = { ...history };
  }

  /** The object, for reading; change it by `edit`. */
  get node(): Mapping {
    return this.#node;
  }

  /** Runs `change` on the object, which it may modify in place. Returns its result. */
  edit<T>(change: (node: Mapping) => T): T {
    try {
      return change(this.#node);
    } finally {
      this.#forgetId();
    }
  }

  /** Replaces the object; the history stays. */
  replaceNode(node: Mapping): void {
    this.#node = node;
    this.#forgetId();
  }

  get history(): History {
    return this.#history;
  }

  /** The current id. While no set holds the resource, no kind counts as cluster-scoped. */
  get id(): ResId {
    return this.#id ??= this.#makeId();
  }

  /** The first id that the resource had: the one people write in patches and references. */
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

  get gvk(): Gvk {
    return { ...parseApiVersion(this.apiVersion), kind: this.kind };
  }

  set gvk(gvk: Gvk) {
    this.edit((node) => setText(node, "apiVersion", apiVersionOf(gvk)));
    this.kind = gvk.kind;
  }

  get apiVersion(): string {
    return scalarText(this.node.get("apiVersion"));
  }

  get kind(): string {
    return scalarText(this.node.get("kind"));
  }

  set kind(kind: string) {
    this.edit((node) => setText(node, "kind", kind));
  }

  /** "" if there is none, or null. */
  get name(): string {
    return textUnlessNull(this.metadata?.get("name"));
  }

  /** Throws `wrong-type` if the metadata is not a mapping, as the other setters below it do. */
  set name(name: string) {
    this.edit((node) => setText(metadataForWriting(node), "name", name));
  }

  /** As written; "" if there is none, or null. */
  get namespace(): string {
    return textUnlessNull(this.metadata?.get("namespace"));
  }

  /** "" removes the field, as in kustomize. */
  set namespace(namespace: string) {
    if (namespace === "") this.#deleteMetadata("namespace");
    else this.edit((node) => setText(metadataForWriting(node), "namespace", namespace));
  }

  /** For reading, like `node`. */
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
   * Rewrites all labels, after `change` if it is given, like kustomize's `SetLabels`: as strings in new nodes, sorted
   * by key; without labels, the field is removed. Throws `wrong-type` for an empty key.
   */
  rewriteLabels(change?: (labels: Map<string, string>) => void): void {
    this.#rewrite("labels", change);
  }

  /** Rewrites all annotations, like `rewriteLabels`. */
  rewriteAnnotations(change?: (annotations: Map<string, string>) => void): void {
    this.#rewrite("annotations", change);
  }

  /** The place that the object was read from, for messages. */
  get place(): Place | undefined {
    return placeOf(this.node);
  }

  /** A deep copy that belongs to no set. */
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
    return { gvk, name, namespace, clusterScoped: this.#owner?.scopes.isClusterScoped(gvk) ?? false };
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
    this.edit((node) => metadataForWriting(node).set(field, made));
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

function textUnlessNull(node: Node | undefined): string {
  return isTaggedNull(node) ? "" : scalarText(node);
}
