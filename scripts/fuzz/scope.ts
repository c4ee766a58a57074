/** The scope of the makers of a kustomization's fields: the resources they can refer to, and the folder for files. */

import type { Content } from "./project.ts";
import type { Random } from "./random.ts";
import { type Fields, textAt } from "./value.ts";
import { JSON_STYLE, PLAIN_STYLE } from "./write_yaml.ts";
import { NAMES } from "./words.ts";

/** Shared by all kustomizations of a project. */
export class Shared {
  readonly files = new Map<string, Content>();
  readonly varNames = new Set<string>();
  count = 0;
}

export class Scope {
  readonly random: Random;
  /** Folder of the kustomization below the project's; "" is the project's. */
  readonly dir: string;
  /** Whether the build starts here. */
  readonly outermost: boolean;
  /** The resources of this level and below, with their original names. */
  readonly resources: Fields[];
  /** Those that exist before this level adds its own. */
  readonly inherited: readonly Fields[];
  readonly #shared: Shared;

  constructor(random: Random, dir: string, outermost: boolean, resources: Fields[], shared: Shared) {
    this.random = random;
    this.dir = dir;
    this.outermost = outermost;
    this.resources = resources;
    this.inherited = [...resources];
    this.#shared = shared;
  }

  /** A number that is unique in the project. */
  nextNumber(): number {
    return ++this.#shared.count;
  }

  /** Some of the names, which no other var has taken. */
  takeVarNames(names: readonly string[]): string[] {
    const { varNames } = this.#shared;
    const taken = this.random.some(names.filter((name) => !varNames.has(name)), 1, 3);
    for (const name of taken) varNames.add(name);
    return taken;
  }

  /** Adds a file and returns its path. @param name May include a folder, such as `files/a.txt`. */
  addFile(name: string, content: Content): string {
    const { files } = this.#shared;
    const path = files.has(this.#inProject(name)) ? name.replace(/([^/.]*)([^/]*)$/, `$1${this.nextNumber()}$2`) : name;
    files.set(this.#inProject(path), content);
    return path;
  }

  /** Adds a YAML or JSON file of documents. */
  addDocuments(name: string, documents: Fields[]): string {
    const style = documents.length === 1 && this.random.chance(0.1) ? JSON_STYLE : this.style();
    return this.addFile(style === JSON_STYLE ? name.replace(/\.yaml$/, ".json") : name, { documents, style });
  }

  /** The style of a file. */
  style(): number {
    return this.random.chance(0.3) ? PLAIN_STYLE : this.random.int(1, 0x7fffffff);
  }

  #inProject(path: string): string {
    return this.dir === "" ? path : `${this.dir}/${path}`;
  }

  /** A resource to refer to; a nonexistent one if there is none. */
  resource(...kinds: string[]): Fields {
    const fitting = this.resources.filter((resource) =>
      kinds.length === 0 || kinds.includes(textAt(resource, "kind") ?? "")
    );
    if (fitting.length > 0) return this.random.pick(fitting);
    return { apiVersion: "v1", kind: kinds[0] ?? "ConfigMap", metadata: { name: this.random.pick(NAMES) } };
  }
}

export function kindOf(resource: Fields): string {
  return textAt(resource, "kind") ?? "";
}

/**
 * Whether it may be generated, and so hashed. Such a resource must keep its kind: for kinds other than ConfigMap and
 * Secret, kustomize hashes lines and columns, which kust does not have.
 */
export function mayBeHashed(resource: Fields): boolean {
  return ["ConfigMap", "Secret"].includes(kindOf(resource));
}

export function nameOf(resource: Fields): string {
  return textAt(resource, "metadata", "name") ?? "";
}

/** Group and version of a resource; the group of `v1` is "". */
export function groupVersionOf(resource: Fields): { group: string; version: string } {
  const apiVersion = textAt(resource, "apiVersion") ?? "";
  const slash = apiVersion.indexOf("/");
  return { group: apiVersion.slice(0, Math.max(0, slash)), version: apiVersion.slice(slash + 1) };
}
