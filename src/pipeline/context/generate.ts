/** The interface of generators. */

import type { Resource } from "../../model/resource.ts";
import type { GeneratorArgs } from "../../kustomization/types.ts";
import type { Node } from "../../yaml/tree/node.ts";
import type { Target } from "./target.ts";

/** A configured generator. Throws `KustError`. Charts and external plugins return a promise. */
export type Generate = () => readonly Resource[] | Promise<readonly Resource[]>;

/** A kind of built-in generator. */
export interface GeneratorKind {
  /** Configures one from an object under `generators`. Throws `KustError`. */
  configure(config: Resource, target: Target): Generate;
}

/** A kind that fields of a kustomization can also configure. */
export interface FieldGeneratorKind extends GeneratorKind {
  /** Configures the generators that the fields of the kustomization request, in order. */
  fromFields(target: Target): FieldGenerator[];
}

export interface FieldGenerator {
  generate: Generate;
  /** The entry that requests it. */
  node: Node | undefined;
  /** The settings of a generator of data. */
  args?: GeneratorArgs;
}
