/** Configuration that changes in place while the pods that read it keep running. */

import type { Resource } from "../../model/resource.ts";
import { addToList } from "../../text/multimap.ts";
import type { Mapping, Node } from "../../yaml/tree/node.ts";
import type { Effect, ResourceChange } from "../report.ts";
import { mappingsAt, nodeAt, textAt, touches } from "./field_at.ts";
import { replacesPods } from "./pods.ts";

/**
 * Adds an effect to each ConfigMap or Secret whose change pods do not notice, because they read it as environment
 * variables or through a subPath.
 */
export function addStale(changes: readonly ResourceChange[], after: readonly Resource[]): void {
  const inPlace = changes.filter(isChangedInPlace);
  if (inPlace.length === 0) return;
  const rolled = new Set(changes.filter(replacesPods).map((change) => change.after));
  const readers = readersOf(after.filter((resource) => !rolled.has(resource)));
  for (const { after, effects } of inPlace) {
    const found = readers.get(keyOf(after!.kind, after!.namespace, after!.name)) ?? [];
    if (found.length > 0) effects.push(effectOf([...new Set(found)]));
  }
}

function effectOf(readers: readonly Resource[]): Effect {
  const names = readers.slice(0, MOST).map(({ kind, name }) => `${kind} ${name}`);
  const more = readers.length > MOST ? ` and ${readers.length - MOST} more` : "";
  return {
    code: "config-not-rolled",
    message: `pods of ${names.join(", ")}${more} keep the old values until they restart`,
  };
}

const MOST = 3;

function isChangedInPlace({ before, after, fields }: ResourceChange): boolean {
  return before?.name === after?.name &&
    fields.some((field) => ["/data", "/stringData", "/binaryData"].some((pointer) => touches(field, pointer)));
}

/** Pods by the kind, namespace and name of what they read when they start. */
function readersOf(resources: readonly Resource[]): Map<string, Resource[]> {
  const readers = new Map<string, Resource[]>();
  for (const resource of resources) {
    const spec = nodeAt(resource.node, "spec", "template", "spec");
    for (const { kind, name } of sourcesOf(spec)) {
      addToList(readers, keyOf(kind, resource.namespace, name), resource);
    }
  }
  return readers;
}

function keyOf(kind: string, namespace: string, name: string): string {
  return [kind, namespace || "default", name].join("\0");
}

interface Source {
  kind: string;
  name: string;
}

function* sourcesOf(spec: Node | undefined): Iterable<Source> {
  const volumes = new Map(mappingsAt(spec, "volumes").map((volume) => [textAt(volume, "name"), volume]));
  for (const container of [...mappingsAt(spec, "initContainers"), ...mappingsAt(spec, "containers")]) {
    for (const from of mappingsAt(container, "envFrom")) yield* named(from, "configMapRef", "secretRef", "name");
    for (const variable of mappingsAt(container, "env")) {
      const from = nodeAt(variable, "valueFrom");
      if (from?.kind === "mapping") yield* named(from, "configMapKeyRef", "secretKeyRef", "name");
    }
    for (const mount of mappingsAt(container, "volumeMounts")) {
      const volume = volumes.get(textAt(mount, "name"));
      if (volume === undefined || textAt(mount, "subPath") === "") continue;
      yield* named(volume, "configMap", "secret", "name");
      yield* named(volume, "configMap", "secret", "secretName");
    }
  }
}

function* named(node: Mapping, configMap: string, secret: string, field: string): Iterable<Source> {
  for (const [kind, key] of [["ConfigMap", configMap], ["Secret", secret]] as const) {
    const name = textAt(node, key, field);
    if (name !== "") yield { kind, name };
  }
}
