/** Gathers facts for rules while a build runs. */

import type { Image, ReplacementTarget, Replica } from "../../kustomization/types.ts";
import { describeId } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceSet } from "../../model/resource_set.ts";
import { meantResources } from "../../model/suggestions.ts";
import type { Accumulator } from "../../pipeline/context/accumulator.ts";
import type { BuildObserver, Target } from "../../pipeline/context/target.ts";
import type { Step } from "../../trace/step.ts";
import type { MatchObserver, PatchContent, PatchWatch } from "../../transform/match_observer.ts";
import { clone } from "../../yaml/tree/copy.ts";
import { type Node, scalarText } from "../../yaml/tree/node.ts";
import { partOf, placeOf } from "../../yaml/tree/place.ts";
import { compare } from "./compare.ts";
import type { Generated, ImageUse, PatchStep, PatchUse, Write } from "./facts.ts";

const PATCH_KINDS: ReadonlySet<string> = new Set([
  "PatchTransformer",
  "PatchJson6902Transformer",
  "PatchStrategicMergeTransformer",
]);

const NOTHING_MEANT = { notes: [], hint: undefined };

export class Gatherer implements BuildObserver, MatchObserver {
  readonly matches: MatchObserver = this;
  readonly targets: Target[] = [];
  readonly emptyFiles: Step[] = [];
  readonly patches: PatchStep[] = [];
  readonly images: Map<Image, ImageUse> = new Map();
  readonly replicas: Map<Replica, boolean> = new Map();
  readonly selections: Map<ReplacementTarget, number> = new Map();
  readonly generators: Generated[] = [];
  gathered: Accumulator | undefined;
  #patching: PatchStep | undefined;

  wantsParts(): boolean {
    return false;
  }

  entered(target: Target): void {
    this.targets.push(target);
  }

  loaded(resources: Iterable<Resource>, step: Step): void {
    for (const _ of resources) return;
    this.emptyFiles.push(step);
  }

  generated(made: readonly Resource[], node: Node | undefined): void {
    for (const resource of made) this.generators.push({ resource, node });
  }

  starting({ kustomization }: Target, step: Step, set: ResourceSet): void {
    if (step.kind === "ReplicaCountTransformer") this.#noteReplicas(kustomization.replicas, set);
    if (!PATCH_KINDS.has(step.kind)) return;
    const { patches, patchesJson6902 } = kustomization;
    const entry = [...patches, ...patchesJson6902].find(({ node }) => node !== undefined && isAt(node, step));
    this.#patching = { step, entry, uses: [], meant: NOTHING_MEANT, others: [] };
    this.patches.push(this.#patching);
  }

  #noteReplicas(replicas: readonly Replica[], set: ResourceSet): void {
    for (const replica of replicas) {
      const named = set.index.candidates({ onlyName: replica.name, onlyKind: undefined });
      const counts = named.map(({ node }) => partOf(node.get("spec"), "replicas"));
      this.replicas.set(replica, counts.some((count) => scalarText(count) !== String(replica.count)));
    }
  }

  done(set: ResourceSet): void {
    const patching = this.#patching;
    this.#patching = undefined;
    if (patching === undefined) return;
    const { uses, entry } = patching;
    if (uses.length === 0 && entry?.target !== undefined) {
      patching.meant = meantResources(
        entry.target,
        set.resources,
        "the parts of a target are patterns, which must match the whole text",
      );
    }
    patching.others = namedOthers(patching, set);
  }

  patching(target: Resource, content: PatchContent): PatchWatch {
    const before = clone(target.node);
    const subject = describeId(target.id);
    const writes: Write[] = [];
    return {
      writing: (operation, { members }, key) =>
        void writes.push({ operation, key, isNew: !members.has(key), siblings: [...members.keys()] }),
      done: (survives) => {
        const { changed, made } = survives ? compare(before, target.node) : { changed: true, made: [] };
        const use: PatchUse = { target, subject, content, changed, made, writes };
        this.#patching?.uses.push(use);
      },
    };
  }

  comparedImage(image: Image, text: string, matches: boolean): void {
    let use = this.images.get(image);
    if (use === undefined) this.images.set(image, use = { matches: 0, seen: new Set() });
    if (matches) use.matches++;
    else use.seen.add(text);
  }

  selected(target: ReplacementTarget, count: number): void {
    this.selections.set(target, (this.selections.get(target) ?? 0) + count);
  }

  finished(gathered: Accumulator): void {
    this.gathered = gathered;
  }
}

function isAt(node: Node, { place }: Step): boolean {
  const own = placeOf(node);
  return own !== undefined && own.source === place?.source && own.offset === place.offset;
}

/** The resources that bodies of patches name, if the target does not select them. */
function namedOthers({ entry, uses }: PatchStep, set: ResourceSet): PatchStep["others"] {
  if (entry?.target === undefined) return [];
  const targets = new Set(uses.map(({ target }) => target));
  const bodies = uses.flatMap(({ content }) => content.kind === "merge" ? [content.patch] : []);
  const byName = new Map(bodies.map((patch) => [patch.name, patch]));
  return [...byName].flatMap(([name, patch]) => {
    const named = set.index.candidates({ onlyName: name, onlyKind: undefined }).find(({ kind }) => kind === patch.kind);
    return named === undefined || targets.has(named) ? [] : [{ named, patch }];
  });
}
