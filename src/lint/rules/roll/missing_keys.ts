/** Keys that a pod reads from a ConfigMap or Secret of the build that does not have them. */

import { nearest } from "../../../diagnostics/nearest.ts";
import { didYouMean } from "../../../diagnostics/did_you_mean.ts";
import { describeId } from "../../../model/res_id.ts";
import type { Resource } from "../../../model/resource.ts";
import { DataObjects } from "../../gather/generated_names.ts";
import { atField } from "../../gather/place.ts";
import { podReferences, podSpecOf } from "../../gather/pods.ts";
import type { Rule } from "../../gather/rule.ts";

export const missingKeys: Rule = ({ gathered }, report) => {
  if (gathered === undefined) return;
  const objects = new DataObjects(gathered.set.resources);
  for (const resource of gathered.set.resources) {
    const spec = podSpecOf(resource);
    for (const { kind, name, keys, isOptional } of spec === undefined ? [] : podReferences(spec)) {
      const owner = isOptional ? undefined : objects.named(kind, name.node.value, resource);
      if (owner === undefined) continue;
      const known = keysOf(owner);
      if (known === undefined) continue;
      for (const key of keys) {
        if (known.has(key.node.value)) continue;
        report.output({
          code: "missing-key",
          ...atField(resource, key),
          message: `${describeId(owner.id)} has no key '${key.node.value}', which ${describeId(resource.id)} reads`,
          notes: [{ message: `the ${kind} is here`, place: owner.place }],
          hint: didYouMean(nearest(key.node.value, known)) ??
            `existing keys: ${[...known].slice(0, MAX_KEYS).join(", ")}`,
        });
      }
    }
  }
};

const MAX_KEYS = 10;

/** The keys of a ConfigMap or Secret; undefined if a controller may fill it. */
function keysOf(owner: Resource): ReadonlySet<string> | undefined {
  const maps = ["data", "binaryData", "stringData"].map((field) => owner.node.get(field));
  const keys = maps.flatMap((map) => map?.kind === "mapping" ? map.entries : []).flatMap(({ key }) =>
    key.kind === "scalar" ? [key.value] : []
  );
  const marks = [...owner.labels().keys(), ...owner.annotations().keys()];
  const isFilled = marks.some((key) => /inject|generate|replicat|reflector/i.test(key));
  return keys.length === 0 || isFilled ? undefined : new Set(keys);
}
