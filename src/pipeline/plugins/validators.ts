/** Runs validators: transformers that must not change anything but the label `validated-by`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { describeId, resIdKey } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import { isEqualTree } from "../../yaml/tree/equal.ts";
import { historyAnnotations } from "../../history/history_annotations.ts";
import type { Transform } from "../../transform/transform.ts";
import type { Accumulator } from "../context/accumulator.ts";
import { configureTransformer, isBuiltIn } from "./configure.ts";
import type { Target } from "../context/target.ts";

/** The label with which a validator may mark resources. */
const SIGNATURE = "validated-by";

/** @param configs The objects under `validators`. */
export async function runValidators(target: Target, configs: readonly Resource[], into: Accumulator): Promise<void> {
  const validators: { config: Resource; validate: Transform }[] = [];
  for (const config of configs) {
    validators.push({ config, validate: await configureTransformer(target, config, "validator") });
  }
  for (const { config, validate } of validators) {
    const originals = new Map(into.set.resources.map((resource) => [resource, resource.copy()]));
    const ids = new Set(into.set.resources.map(({ id }) => resIdKey(id)));
    await validate(into.set, target.build);
    checkReturned(into.set.resources.filter((resource) => !originals.has(resource)), ids, config);
    const left = new Set(into.set.resources);
    // Of the built-in transformers, only patches remove resources: kustomize empties them, which counts as a change.
    const removed = isBuiltIn(config) ? [...originals.keys()].find((resource) => !left.has(resource)) : undefined;
    if (removed !== undefined) failChanged(config, removed);
    // kustomize gives a validator a copy of the list, so that it neither adds nor removes resources.
    into.set.restore([...originals.keys()]);
    for (const [resource, original] of originals) checkUnchanged(resource, original, config);
    // kustomize compares the resources by their ids, which a replacement may have made equal.
    into.set.checkIds();
  }
}

/** kustomize compares the places of values in texts, which differ for everything that a function has returned. */
function checkReturned(made: readonly Resource[], ids: ReadonlySet<string>, config: Resource): void {
  const returned = made.find(({ id }) => ids.has(resIdKey(id)));
  if (returned === undefined) return;
  const name = `the validator ${config.kind} '${config.name}'`;
  fail("validator-changed", `${name} returned ${describeId(returned.id)}, which counts as a change`, {
    ...atPlace(config.node),
    hint: "list it under 'transformers': there it can fail the build and return its input unchanged",
  });
}

function checkUnchanged(resource: Resource, original: Resource, config: Resource): void {
  const isSigned = resource.labels().has(SIGNATURE);
  const validated = isSigned ? withoutSignature(resource) : resource;
  const hasOthers = validated.labels().size > 0;
  // kustomize keeps the origin in annotations, last in the metadata, and puts rewritten labels after them.
  const isMoved = isSigned && hasOthers && original.history.origin !== undefined;
  if (!isMoved && isEqualTree(validated.node, original.node) && haveSameHistory(validated, original)) return;
  if (isSigned && !original.labels().has(SIGNATURE) && hasOthers) failSigned(config, resource);
  failChanged(config, resource);
}

function failChanged(config: Resource, { id }: Resource): never {
  fail(
    "validator-changed",
    `the validator ${config.kind} '${config.name}' changed ${describeId(id)}; validators must not change resources`,
    { ...atPlace(config.node), hint: "list it under 'transformers', which may change resources" },
  );
}

function failSigned(config: Resource, signed: Resource): never {
  const message = `the validator ${config.kind} '${config.name}' signed ${
    describeId(signed.id)
  }, which has other labels too`;
  fail("validator-changed", message, {
    ...atPlace(config.node),
    hint: "kustomize treats this as a change, as it rewrites all labels to remove the signature",
  });
}

/** kustomize rewrites all labels to remove the signature. */
function withoutSignature(resource: Resource): Resource {
  const copy = resource.copy();
  copy.rewriteLabels((labels) => labels.delete(SIGNATURE));
  return copy;
}

/** kustomize keeps the history in annotations, and compares these too. */
function haveSameHistory(a: Resource, b: Resource): boolean {
  return JSON.stringify([...historyAnnotations(a.history)]) === JSON.stringify([...historyAnnotations(b.history)]);
}
