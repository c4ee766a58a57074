/** Generators that nothing uses, and those whose changes do not restart pods. */

import type { GeneratorArgs } from "../../../kustomization/types.ts";
import { describeId } from "../../../model/res_id.ts";
import type { Resource } from "../../../model/resource.ts";
import type { Node } from "../../../yaml/tree/node.ts";
import { placeOf } from "../../../yaml/tree/place.ts";
import type { Report } from "../../gather/collector.ts";
import type { BuildFacts } from "../../gather/facts.ts";
import { DataObjects } from "../../gather/generated_names.ts";
import { podReferences, podSpecOf } from "../../gather/pods.ts";
import { scalarsIn } from "../../gather/scalars.ts";
import type { Rule } from "../../gather/rule.ts";

export const generatorsInUse: Rule = (facts, report) => {
  const { gathered, generated } = facts;
  if (gathered === undefined || generated.length === 0) return;
  const { resources } = gathered.set;
  const present = new Set(resources);
  const args = argsByNode(facts);
  const kept = generated.filter(({ resource }) => present.has(resource));
  const used = namesInUse(
    kept.filter(({ resource }) => resource.history.needsHash).map(({ resource }) => resource),
    resources,
  );
  for (const { resource, node } of kept) {
    if (!resource.history.needsHash) continue;
    // A controller can find an object by its labels.
    const isFound = node === undefined || hasMarks(args.get(node)) || isSource(resource, facts);
    report.judge(
      isFound || used.has(resource.name),
      { code: "unused-generator", place: node && placeOf(node) },
      () => ({
        message:
          `nothing refers to the ${resource.kind} '${resource.originalId.name}', and nothing else can know its name with the hash`,
        hint: "refer to it by its name without the hash, remove it, or set 'options: {disableNameSuffixHash: true}'",
      }),
    );
  }
  checkRolls(kept.filter(({ resource }) => !resource.history.needsHash), resources, report);
};

function argsByNode({ entered }: BuildFacts): Map<Node, GeneratorArgs> {
  const all = entered.flatMap(({ kustomization: { configMapGenerator, secretGenerator } }) => [
    ...configMapGenerator,
    ...secretGenerator,
  ]);
  return new Map(all.flatMap((args) => args.node === undefined ? [] : [[args.node, args]]));
}

function hasMarks(args: GeneratorArgs | undefined): boolean {
  if (args === undefined) return true;
  const { labels, annotations } = args.options ?? {};
  return (labels?.size ?? 0) > 0 || (annotations?.size ?? 0) > 0;
}

/** Whether a var or a replacement reads from it. */
function isSource({ kind, history, originalId }: Resource, { entered }: BuildFacts): boolean {
  if (history.varNames.length > 0) return true;
  const sources = entered.flatMap(({ kustomization }) =>
    kustomization.replacements.flatMap(({ source }) => source ?? [])
  );
  return sources.some((source) => source.name === originalId.name && (source.kind === "" || source.kind === kind));
}

/** The generated names that occur in other resources, as scalars or within them. */
function namesInUse(generated: readonly Resource[], resources: readonly Resource[]): Set<string> {
  const names = generated.map(({ name }) => name);
  const used = new Set<string>();
  for (const resource of resources) {
    if (resource.kind === "CustomResourceDefinition") continue;
    for (const { scalar: { value }, path } of scalarsIn(resource.node)) {
      if (path.length === 2 && path[0] === "metadata" && path[1] === "name") continue;
      for (const name of names) if (value.includes(name)) used.add(name);
    }
  }
  return used;
}

/** Kinds whose pods are created for each run, or have no controller. */
const WITHOUT_ROLL: ReadonlySet<string> = new Set(["Job", "CronJob", "Pod", "PodTemplate"]);

function checkRolls(fixed: BuildFacts["generated"], resources: readonly Resource[], report: Report): void {
  const nodes = new Map(fixed.map(({ resource, node }) => [resource, node]));
  if (nodes.size === 0) return;
  const objects = new DataObjects(resources);
  for (const resource of resources) {
    const spec = WITHOUT_ROLL.has(resource.kind) ? undefined : podSpecOf(resource);
    if (spec === undefined || isReloaded(resource)) continue;
    for (const { kind, name, use } of podReferences(spec)) {
      const read = use === "env" ? objects.named(kind, name.node.value, resource) : undefined;
      if (read === undefined || !nodes.has(read)) continue;
      const node = nodes.get(read);
      report.add({
        code: "change-without-roll",
        place: (node && placeOf(node)) ?? read.place,
        message: `${describeId(resource.id)} reads variables from ${describeId(read.id)}, whose name has no hash: ` +
          "a change does not restart its pods",
        notes: [{ message: "it is read here", place: placeOf(name.node) ?? resource.place }],
        hint: "remove 'disableNameSuffixHash', or restart the pods after each change",
      });
    }
  }
}

/** Whether an annotation makes a controller restart the pods, or changes with the data. */
function isReloaded(resource: Resource): boolean {
  const isMark = (key: unknown) => typeof key === "string" && /reload|checksum|hash/i.test(key);
  const template = resource.node.get("spec");
  const metadata = template?.kind === "mapping" ? template.get("template") : undefined;
  return [...resource.annotations().keys()].some(isMark) ||
    (metadata !== undefined &&
      [...scalarsIn(metadata)].some(({ path }) => path[0] === "metadata" && isMark(path.at(-1))));
}
