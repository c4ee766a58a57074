/** Strict decoding of a kustomization file, with the moves of deprecated fields to the new ones. */

import { type Diagnostic, fail } from "../diagnostics/diagnostic.ts";
import { atPlace, Mapping, type Node } from "../yaml/tree/node.ts";
import {
  decodeImage,
  decodeLabel,
  decodePatch,
  decodeReplacementField,
  decodeReplica,
  decodeSortOptions,
  decodeVar,
} from "./decode_changes.ts";
import {
  decodeConfigMapField,
  decodeGeneratorOptions,
  decodeHelmChart,
  decodeHelmGlobals,
  decodeOldHelmChart,
  decodeSecretField,
} from "./decode_generators.ts";
import { isNull } from "../yaml/scalar/resolve.ts";
import { decodeObject, type ObjectReader, STRICT } from "./object_reader.ts";
import type { HelmChart, HelmGlobals, Kustomization } from "./types.ts";

export interface DecodedKustomization {
  kustomization: Kustomization;
  /** Deprecated fields in use, in kustomize's words and order. */
  warnings: Diagnostic[];
}

export const KUSTOMIZATION_API_VERSION = "kustomize.config.k8s.io/v1beta1";
export const COMPONENT_API_VERSION = "kustomize.config.k8s.io/v1alpha1";

/**
 * Decodes the document of a kustomization file.
 *
 * @param node The file's first document; null or undefined for an empty file.
 * @param file The file's name, for the message about an empty one.
 */
export function decodeKustomization(node: Node | undefined, file: string): DecodedKustomization {
  const root = node === undefined || isNull(node) ? new Mapping() : node;
  return decodeObject(root, "the kustomization", STRICT, (object) => {
    const warnings = deprecations(object);
    const kustomization = decodeFields(object);
    object.end();
    checkNotEmpty(object, kustomization, file);
    checkTypeMeta(object, kustomization);
    return { kustomization, warnings };
  });
}

function decodeFields(object: ObjectReader): Kustomization {
  const kind = object.text("kind") || "Kustomization";
  const metadata = object.object("metadata", decodeMetadata);
  const sortOptions = object.object("sortOptions", decodeSortOptions);
  const generatorOptions = object.object("generatorOptions", decodeGeneratorOptions);
  return {
    apiVersion: object.text("apiVersion") || requiredApiVersion(kind),
    kind,
    node: object.node,
    ...(metadata === undefined ? {} : { metadata }),
    openapi: object.textMap("openapi"),
    namePrefix: object.text("namePrefix"),
    nameSuffix: object.text("nameSuffix"),
    namespace: object.text("namespace"),
    commonLabels: object.textMap("commonLabels"),
    labels: object.list("labels", decodeLabel),
    commonAnnotations: object.textMap("commonAnnotations"),
    patchesStrategicMerge: object.texts("patchesStrategicMerge"),
    patchesJson6902: object.list("patchesJson6902", decodePatch),
    patches: object.list("patches", decodePatch),
    images: [...object.list("images", decodeImage), ...object.list("imageTags", decodeImage)],
    replacements: object.list("replacements", decodeReplacementField),
    replicas: object.list("replicas", decodeReplica),
    vars: object.list("vars", decodeVar),
    ...(sortOptions === undefined ? {} : { sortOptions }),
    resources: [...object.texts("resources"), ...object.texts("bases")],
    components: object.texts("components"),
    crds: object.texts("crds"),
    configMapGenerator: object.list("configMapGenerator", decodeConfigMapField),
    secretGenerator: object.list("secretGenerator", decodeSecretField),
    ...decodeHelm(object),
    ...(generatorOptions === undefined ? {} : { generatorOptions }),
    configurations: object.texts("configurations"),
    generators: object.texts("generators"),
    transformers: object.texts("transformers"),
    validators: object.texts("validators"),
    buildMetadata: object.texts("buildMetadata").map(({ value }) => value),
  };
}

function decodeMetadata(object: ObjectReader): NonNullable<Kustomization["metadata"]> {
  return {
    name: object.text("name"),
    namespace: object.text("namespace"),
    labels: object.textMap("labels"),
    annotations: object.textMap("annotations"),
  };
}

/** The helm fields, with `helmChartInflationGenerator` split into charts and globals; explicit globals win whole. */
function decodeHelm(object: ObjectReader): { helmCharts: HelmChart[]; helmGlobals?: HelmGlobals } {
  const charts = object.list("helmCharts", decodeHelmChart);
  const old = object.list("helmChartInflationGenerator", decodeOldHelmChart);
  const helmCharts = [...charts, ...old.map(({ chart }) => chart)];
  const own = object.object("helmGlobals", decodeHelmGlobals);
  if (own !== undefined) return { helmCharts, helmGlobals: own };
  const merged: HelmGlobals = { chartHome: "", configHome: "" };
  for (const { globals } of old) {
    merged.chartHome = globals.chartHome || merged.chartHome;
    merged.configHome = globals.configHome || merged.configHome;
  }
  return merged.chartHome || merged.configHome ? { helmCharts, helmGlobals: merged } : { helmCharts };
}

const FIX = "Run 'kustomize edit fix' to update your Kustomization automatically.";

/** Each deprecated field, what replaces it, and what precedes the advice. */
const DEPRECATED: [field: string, replacement: string, prefix: string][] = [
  ["bases", "resources", ""],
  ["commonLabels", "labels", ""],
  ["imageTags", "images", ""],
  ["patchesJson6902", "patches", ""],
  ["patchesStrategicMerge", "patches", ""],
  ["vars", "replacements", "[EXPERIMENTAL] "],
];

function deprecations(object: ObjectReader): Diagnostic[] {
  return DEPRECATED.filter(([field]) => object.has(field)).map(([field, replacement, prefix]) => ({
    code: "deprecated-field",
    message: `# Warning: '${field}' is deprecated. Please use '${replacement}' instead. ${prefix}${FIX}`,
    ...atPlace(object.value(field)!),
  }));
}

/** Fields that hold nothing where they are "". */
const TEXT_FIELDS = new Set(["namePrefix", "nameSuffix", "namespace"]);
/** Fields that do not count, and deprecated ones that vanish into their successors: there an empty list is nothing. */
const MOVED_FIELDS = new Map<string, keyof Kustomization>([
  ["bases", "resources"],
  ["imageTags", "images"],
  ["helmChartInflationGenerator", "helmCharts"],
]);

/** A kustomization without any field but apiVersion and kind is refused; an empty list is a field. */
function checkNotEmpty(object: ObjectReader, kustomization: Kustomization, file: string): void {
  for (const field of object.fields()) {
    if (field === "apiVersion" || field === "kind") continue;
    const moved = MOVED_FIELDS.get(field);
    if (moved !== undefined && (kustomization[moved] as unknown[]).length === 0) continue;
    if (TEXT_FIELDS.has(field) && object.text(field) === "") continue;
    return;
  }
  fail("empty-kustomization", "the kustomization is empty", {
    ...atPlace(object.node),
    file,
    hint: "add 'resources', or another field",
  });
}

function checkTypeMeta(object: ObjectReader, { kind, apiVersion }: Kustomization): void {
  if (kind !== "Kustomization" && kind !== "Component") {
    fail("wrong-kind", `kind must be Kustomization or Component, found '${kind}'`, atPlace(object.value("kind")!));
  }
  const required = requiredApiVersion(kind);
  if (apiVersion !== required) {
    const message = `apiVersion of a ${kind} must be ${required}, found '${apiVersion}'`;
    fail("wrong-api-version", message, atPlace(object.value("apiVersion")!));
  }
}

function requiredApiVersion(kind: string): string {
  return kind === "Component" ? COMPONENT_API_VERSION : KUSTOMIZATION_API_VERSION;
}
