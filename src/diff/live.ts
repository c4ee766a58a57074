/**
 * Removes from a cluster's objects what the cluster has added, so that a comparison shows what applying a build would
 * change. Like `kubectl apply`, keeps the fields that are in the build, and those that were applied last.
 */

import { Source } from "../diagnostics/source.ts";
import { NodeItems } from "../merge/node_items.ts";
import { pairItems } from "../merge/pair_items.ts";
import { Resource } from "../model/resource.ts";
import type { SchemaNode } from "../schema/schema.ts";
import { decodeBase64 } from "../text/bytes/base64.ts";
import { decodeUtf8 } from "../text/bytes/utf8.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { type Entry, Mapping, type Node, Scalar, scalarText, Sequence } from "../yaml/tree/node.ts";
import { type DiffSide, schemaOf } from "./diff_builds.ts";
import { LAST_APPLIED } from "./hide_values.ts";
import { pairResources } from "./pair.ts";
import { isSameQuantity } from "./quantity.ts";

/** Objects that a cluster creates by itself. */
const OWN_KINDS = ["Event", "Endpoints", "EndpointSlice", "Lease", "ControllerRevision"];
const OWN_OBJECTS = ["ConfigMap/kube-root-ca.crt", "ServiceAccount/default", "Service/kubernetes"];

/** @param build What would be applied. */
export function liveLikeApplied(live: readonly Resource[], build: DiffSide): Resource[] {
  const schema = schemaOf({ resources: live }, build);
  return pairResources(live.filter((resource) => !isOwn(resource)), build.resources).flatMap(({ before, after }) => {
    if (before === undefined) return [];
    if (after === undefined) return [new Resource(withoutServerFields(before.node))];
    const node = likeApplied(before.node, [after.node, lastApplied(before)], schema(after.gvk));
    return [new Resource(sameDetails(asMapping(node), before, after))];
  });
}

function isOwn(resource: Resource): boolean {
  return OWN_KINDS.includes(resource.kind) || OWN_OBJECTS.includes(`${resource.kind}/${resource.name}`) ||
    resource.metadata?.get("ownerReferences") !== undefined;
}

function lastApplied(resource: Resource): Node | undefined {
  const text = resource.annotations().get(LAST_APPLIED);
  return text === undefined ? undefined : parseDocument(new Source(LAST_APPLIED, text));
}

/** The part of a node that is also in one of `wanted`, the first of which is the build. */
function likeApplied(node: Node, wanted: readonly (Node | undefined)[], schema: SchemaNode | undefined): Node {
  const [build] = wanted;
  if (node.kind === "mapping") {
    const maps = wanted.filter((one) => one?.kind === "mapping");
    return new Mapping(node.entries.flatMap((entry) => keptEntry(entry, build, maps, schema)), node.source, node.start);
  }
  if (node.kind === "sequence") {
    return new Sequence(
      keptItems(node, wanted.filter((one) => one?.kind === "sequence"), schema),
      node.source,
      node.start,
    );
  }
  return node;
}

function keptEntry(
  { key, value }: Entry,
  build: Node | undefined,
  maps: readonly Mapping[],
  schema: SchemaNode | undefined,
): Entry[] {
  const name = scalarText(key);
  const wanted = maps.map((map) => map.get(name));
  const own = build?.kind === "mapping" ? build.get(name) : undefined;
  // The cluster treats null as a missing value.
  if (own !== undefined && isNull(own)) return [{ key, value: own }];
  if (wanted.every((one) => one === undefined)) return [];
  if (own?.kind === "scalar" && value.kind === "scalar" && isSameQuantity(value.value, own.value)) {
    return [{ key, value: own }];
  }
  return [{ key, value: likeApplied(value, own === undefined ? [undefined, ...wanted] : wanted, schema?.field(name)) }];
}

/** Keeps the wanted items of lists that are merged; other lists are replaced as a whole. */
function keptItems(list: Sequence, wanted: readonly Sequence[], schema: SchemaNode | undefined): Node[] {
  const found = wanted.map((one) => pairItems(new NodeItems(list.items), new NodeItems(one.items), schema?.mergeKeys));
  const isMerged = found.some(({ names }) => names.length > 0);
  return list.items.flatMap((item, index) => {
    const partners = wanted.map((one, at) => one.items[found[at]!.before.indexOf(index)]);
    if (partners.every((partner) => partner === undefined)) return isMerged ? [] : [item];
    return [likeApplied(item, partners, schema?.elements())];
  });
}

/** Differences in notation only, and fields that are not sent to the cluster. */
function sameDetails(node: Mapping, live: Resource, build: Resource): Mapping {
  const status = build.node.get("status");
  if (status !== undefined) node.set("status", status);
  if (build.kind === "Secret") addStringData(node, live, build);
  return node;
}

/** A cluster keeps `stringData` as `data`. */
function addStringData(node: Mapping, live: Resource, build: Resource): void {
  const [data, wanted] = [live.node.get("data"), build.node.get("stringData")];
  if (data?.kind !== "mapping" || wanted?.kind !== "mapping") return;
  const entries = wanted.entries.flatMap(({ key }) => {
    const encoded = data.get(scalarText(key));
    const bytes = encoded && decodeBase64(scalarText(encoded));
    const text = bytes && decodeUtf8(bytes);
    return text === undefined ? [] : [{ key, value: new Scalar(text, "double", "!!str") }];
  });
  if (entries.length > 0) node.set("stringData", new Mapping(entries));
}

const SERVER_FIELDS = ["creationTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid"];
const SERVER_ANNOTATIONS = [LAST_APPLIED, "deployment.kubernetes.io/revision"];

/** For an object that the build lacks, only the fields that servers set are known. */
function withoutServerFields(node: Mapping): Mapping {
  return without(
    node,
    ["status"],
    (metadata) =>
      without(
        asMapping(metadata),
        SERVER_FIELDS,
        (annotations) => without(asMapping(annotations), SERVER_ANNOTATIONS),
        "annotations",
      ),
  );
}

function without(
  node: Mapping,
  names: readonly string[],
  inside: (value: Node) => Node = (value) => value,
  field = "metadata",
): Mapping {
  const entries = node.entries.filter(({ key }) => !names.includes(scalarText(key)))
    .map(({ key, value }) => ({ key, value: scalarText(key) === field ? inside(value) : value }));
  return new Mapping(
    entries.filter(({ key, value }) => scalarText(key) !== field || !isEmpty(value)),
    node.source,
    node.start,
  );
}

function isEmpty(node: Node): boolean {
  return node.kind === "mapping" && node.entries.length === 0;
}

function asMapping(node: Node): Mapping {
  return node.kind === "mapping" ? node : new Mapping();
}
