/** Runs validators: transformers that must not change anything but the label `validated-by`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { describeId } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import { print } from "../../yaml/write/print.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import { clone, copyTree } from "../../yaml/tree/copy.ts";
import { type Mapping, scalarText } from "../../yaml/tree/node.ts";
import type { Transform } from "../../transform/transform.ts";
import type { Accumulator } from "../context/accumulator.ts";
import { configureTransformer } from "./configure.ts";
import type { Target } from "../context/target.ts";

/** The label with which a validator may mark resources. */
const SIGNATURE = "validated-by";

/** @param configs The objects under `validators`. */
export async function runValidators(target: Target, configs: readonly Resource[], into: Accumulator): Promise<void> {
  const validators: { config: Resource; validate: Transform }[] = [];
  for (const config of configs) validators.push({ config, validate: await configureTransformer(target, config) });
  for (const { config, validate } of validators) {
    const before = new Map(into.set.resources.map((resource) => [resource, content(resource)]));
    const signable = new Set(into.set.resources.filter(maySign));
    await validate(into.set, target.build);
    if (into.set.resources.some((resource) => !before.has(resource))) failCopies(config);
    const changed = into.set.resources.find((resource) => before.get(resource) !== content(resource));
    if (changed !== undefined || into.set.size !== before.size) failChanged(config, changed);
    // kustomize compares the resources by their ids, which a replacement may have made equal.
    into.set.checkIds();
    const signed = into.set.resources.find((resource) => resource.labels().has(SIGNATURE) && !signable.has(resource));
    if (signed !== undefined) failSigned(config, signed);
  }
}

function failChanged(config: Resource, changed: Resource | undefined): never {
  const what = changed === undefined ? "resources" : describeId(changed.id);
  fail(
    "validator-changed",
    `the validator ${config.kind} '${config.name}' changed ${what}; validators must not change resources`,
    atPlace(config.node),
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

/** kustomize compares the places of values in texts, which differ for everything that a function has returned. */
function failCopies(config: Resource): never {
  fail("validator-changed", `the validator ${config.kind} '${config.name}' added resources; validators must not`, {
    ...atPlace(config.node),
    hint: "list it under 'transformers': there it can fail the build and return its input unchanged",
  });
}

/**
 * Whether the labels are as kustomize leaves them after it removes a signature: generated, sorted, and last in the
 * metadata.
 */
function maySign({ metadata }: Resource): boolean {
  const labels = metadata?.get("labels");
  if (metadata === undefined || labels?.kind !== "mapping" || labels.entries.length === 0) return true;
  const names = labels.entries.map(({ key }) => scalarText(key));
  return metadata.entries.at(-1)?.value === labels && labels.entries.every(({ value }) => value.source === undefined) &&
    names.every((name, index) => name !== SIGNATURE && (index === 0 || names[index - 1]! < name));
}

/**
 * A resource without the label that a validator may add. kustomize compares places too: a value that is overwritten by
 * an equal one, such as by an empty prefix, has none afterwards.
 */
function content(resource: Resource): string {
  const node = withoutSignature(resource);
  let made = 0;
  copyTree(node, (scalar) => {
    if (scalar.source === undefined) made++;
    return scalar;
  });
  return `${made} ${print(node)}`;
}

function withoutSignature(resource: Resource): Mapping {
  if (!resource.labels().has(SIGNATURE)) return resource.node;
  const copy = clone(resource.node);
  const metadata = copy.get("metadata");
  const labels = metadata?.kind === "mapping" ? metadata.get("labels") : undefined;
  if (labels?.kind === "mapping") {
    labels.delete(SIGNATURE);
    if (labels.entries.length === 0 && metadata?.kind === "mapping") metadata.delete("labels");
  }
  return copy;
}
