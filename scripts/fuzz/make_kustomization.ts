/** Makes a kustomization file, with each field at its probability. */

import { buildMetadata, images, labelFields, metadata, replicas, sortOptions } from "./fields/change_fields.ts";
import { configurations } from "./fields/field_specs.ts";
import { generatorOptions, generators } from "./fields/generator_fields.ts";
import { patches, patchesJson6902, patchesStrategicMerge } from "./fields/patch_fields.ts";
import { generatorPlugins, transformerPlugins, validatorPlugins } from "./fields/plugin_fields.ts";
import { replacements } from "./fields/replacement_fields.ts";
import { crds, openapi } from "./fields/schema_fields.ts";
import type { Scope } from "./scope.ts";
import { type Fields, type Value, withSome } from "./value.ts";
import { vars } from "./fields/var_fields.ts";
import { annotations, labels, NAMESPACES } from "./words.ts";

/** Makes the field, with its probability in a file with the usual number of fields. */
const FIELDS: Readonly<Record<string, [probability: number, make: (scope: Scope) => Value]>> = {
  metadata: [0.05, metadata],
  generatorOptions: [0.1, ({ random }) => generatorOptions(random)],
  configMapGenerator: [0.3, (scope) => generators(scope, "ConfigMap")],
  secretGenerator: [0.2, (scope) => generators(scope, "Secret")],
  generators: [0.08, generatorPlugins],
  openapi: [0.06, openapi],
  crds: [0.08, crds],
  configurations: [0.15, configurations],
  namePrefix: [0.3, ({ random }) => random.pick(["p-", "q-", "dev-", ""])],
  nameSuffix: [0.15, ({ random }) => random.pick(["-s", "-v1", "-001"])],
  namespace: [0.2, ({ random }) => random.pick([...NAMESPACES, "team"])],
  labels: [0.2, labelFields],
  commonLabels: [0.1, ({ random }) => labels(random)],
  commonAnnotations: [0.15, ({ random }) => annotations(random)],
  images: [0.2, images],
  imageTags: [0.01, images],
  replicas: [0.04, replicas],
  patches: [0.35, patches],
  patchesStrategicMerge: [0.08, patchesStrategicMerge],
  patchesJson6902: [0.06, patchesJson6902],
  replacements: [0.2, replacements],
  vars: [0.1, vars],
  transformers: [0.12, transformerPlugins],
  validators: [0.03, validatorPlugins],
  sortOptions: [0.1, sortOptions],
  buildMetadata: [0.1, buildMetadata],
};

/** Fields that fail if they find nothing. */
const NEEDS_RESOURCES = new Set([
  "replicas",
  "patches",
  "patchesStrategicMerge",
  "patchesJson6902",
  "replacements",
  "vars",
  "transformers",
]);

/** @param paths Entries for `resources` and `components`. */
export function makeKustomization(
  scope: Scope,
  kind: string,
  paths: { resources: string[]; components: string[] },
): Fields {
  const { random } = scope;
  const component = kind === "Component";
  const start: Fields = component || random.chance(0.3)
    ? { apiVersion: `kustomize.config.k8s.io/${component ? "v1alpha1" : "v1beta1"}`, kind }
    : {};
  const { resources, components } = paths;
  if (resources.length > 0) Object.assign(start, splitBases(scope, resources));
  if (components.length > 0) start["components"] = components;
  const density = random.pick([0.3, 1, 1, 1.5]);
  const chances = Object.entries(FIELDS).filter(([name]) =>
    (scope.outermost || name !== "sortOptions") && (scope.resources.length > 0 || !NEEDS_RESOURCES.has(name))
  );
  const fields = withSome(
    random,
    start,
    Object.fromEntries(
      chances.map(([name, [probability, make]]) => [name, [probability * density, () => make(scope)]]),
    ),
  );
  if (Object.keys(fields).length === 0 || (component && Object.keys(fields).length === 2)) {
    fields["namePrefix"] = "only-";
  }
  return random.risk(0.03) ? misspelt(scope, fields) : random.chance(0.5) ? fields : shuffledFields(scope, fields);
}

/** Folders under the old name `bases`, now and then. */
function splitBases({ random }: Scope, paths: string[]): Fields {
  const bases = paths.filter((path) => !path.includes(".yaml") && !path.includes(".json"));
  if (bases.length === 0 || bases.length === paths.length || !random.chance(0.05)) return { resources: paths };
  return { resources: paths.filter((path) => !bases.includes(path)), bases };
}

function shuffledFields({ random }: Scope, fields: Fields): Fields {
  return Object.fromEntries(random.shuffled(Object.entries(fields)));
}

/** Adds an unknown field, or one with the wrong type. */
function misspelt({ random }: Scope, fields: Fields): Fields {
  const name = random.pick(Object.keys(fields));
  const { [name]: value, ...rest } = fields;
  return random.pick<Fields>([
    { ...rest, [name.toUpperCase()]: value! },
    { ...rest, [`${name}s`]: value! },
    { ...fields, [name]: random.pick<Value>([null, 5, "text", [], {}, [null], ["x"], true]) },
  ]);
}
