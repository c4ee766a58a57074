/** Fields of pods, containers and workloads at the wrong level. */

import { describeId } from "../../../model/res_id.ts";
import type { Resource } from "../../../model/resource.ts";
import type { Entry } from "../../../yaml/tree/node.ts";
import { placeOf } from "../../../yaml/tree/place.ts";
import type { Report } from "../../gather/collector.ts";
import { atField } from "../../gather/place.ts";
import { type At, fieldAt, itemsAt, podSpecOf, podSpecPath } from "../../gather/pods.ts";
import type { Rule } from "../../gather/rule.ts";

const OF_PODS: readonly string[] = [
  ...["containers", "initContainers", "volumes", "nodeSelector", "tolerations", "affinity", "serviceAccountName"],
  ...["imagePullSecrets", "hostNetwork", "restartPolicy", "priorityClassName", "topologySpreadConstraints"],
];
const OF_CONTAINERS: readonly string[] = [
  ...["image", "imagePullPolicy", "env", "envFrom", "ports", "volumeMounts", "command", "args"],
  ...["livenessProbe", "readinessProbe", "startupProbe", "lifecycle"],
];
const OF_WORKLOADS: readonly string[] = ["replicas", "template", "strategy", "jobTemplate", "schedule"];
const TOP_LEVEL: readonly string[] = ["apiVersion", "kind", "metadata", "spec", "status"];

export const misplacedFields: Rule = ({ gathered }, report) => {
  for (const resource of gathered?.set.resources ?? []) {
    const path = podSpecPath(resource.gvk);
    if (path === undefined || resource.kind === "PodTemplate") continue;
    const check = new LevelCheck(resource, report);
    const top: At = { node: resource.node, pointer: "" };
    check.refuse(top, (key) => TOP_LEVEL.includes(key) ? undefined : wayOf(key, path));
    checkLevels(check, top, path);
    const pod = podSpecOf(resource);
    if (pod === undefined) continue;
    const ofPod = (key: string) => OF_CONTAINERS.includes(key) ? `${path.join(".")}.containers[].${key}` : undefined;
    check.refuse(
      pod,
      (key) => ofPod(key) ?? (OF_WORKLOADS.includes(key) && path.length > 1 ? `spec.${key}` : undefined),
    );
    for (const list of ["containers", "initContainers"]) {
      for (const item of itemsAt(pod, list)) {
        check.refuse(item, (key) => isOfPodAlone(key) ? `${path.join(".")}.${key}` : undefined);
      }
    }
  }
};

/** Containers, too, have a `restartPolicy`: with it, an init container is a sidecar. */
function isOfPodAlone(key: string): boolean {
  return OF_PODS.includes(key) && key !== "restartPolicy";
}

/** The levels between the top and the pod. */
function checkLevels(check: LevelCheck, top: At, path: readonly string[]): void {
  let at: At | undefined = top;
  for (const step of path.slice(0, -1)) {
    at = at && fieldAt(at, step);
    if (at === undefined) return;
    check.refuse(at, (key) => OF_PODS.includes(key) ? `${path.join(".")}.${key}` : undefined);
  }
}

function wayOf(key: string, path: readonly string[]): string {
  return OF_PODS.includes(key) ? `${path.join(".")}.${key}` : `spec.${key}`;
}

class LevelCheck {
  readonly #resource: Resource;
  readonly #report: Report;

  constructor(resource: Resource, report: Report) {
    this.#resource = resource;
    this.#report = report;
  }

  /** @param meant Where a key belongs; undefined if it is right here. */
  refuse({ node, pointer }: At, meant: (key: string) => string | undefined): void {
    for (const entry of node.kind === "mapping" ? node.entries : []) {
      const key = entry.key.kind === "scalar" ? entry.key.value : "";
      const way = meant(key);
      if (way !== undefined) this.#refuse(entry, key, pointer, way);
    }
  }

  #refuse(entry: Entry, key: string, pointer: string, way: string): void {
    const level = pointer === "" ? "at the top level" : `in ${pointer.slice(1).replaceAll("/", ".")}`;
    this.#report.output({
      code: "misplaced-field",
      ...atField(this.#resource, {
        node: placeOf(entry.key) === undefined ? entry.value : entry.key,
        pointer: `${pointer}/${key}`,
      }),
      message: `${describeId(this.#resource.id)} has '${key}' ${level}, which has no such field`,
      hint: `did you mean ${way}?`,
    });
  }
}
