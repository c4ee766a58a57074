/** References to generated objects that were not updated with the hash: their objects do not exist. */

import { describeId, effectiveNamespace } from "../../../model/res_id.ts";
import type { Resource } from "../../../model/resource.ts";
import type { Report } from "../../gather/collector.ts";
import type { Draft } from "../../gather/finding.ts";
import { type DataKind, DataObjects } from "../../gather/generated_names.ts";
import { atField } from "../../gather/place.ts";
import { type PodReference, podReferences, podSpecOf } from "../../gather/pods.ts";
import { pointerOf, type ScalarAt, scalarsIn } from "../../gather/scalars.ts";
import { isSlip } from "../../gather/typo.ts";
import type { Rule } from "../../gather/rule.ts";

export const references: Rule = ({ gathered }, report) => {
  if (gathered === undefined) return;
  const objects = new DataObjects(gathered.set.resources);
  if (!objects.hasHashed) return;
  for (const resource of gathered.set.resources) {
    const spec = podSpecOf(resource);
    if (spec === undefined) checkOther(resource, objects, report);
    else for (const reference of podReferences(spec)) checkReference(resource, reference, objects, report);
  }
};

function checkReference(resource: Resource, reference: PodReference, objects: DataObjects, report: Report): void {
  const { kind, name: { node, pointer } } = reference;
  const name = node.value;
  if (objects.named(kind, name, resource) !== undefined) return;
  const at = { ...atField(resource, { node, pointer }), code: "reference-not-rewritten" } as const;
  const generated = objects.hashed(kind, name);
  if (generated !== undefined) report.output({ ...at, ...saysWhy(resource, name, generated) });
  else {
    for (const [meant, other] of objects.namesBefore(kind)) {
      if (!isMisspelt(name, meant) || !areTogether(resource, other)) continue;
      report.output({
        ...at,
        message: `${describeId(resource.id)} refers to a ${kind} '${name}', which does not exist`,
        notes: [{ message: `${describeId(other.id)} is generated here`, place: other.place }],
        hint: `did you mean '${meant}'?`,
      });
      return;
    }
  }
}

/** Names that differ in a number are different on purpose. */
function isMisspelt(name: string, meant: string): boolean {
  const withoutNumbers = (text: string) => text.replaceAll(/[0-9]+/g, "#");
  return name.length >= 5 && isSlip(name, meant) && withoutNumbers(name) !== withoutNumbers(meant);
}

function areTogether(a: Resource, b: Resource): boolean {
  return effectiveNamespace(a.id) === effectiveNamespace(b.id);
}

function saysWhy(resource: Resource, name: string, generated: Resource): Pick<Draft, "message" | "notes" | "hint"> {
  const message = `${describeId(resource.id)} refers to '${name}', but the generated ${generated.kind} is named ` +
    `'${generated.name}'`;
  const notes = [{ message: "it is generated here", place: generated.place }];
  if (areTogether(resource, generated)) {
    return { message, notes, hint: "the two have different prefixes or suffixes: add them to both, or to neither" };
  }
  return { message, notes, hint: "it is in another namespace: a reference only reaches its own namespace" };
}

/** Kinds in which names are just data. */
const WITHOUT_REFERENCES: ReadonlySet<string> = new Set(["CustomResourceDefinition", "ConfigMap", "Secret"]);

function checkOther(resource: Resource, objects: DataObjects, report: Report): void {
  if (WITHOUT_REFERENCES.has(resource.kind)) return;
  for (const found of scalarsIn(resource.node)) {
    const { scalar, path } = found;
    if (path[0] === "metadata") continue;
    const kind = kindMeant(found);
    const generated = kind && objects.hashed(kind, scalar.value);
    if (kind === undefined || generated === undefined || !areTogether(resource, generated)) continue;
    if (objects.named(kind, scalar.value, resource) !== undefined) continue;
    const fields = path.filter((step) => typeof step === "string").join("/");
    report.output({
      code: "reference-not-rewritten",
      ...atField(resource, { node: scalar, pointer: pointerOf(path) }),
      message: `${describeId(resource.id)} refers to '${scalar.value}', but the generated ${kind} is named ` +
        `'${generated.name}'`,
      notes: [{ message: "it is generated here", place: generated.place }],
      hint: "no nameReference covers this field: add a file under 'configurations' with " +
        `nameReference: [{kind: ${kind}, fieldSpecs: [{kind: ${resource.kind}, path: ${fields}}]}]`,
    });
  }
}

const REFERENCE_KEYS: readonly [DataKind, RegExp][] = [["ConfigMap", /config.?map/i], ["Secret", /secret|credential/i]];

/** The kind that a field refers to, by its keys or by a `kind` beside it. */
function kindMeant({ path, parent }: ScalarAt): DataKind | undefined {
  const keys = path.filter((step) => typeof step === "string");
  const last = keys.at(-1) ?? "";
  const told = last === "name" && parent.kind === "mapping" ? parent.get("kind") : undefined;
  if (told?.kind === "scalar") return told.value === "Secret" || told.value === "ConfigMap" ? told.value : undefined;
  const key = last === "name" ? keys.at(-2) ?? "" : last;
  if (/key$/i.test(last)) return undefined;
  return REFERENCE_KEYS.find(([, pattern]) => pattern.test(key))?.[0];
}
