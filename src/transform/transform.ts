/** What every transformer is: a change of a set of resources, without reading anything from outside. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { fieldSpec } from "../kustomization/change_fields.ts";
import { list } from "../kustomization/field.ts";
import type { ObjectReader } from "../kustomization/object_reader.ts";
import { readOne } from "../kustomization/read_fields.ts";
import type { TransformerConfig } from "../kustomization/transformer_config.ts";
import type { Kustomization } from "../kustomization/types.ts";
import type { FieldSpec } from "../model/fields/spec.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import type { Schema } from "../schema/schema.ts";
import type { Node } from "../yaml/tree/node.ts";

/** What a transformer may use beside its own settings. */
export interface TransformContext {
  schema: Schema;
  /** Takes a warning; nothing is printed below `cli/`. */
  warn(warning: Diagnostic): void;
}

/** A configured transformer: changes `set` in place. Throws `KustError`. Only external plugins return a promise. */
export type Transform = (set: ResourceSet, context: TransformContext) => void | Promise<void>;

/** What a transformer may use while it is configured. */
export interface ConfigureContext {
  /** Reads a file below the root of the kustomization; `node` is where it is named. */
  readText(path: string, node: Node | undefined): Source;
  /** Name of the folder that holds the kustomization. */
  rootName: string;
}

/** A kind of transformer that is built in. */
export interface TransformerKind {
  /**
   * Configures one by an object under `transformers` or `validators`. Settings that are unknown are ignored, as in kustomize.
   * Throws `KustError`.
   */
  configure(settings: ObjectReader, context: ConfigureContext): Transform;
}

/** One that fields of a kustomization ask for, too. */
export interface FieldTransformerKind extends TransformerKind {
  /** Configures those for which `kustomization` asks, in order. `config` has the field specs that count there. */
  fromFields(kustomization: Kustomization, config: TransformerConfig, context: ConfigureContext): FieldTransform[];
}

export interface FieldTransform {
  transform: Transform;
  /** How many transformers kustomize would make for it: it remembers each. Default 1. */
  count?: number;
}

/** The setting that most kinds have: which fields to change. */
export function readFieldSpecs(settings: ObjectReader): FieldSpec[] {
  return readOne(settings, "fieldSpecs", list(fieldSpec));
}
