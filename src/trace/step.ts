/** The steps of a build, as a trace observes them. */

import type { Place } from "../diagnostics/diagnostic.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import type { Node } from "../yaml/tree/node.ts";

/** One step of a build: a file that was loaded, a generator, a transformer, or a part of the end of a build. */
export interface Step {
  /** The kind of the generator or transformer, or "load", "hash", "name references", "vars", "build metadata". */
  kind: string;
  /** The field of the kustomization that requests it, such as `patches[0]`. */
  field?: string | undefined;
  /** The place of the request. */
  place?: Place | undefined;
  /** How many entries of the kustomization ran as this one step; absent if each ran as a step. */
  entries?: number | undefined;
  /** The template of a chart that the resource comes from, such as `web/templates/deployment.yaml`. */
  template?: string | undefined;
}

/** Places of the keys of generated data, by key: a literal, a line of an env file, or a file. */
export type KeyPlaces = ReadonlyMap<string, Place>;

/** The place of the values of a step, if their nodes do not have one. */
export interface ValueSources {
  /** Of generated data. */
  keyPlaces?: (() => KeyPlaces) | undefined;
  /** The entry of a kustomization that requests the step, such as one of `replicas`. */
  request?: Node | undefined;
  /** The same for a patch: what it writes without a place. */
  written?: (() => Node | undefined) | undefined;
  /** The resources that a generator made, all of which are in the set; it has changed no others. */
  made?: readonly Resource[];
}

/** Observes a build. No method changes anything. */
export interface StepObserver {
  /** Whether a transformer runs entry by entry, so that each is a step: it then visits all resources for each. */
  wantsParts(entries: number): boolean;
  /** Called with resources that were just read from a file, before they join a set. */
  loaded(resources: Iterable<Resource>, step: Step): void;
  /** Called before a transformer, or a part of one, runs, and before a set gets what a generator made. */
  starting?(target: unknown, step: Step, set: ResourceSet): void;
  /** Called after a step that may have added, changed or replaced resources of `set`. */
  done(set: ResourceSet, step: Step, sources?: ValueSources): void;
}
