/** The facts about one build that rules inspect. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { JsonOperation } from "../../json_patch/operation.ts";
import type { Image, Patch, ReplacementTarget, Replica } from "../../kustomization/types.ts";
import type { Resource } from "../../model/resource.ts";
import type { Accumulator } from "../../pipeline/context/accumulator.ts";
import type { Target } from "../../pipeline/context/target.ts";
import type { Step } from "../../trace/step.ts";
import type { PatchContent } from "../../transform/match_observer.ts";
import type { Node } from "../../yaml/tree/node.ts";
import type { NewField } from "./compare.ts";

/** An entry with patches, and its effects. */
export interface PatchStep {
  step: Step;
  /** The entry of `patches` or `patchesJson6902`; undefined for other ways to patch. */
  entry: Patch | undefined;
  uses: PatchUse[];
  /** If it matched nothing: suggestions. */
  meant: Pick<Diagnostic, "notes" | "hint">;
  /** Other resources that the bodies of its patches name, with the names. */
  others: { named: Resource; patch: Resource }[];
}

/** A patch and one of its targets. */
export interface PatchUse {
  target: Resource;
  /** The target's kind and name as the patch found it. */
  subject: string;
  content: PatchContent;
  changed: boolean;
  /** Fields and list items that the patch added. */
  made: readonly NewField[];
  /** Keys that operations of a JSON patch wrote. */
  writes: readonly Write[];
}

export interface Write {
  operation: JsonOperation;
  key: string;
  isNew: boolean;
  /** The other keys of the mapping. */
  siblings: readonly string[];
}

export interface ImageUse {
  matches: number;
  /** The images that it was compared with. */
  seen: Set<string>;
}

export interface Generated {
  resource: Resource;
  /** The generator's entry. */
  node: Node | undefined;
}

export interface BuildFacts {
  /** The target, as it was named or found. */
  target: string;
  /** The kustomizations of the build, including bases and components. */
  entered: readonly Target[];
  /** Whether no earlier build has read it. */
  isNew(target: Target): boolean;
  /** The entries that name files without objects. */
  emptyFiles: readonly Step[];
  patches: readonly PatchStep[];
  images: ReadonlyMap<Image, ImageUse>;
  /** Whether each entry of 'replicas' changes a number. */
  replicas: ReadonlyMap<Replica, boolean>;
  selections: ReadonlyMap<ReplacementTarget, number>;
  generated: readonly Generated[];
  /** Undefined if the build failed. */
  gathered: Accumulator | undefined;
  warnings: readonly Diagnostic[];
  errors: readonly Diagnostic[];
}
