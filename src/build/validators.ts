/** Runs validators: transformers that must not change anything but the label `validated-by`. */

import { fail } from "../diagnostics/diagnostic.ts";
import { idInWords } from "../model/res_id.ts";
import type { Resource } from "../model/resource.ts";
import { encodeJson } from "../yaml/json.ts";
import { atPlace, clone, copyTree, type Mapping } from "../yaml/node.ts";
import { toPlain } from "../yaml/plain.ts";
import type { Accumulator } from "./accumulator.ts";
import { configureTransformer } from "./plugins.ts";
import type { Target } from "./target.ts";

/** @param configs What stands under `validators`. */
export async function runValidators(target: Target, configs: readonly Resource[], into: Accumulator): Promise<void> {
  const validators = configs.map((config) => configureTransformer(target, config));
  for (const [index, validate] of validators.entries()) {
    const before = new Map(into.set.resources.map((resource) => [resource, content(resource)]));
    await validate(into.set);
    const config = configs[index]!;
    if (into.set.resources.some((resource) => !before.has(resource))) failOnCopies(config);
    const changed = into.set.resources.find((resource) => before.get(resource) !== content(resource));
    if (changed !== undefined || into.set.size !== before.size) failOnChange(config, changed);
  }
}

function failOnChange(config: Resource, changed: Resource | undefined): never {
  const what = changed === undefined ? "resources" : idInWords(changed.id);
  fail("validator-changed", `the validator ${config.kind} '${config.name}' changed ${what}; validators may not`, {
    ...atPlace(config.node),
  });
}

/** kustomize compares where in a text each value stood: what has been to a function and back is never the same. */
function failOnCopies(config: Resource): never {
  fail("validator-changed", `the validator ${config.kind} '${config.name}' wrote resources; validators may not`, {
    ...atPlace(config.node),
    hint: "name it under 'transformers': it can fail the build there, and give back what it was given",
  });
}

/**
 * All of a resource but the label by which a validator may sign. kustomize compares places, too: a value that is overwritten by
 * an equal one, as by an empty prefix, has none afterwards.
 */
function content(resource: Resource): string {
  const node = withoutSignature(resource);
  let made = 0;
  copyTree(node, (scalar) => {
    if (scalar.source === undefined) made++;
    return scalar;
  });
  return `${made} ${encodeJson(toPlain(node))}`;
}

function withoutSignature(resource: Resource): Mapping {
  if (!resource.labels.has("validated-by")) return resource.node;
  const copy = clone(resource.node);
  const metadata = copy.get("metadata");
  const labels = metadata?.kind === "mapping" ? metadata.get("labels") : undefined;
  if (labels?.kind === "mapping") {
    labels.delete("validated-by");
    if (labels.entries.length === 0 && metadata?.kind === "mapping") metadata.delete("labels");
  }
  return copy;
}
