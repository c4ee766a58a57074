/** Finds where fields of the output are written whose nodes have no place: another build, which is traced, tells. */

import type { Place } from "../diagnostics/diagnostic.ts";
import type { FileSystem } from "../load/file_system.ts";
import { resIdToString } from "../model/res_id.ts";
import type { Resource } from "../model/resource.ts";
import { observedBuild } from "../pipeline/build.ts";
import type { BuildOptions } from "../pipeline/context/options.ts";
import { addToList } from "../text/multimap.ts";
import { traceKey } from "../trace/trace_key.ts";
import { originOf, Trace } from "../trace/trace.ts";
import { type Finding, keyOf, type LostField } from "./gather/finding.ts";
import { byPlace } from "./linter.ts";

/** The findings with the places of lost fields, as far as they can be found, and those that are then the same as one. */
export async function withPlaces(
  findings: readonly Finding[],
  fileSystem: FileSystem,
  options: BuildOptions,
): Promise<Finding[]> {
  const byTarget = new Map<string, LostFinding[]>();
  for (const finding of findings) if (isLost(finding)) addToList(byTarget, finding.targets[0]!, finding);
  const places = new Map<Finding, Place>();
  for (const [target, lost] of byTarget) {
    const owners = new Set(lost.map((finding) => traceKey(finding.lost.owner)));
    const trace = new Trace((resource) => owners.has(traceKey(resource)));
    const { resources } = await observedBuild(fileSystem, target, options, trace);
    const byOwner = new Map<string, Resource[]>();
    for (const resource of resources) addToList(byOwner, traceKey(resource), resource);
    for (const finding of lost) {
      const place = placeOf(finding, resourceOf(finding, byOwner));
      if (place !== undefined) places.set(finding, place);
    }
  }
  return merged(findings.map(({ lost: _, ...finding }, index) => {
    const place = places.get(findings[index]!);
    return place === undefined ? finding : { ...finding, place };
  }));
}

interface LostFinding extends Finding {
  lost: LostField;
}

function isLost(finding: Finding): finding is LostFinding {
  return finding.lost !== undefined;
}

/** A finding may have the id that the resource has in another target. */
function resourceOf({ id, lost }: LostFinding, byOwner: Map<string, Resource[]>): Resource | undefined {
  const same = byOwner.get(traceKey(lost.owner)) ?? [];
  return same.length === 1 ? same[0] : same.find((resource) => resIdToString(resource.id) === id);
}

/** Of the step that made the value wrong, or else of the last one. */
function placeOf({ pointer = "", lost }: LostFinding, resource: Resource | undefined): Place | undefined {
  const writers = resource === undefined ? [] : originOf(resource, pointer);
  const cause = writers.find(({ after }) => after !== undefined && lost.faultOf?.(after) !== undefined) ??
    writers.at(-1);
  return cause?.place ?? cause?.step.place;
}

function merged(findings: readonly Finding[]): Finding[] {
  const byKey = new Map<string, Finding>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const same = byKey.get(key);
    const targets = [...new Set([...same?.targets ?? [], ...finding.targets])];
    byKey.set(key, { ...same ?? finding, targets });
  }
  return [...byKey.values()].sort(byPlace);
}
