/**
 * One Kubernetes object: its node and, beside it, its history.
 *
 * kustomize keeps the history in annotations of the user's object and strips them at the end; here it is fields, so that no
 * user's patch meets it. Where that made a difference one can see, the code that restores it says so.
 */

import { fail, type Place } from "../diagnostics/diagnostic.ts";
import { atPlace, clone, Mapping, type Node, placeOf, Scalar, stringScalar } from "../yaml/tree/node.ts";
import { isNull, isTaggedNull } from "../yaml/scalar/resolve.ts";
import { apiVersionOf, type Gvk, parseApiVersion } from "./gvk.ts";
import { effectiveNamespace, type ResId } from "./res_id.ts";
import { setText } from "../yaml/value/set_text.ts";
import type { Scopes } from "../schema/schema.ts";

/** What a generated resource does where one with its id is there already. */
export type Behavior = "unspecified" | "create" | "merge" | "replace";

/** An id that a resource once had. Group and version are those of today, as in kustomize. */
export interface PreviousId {
  name: string;
  /** The effective namespace at that time. */
  namespace: string;
  kind: string;
}

/** Where a resource, or a change of it, came from: what `buildMetadata: [originAnnotations]` shows. */
export interface Origin {
  path?: string;
  repo?: string;
  ref?: string;
  configuredIn?: string;
  configuredBy?: { apiVersion: string; kind: string; name?: string; namespace?: string };
}

/** What kustomize holds in build annotations. */
export interface History {
  /** Oldest first. */
  previousIds: PreviousId[];
  /** Prefixes and suffixes in the order they were added. */
  prefixes: string[];
  suffixes: string[];
  needsHash: boolean;
  /** Undefined on what no generator has made. */
  behavior: Behavior | undefined;
  allowNameChange: boolean;
  allowKindChange: boolean;
  origin: Origin | undefined;
  transformations: Origin[];
  /** Vars that read from this resource. */
  varNames: string[];
  /** Came out of a helm chart: `namespace:` treats it apart. */
  fromHelm: boolean;
}

export function newHistory(): History {
  return {
    previousIds: [],
    prefixes: [],
    suffixes: [],
    needsHash: false,
    behavior: undefined,
    allowNameChange: false,
    allowKindChange: false,
    origin: undefined,
    transformations: [],
    varNames: [],
    fromHelm: false,
  };
}

/** The set that holds a resource: it knows which kinds are cluster-scoped, and keeps its index true when an id changes. */
export interface ResourceOwner {
  readonly scopes: Scopes;
  identityChanged(resource: Resource): void;
}

export class Resource {
  /** The object. Whoever changes apiVersion, kind or metadata in it other than by the setters calls `identityChanged`. */
  node: Mapping;
  history: History;
  #id: ResId | undefined;
  #owner: ResourceOwner | undefined;

  constructor(node: Mapping, history: History = newHistory()) {
    this.node = node;
    this.history = history;
  }

  /** Set by the `ResourceSet` that holds this resource. */
  get owner(): ResourceOwner | undefined {
    return this.#owner;
  }

  set owner(owner: ResourceOwner | undefined) {
    if (owner?.scopes !== this.#owner?.scopes) this.#id = undefined;
    this.#owner = owner;
  }

  /** The current id. In no set, no kind counts as cluster-scoped. */
  get id(): ResId {
    return this.#id ??= this.#makeId(this.gvk, this.name, this.namespace);
  }

  /** The first id that the resource had: the one people write in patches and references. */
  get originalId(): ResId {
    const first = this.history.previousIds[0];
    return first === undefined ? this.id : this.#fromPrevious(first);
  }

  /** Every earlier id, oldest first, without the one of now. */
  previousIds(): ResId[] {
    return this.history.previousIds.map((previous) => this.#fromPrevious(previous));
  }

  /** Every id that the resource has had, oldest first, the one of now last. */
  allIds(): ResId[] {
    return [...this.previousIds(), this.id];
  }

  /**
   * Keeps the id of now among the previous ones; call before a change of name, namespace or kind. Throws `cannot-rename` where one
   * of these holds a comma, or where a later name is empty: there kustomize, that keeps ids in lists with commas, panics. An
   * empty name that is the first it forgets.
   */
  storePreviousId(): void {
    const { id } = this;
    this.#clearEmptyAnnotations();
    const previous = { name: id.name, namespace: effectiveNamespace(id), kind: id.gvk.kind };
    for (const text of Object.values(previous)) if (text.includes(",")) failOnComma(text, this);
    if (previous.name !== "") this.history.previousIds.push(previous);
    else if (this.history.previousIds.length > 0) failOnNoName(this);
    this.identityChanged();
  }

  /** Forgets what was cached of the node's id. Cheap; call after any change below apiVersion, kind or metadata. */
  identityChanged(): void {
    this.#id = undefined;
    this.owner?.identityChanged(this);
  }

  get gvk(): Gvk {
    return { ...parseApiVersion(this.apiVersion), kind: this.kind };
  }

  set gvk(gvk: Gvk) {
    setText(this.node, "apiVersion", apiVersionOf(gvk));
    this.kind = gvk.kind;
  }

  get apiVersion(): string {
    return textOf(this.node.get("apiVersion"));
  }

  get kind(): string {
    return textOf(this.node.get("kind"));
  }

  set kind(kind: string) {
    setText(this.node, "kind", kind);
    this.identityChanged();
  }

  get name(): string {
    return textUnlessNull(this.metadata?.get("name"));
  }

  set name(name: string) {
    setText(this.#metadataForWriting(), "name", name);
    this.identityChanged();
  }

  /** As written; "" where there is none, or null. */
  get namespace(): string {
    return textUnlessNull(this.metadata?.get("namespace"));
  }

  /** "" removes the field, as kustomize does. */
  set namespace(namespace: string) {
    if (namespace === "") this.metadata?.delete("namespace");
    else setText(this.#metadataForWriting(), "namespace", namespace);
    this.identityChanged();
  }

  get metadata(): Mapping | undefined {
    const metadata = this.node.get("metadata");
    return metadata?.kind === "mapping" ? metadata : undefined;
  }

  /** Labels as text, in the order written; a value that is no scalar counts as "". */
  get labels(): Map<string, string> {
    return textMap(this.metadata?.get("labels"));
  }

  /**
   * Replaces all labels, their values written as strings and sorted by key; an empty map removes the field. Keys are written
   * plain, as kustomize does: one such as `1` then fails in printing, even where the user had quoted it.
   */
  set labels(labels: Map<string, string>) {
    this.#setTextMap("labels", labels);
  }

  /** Annotations, read as `labels` are. */
  get annotations(): Map<string, string> {
    return textMap(this.metadata?.get("annotations"));
  }

  set annotations(annotations: Map<string, string>) {
    this.#setTextMap("annotations", annotations);
  }

  /** Where the object was read from, for messages. */
  get place(): Place | undefined {
    return placeOf(this.node);
  }

  /** A deep copy that belongs to no set. */
  copy(): Resource {
    const { history } = this;
    return new Resource(clone(this.node), {
      ...history,
      previousIds: [...history.previousIds],
      prefixes: [...history.prefixes],
      suffixes: [...history.suffixes],
      transformations: [...history.transformations],
      varNames: [...history.varNames],
    });
  }

  /** kustomize writes the history into the annotations, and drops first what is no mapping or list with something in it. */
  #clearEmptyAnnotations(): void {
    const annotations = this.metadata?.get("annotations");
    if (annotations === undefined || (annotations.kind === "mapping" && annotations.entries.length > 0)) return;
    if (annotations.kind === "sequence" && annotations.items.length > 0) {
      fail("wrong-type", "metadata.annotations must be a mapping", atPlace(annotations));
    }
    this.metadata?.delete("annotations");
  }

  #setTextMap(field: "labels" | "annotations", values: Map<string, string>): void {
    if (values.size === 0) {
      this.metadata?.delete(field);
      return;
    }
    if (values.has("")) {
      // Sic: a key that is a mapping or a list counts as empty too.
      const entry = this.metadata?.entry(field);
      fail("wrong-type", `metadata.${field} has an entry without a name`, atPlace(firstUnnamed(entry?.value)));
    }
    const keys = [...values.keys()].sort();
    const entries = keys.map((key) => ({ key: new Scalar(key), value: stringScalar(values.get(key)!) }));
    this.#metadataForWriting().set(field, new Mapping(entries));
  }

  #metadataForWriting(): Mapping {
    const { metadata } = this;
    if (metadata !== undefined) return metadata;
    const wrong = this.node.get("metadata");
    if (!isNull(wrong)) fail("wrong-type", "metadata must be a mapping", atPlace(wrong));
    const made = new Mapping();
    this.node.set("metadata", made);
    return made;
  }

  /** The namespace of a previous id is the effective one, which says of itself that there is none. */
  #fromPrevious({ name, namespace, kind }: PreviousId): ResId {
    const { group, version } = this.id.gvk;
    return { gvk: { group, version, kind }, name, namespace, clusterScoped: false };
  }

  #makeId(gvk: Gvk, name: string, namespace: string): ResId {
    return { gvk, name, namespace, clusterScoped: this.#owner?.scopes.isClusterScoped(gvk) ?? false };
  }
}

/** The text of a scalar, "" for anything else. */
export function textOf(node: Node | undefined): string {
  return node instanceof Scalar ? node.value : "";
}

function textUnlessNull(node: Node | undefined): string {
  return isTaggedNull(node) ? "" : textOf(node);
}

function failOnComma(text: string, { node, metadata }: Resource): never {
  const at = [metadata?.get("name"), metadata?.get("namespace"), node.get("kind")].find((field) =>
    textOf(field) === text
  );
  fail("cannot-rename", `a comma in '${text}': a resource that is called so cannot be changed`, atPlace(at ?? node));
}

function failOnNoName({ node, metadata, originalId }: Resource): never {
  fail(
    "cannot-rename",
    `what was ${originalId.gvk.kind} '${originalId.name}' has no name any more, and so cannot be changed`,
    {
      ...atPlace(metadata?.get("name") ?? node),
    },
  );
}

function firstUnnamed(node: Node | undefined): Node | undefined {
  return node?.kind === "mapping" ? node.entries.find(({ key }) => textOf(key) === "")?.key ?? node : node;
}

function textMap(node: Node | undefined): Map<string, string> {
  const texts = new Map<string, string>();
  if (node?.kind === "mapping") {
    for (const { key, value } of node.entries) texts.set(textOf(key), textOf(value));
  } else if (node?.kind === "sequence") {
    // Sic: kustomize takes a list for keys and values in turn, and panics where one is left over.
    const { items } = node;
    if (items.length % 2 === 1) fail("wrong-type", "labels and annotations must be mappings", atPlace(node));
    for (let index = 0; index < items.length; index += 2) texts.set(textOf(items[index]), textOf(items[index + 1]));
  }
  return texts;
}
