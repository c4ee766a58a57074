/**
 * The final steps, once the outermost kustomization has collected everything: names become final, history becomes
 * annotations.
 */

import type { Compat } from "../compat/compat.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { METADATA_LABELS } from "../kustomization/config/default_field_specs.ts";
import type { Kustomization, SortOptions } from "../kustomization/types.ts";
import { LOCAL_CONFIG, removeInternal, showHistory, showsHistory } from "../history/function_annotations.ts";
import type { Resource } from "../model/resource.ts";
import { fieldsNamed } from "../model/text_map.ts";
import { checkObject } from "../model/read/read_resources.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { addHashes, type OtherHash } from "../transform/hash.ts";
import { setEntries } from "../transform/metadata_entries.ts";
import { NameReferences } from "../transform/references/name_reference.ts";
import { sortResources } from "../transform/order.ts";
import { type Entry, Mapping } from "../yaml/tree/node.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { expectMapping } from "../yaml/value/wrong_kind.ts";
import type { Accumulator } from "./context/accumulator.ts";
import { inPhase } from "./context/phases.ts";
import type { Build } from "./context/target.ts";

/** Makes names final, drops local resources, and converts the rest to the order and form of the output. */
export function finish(
  gathered: Accumulator,
  kustomization: Kustomization,
  build: Build,
  otherHash: OtherHash | undefined,
): void {
  const { set, config, vars } = gathered;
  const { observer, options: { phases } } = build;
  inPhase(phases, "hash names", () => addHashes(set, otherHash));
  observer?.done(set, { kind: "name hash" });
  inPhase(phases, "name references", () => new NameReferences(config.nameReference).update(set));
  observer?.done(set, { kind: "name reference" });
  if (vars !== undefined) inPhase(phases, "vars", () => vars.resolve(set, config.varReference, build.warn));
  if (vars !== undefined) observer?.done(set, { kind: "vars" });
  // A transformer may have removed a kind or a name, which kustomize notices here.
  for (const { node, history } of set.resources) checkObject(node, history.renamedBy);
  // Replacements may have given two resources the same id. Then neither can be dropped, because kustomize drops by id.
  set.checkIds();
  set.filter((resource) => !isLocal(resource));
  inPhase(phases, "sort", () => sort(set, kustomization.sortOptions, build));
  const { buildMetadata } = kustomization;
  if (build.options.addManagedByLabel || buildMetadata.includes("managedByLabel")) addManagedByLabel(set, build.compat);
  for (const resource of set.resources) writeAnnotations(resource, buildMetadata);
  observer?.done(set, { kind: "build metadata" });
}

function isLocal(resource: Resource): boolean {
  const local = resource.annotations().get(LOCAL_CONFIG);
  return local !== undefined && local !== "false";
}

function sort(set: ResourceSet, sortOptions: SortOptions | undefined, { options, warn }: Build): void {
  const { reorder = "unspecified" } = options;
  if (sortOptions === undefined) {
    if (reorder !== "none") sortResources(set, { order: "legacy" });
    return;
  }
  if (reorder !== "unspecified") warn(ORDER_GIVEN_TWICE);
  sortResources(set, sortOptions);
}

const ORDER_GIVEN_TWICE: Diagnostic = {
  code: "order-given-twice",
  message:
    "Warning: Sorting order is set both in 'kustomization.yaml' ('sortOptions') and in a CLI flag ('--reorder'). " +
    "Using the kustomization file over the CLI flag.",
};

function addManagedByLabel(set: ResourceSet, { release, has }: Compat): void {
  const version = has("own-version") ? release : "(devel)";
  const label = new Map([["app.kubernetes.io/managed-by", `kustomize-${version}`]]);
  setEntries(set, label, [METADATA_LABELS]);
}

/**
 * Adds the requested history. Rewrites annotations even if nothing is added or dropped, because kustomize then turns
 * every value into a string, and drops the field if it is empty.
 */
function writeAnnotations(resource: Resource, buildMetadata: readonly string[]): void {
  // Of all objects, only lists without items can lack it; kustomize creates it on the way to the annotations.
  const given = resource.node.get("metadata");
  if (given === undefined) resource.edit((node) => node.set("metadata", new Mapping()));
  else if (!isNull(given)) expectMapping(given, "metadata");
  const fields = fieldsNamed(resource.metadata, "annotations");
  if (fields.length === 0 && !showsHistory(buildMetadata)) return;
  if (fields.length > 1) return writeRepeated(resource, fields, buildMetadata);
  resource.rewriteAnnotations((annotations) => {
    removeInternal(annotations);
    showHistory(annotations, resource.history, buildMetadata);
  });
}

/**
 * kustomize writes the first of repeated annotations into the next, once for its own annotations, and once each for
 * origin and transformations. What the others have of its own stays in the output.
 */
function writeRepeated(resource: Resource, fields: Entry[], buildMetadata: readonly string[]): void {
  // Sic: null gets entries, too, but is printed as null.
  const nulls = fields.flatMap((field) => isNull(field.value) ? [{ field, value: field.value }] : []);
  for (const { field } of nulls) field.value = new Mapping();
  if (resource.annotations().size > 0) resource.rewriteAnnotations(removeInternal);
  resource.rewriteAnnotations();
  resource.rewriteAnnotations((annotations) => showHistory(annotations, resource.history, buildMetadata));
  for (const { field, value } of nulls) field.value = value;
}
