/** The interface of transformers: changes to a set of resources, without access to anything outside. */

import type { Compat } from "../compat/compat.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import { fieldSpec } from "../kustomization/change_fields.ts";
import { list } from "../kustomization/field.ts";
import type { ObjectReader } from "../kustomization/object_reader.ts";
import { readOne } from "../kustomization/read_fields.ts";
import type { TransformerConfig } from "../kustomization/config/transformer_config.ts";
import type { Kustomization } from "../kustomization/types.ts";
import type { FieldSpec } from "../model/fields/spec.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import type { Schema } from "../schema/schema.ts";
import type { Node } from "../yaml/tree/node.ts";
import type { MatchObserver } from "./match_observer.ts";

/** The context of a transformer, besides its settings. */
export interface TransformContext {
  /** Absent unless somebody checks the build. */
  matches?: MatchObserver;
  compat: Compat;
  schema: Schema;
  /** Receives a warning; only `cli/` prints. */
  warn(warning: Diagnostic): void;
}

/** A configured transformer: changes `set` in place. Throws `KustError`. External plugins return a promise, others rarely. */
export interface Transform {
  (set: ResourceSet, context: TransformContext): void | Promise<void>;
  /** For observers: the values that it writes in new nodes, which have no place. */
  written?(): Node | undefined;
}

/** The context of the configuration of a transformer. */
export interface ConfigureContext {
  /** Reads a file below the root of the kustomization; `node` names the file. */
  readText(path: string, node: Node | undefined): Source;
  /** Name of the folder that holds the kustomization. */
  rootName: string;
  compat: Compat;
}

/** A kind of built-in transformer. */
export interface TransformerKind {
  /**
   * Configures one from an object under `transformers` or `validators`. Ignores unknown settings, as kustomize does.
   * Throws `KustError`.
   */
  configure(settings: ObjectReader, context: ConfigureContext): Transform;
}

/** A kind that fields of a kustomization can also configure. */
export interface FieldTransformerKind extends TransformerKind {
  /**
   * Configures the transformers that the fields of `kustomization` request, in order. `config` has the field specs that
   * apply.
   */
  fromFields(kustomization: Kustomization, config: TransformerConfig, context: ConfigureContext): FieldTransform[];
}

export interface FieldTransform {
  transform: Transform;
  /** The entry that requests it. Default: the whole field. */
  node?: Node | undefined;
  /** The same, entry by entry, for observers. Slower: each part visits all resources. */
  parts?(): readonly FieldTransform[];
  /** How many transformers kustomize would create for it, since it records each. Default: 1. */
  count?: number;
}

/** A setting of most kinds: which fields to change. */
export function readFieldSpecs(settings: ObjectReader): FieldSpec[] {
  return readOne(settings, "fieldSpecs", list(fieldSpec));
}
