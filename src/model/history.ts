/** The history of a resource. kustomize keeps it in annotations of the object: see `src/history/`. */

import type { Place } from "../diagnostics/diagnostic.ts";
import type { Merged } from "./merged.ts";

export const BEHAVIORS = ["create", "merge", "replace"] as const;

/** How a generated resource is combined with an existing one that has its id. */
export type Behavior = "unspecified" | typeof BEHAVIORS[number];

/** Unknown texts count as unspecified, as in kustomize. */
export function behaviorOf(text: string): Behavior {
  return BEHAVIORS.find((behavior) => behavior === text) ?? "unspecified";
}

/** An id that a resource once had. Group and version are the current ones, as in kustomize. */
export interface PreviousId {
  readonly name: string;
  /** The effective namespace at that time. */
  readonly namespace: string;
  readonly kind: string;
}

/** Where a resource, or a change of it, came from: what `buildMetadata: [originAnnotations]` shows. */
export interface Origin {
  readonly path?: string | undefined;
  readonly repo?: string | undefined;
  readonly ref?: string | undefined;
  readonly configuredIn?: string | undefined;
  readonly configuredBy?: { apiVersion: string; kind: string; name?: string; namespace?: string } | undefined;
}

/**
 * A change of the history of a resource whose name gets a hash, and what was in the object then. Hashes of some kinds
 * depend on the order in which kustomize adds annotations.
 */
export interface HistoryStep {
  readonly changes: Partial<History>;
  /** The keys of the metadata, in order. */
  readonly metadata: readonly string[];
  /** The keys of the annotations, in order. */
  readonly annotations: readonly string[];
}

/** The history of one resource; `updateHistory` changes it. */
export interface History {
  /** Oldest first. */
  readonly previousIds: readonly PreviousId[];
  /** Whether a name was empty when it changed, which kustomize counts as a change of namespace and kind alone. */
  readonly wasNameless: boolean;
  /** Prefixes and suffixes in the order they were added. */
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
  readonly needsHash: boolean;
  /** Undefined unless a generator made the resource. */
  readonly behavior: Behavior | undefined;
  readonly allowNameChange: boolean;
  readonly allowKindChange: boolean;
  readonly origin: Origin | undefined;
  readonly transformations: readonly Origin[];
  /** Vars that read from this resource. */
  readonly varNames: readonly string[];
  /** Whether the resource comes from a helm chart, so that `namespace:` does not change it. */
  readonly fromHelm: boolean;
  /** The last patch that changed the name, the namespace or the kind; for messages. */
  readonly renamedBy: Place | undefined;
  /** Whether places of nodes are unknown, because kustomize has converted them. */
  readonly isConverted: boolean;
  /** Empty without a hash. */
  readonly merges: readonly Merged[];
  /** How the history came about; undefined without a hash. A change of it starts again. */
  readonly steps: readonly HistoryStep[] | undefined;
}

export const NO_HISTORY: History = {
  previousIds: [],
  wasNameless: false,
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
  renamedBy: undefined,
  isConverted: false,
  merges: [],
  steps: undefined,
};
