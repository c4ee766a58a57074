/** What every generator is: something that makes resources. */

import type { Resource } from "../../model/resource.ts";
import type { KeyPlaces } from "../../trace/step.ts";
import type { Node } from "../../yaml/tree/node.ts";
import type { Target } from "./target.ts";

/** A configured generator. Throws `KustError`. Charts and external plugins return a promise. */
export type Generate = () => readonly Resource[] | Promise<readonly Resource[]>;

/** A kind of generator that is built in. */
export interface GeneratorKind {
  /** Configures one by an object under `generators`. Throws `KustError`. */
  configure(config: Resource, target: Target): Generate;
}

/** One that fields of a kustomization ask for, too. */
export interface FieldGeneratorKind extends GeneratorKind {
  /** Configures those for which the kustomization of `target` asks, in order. */
  fromFields(target: Target): FieldGenerator[];
}

export interface FieldGenerator {
  generate: Generate;
  /** The entry that asks for it. */
  node: Node | undefined;
  /** Where each key of the data comes from, for those who observe a build. */
  keyPlaces?(): KeyPlaces;
}
