/** Patches of all forms. */

import { exactSelector, selector } from "../selectors.ts";
import { kindOf, mayBeHashed, nameOf, type Scope } from "../scope.ts";
import type { Random } from "../random.ts";
import { type Fields, isFields, textAt, type Value, withSome } from "../value.ts";
import { annotations, IMAGES, labels, NAMES, oddScalar, TEXTS } from "../words.ts";
import { JSON_STYLE, writeDocuments } from "../write_yaml.ts";

export function patches(scope: Scope): Value {
  return scope.random.times(1, 3, () => patch(scope));
}

/** An entry of `patches`, which is also the configuration of a PatchTransformer. */
export function patch(scope: Scope): Fields {
  const { random } = scope;
  const resource = scope.resource();
  const asOperations = random.chance(0.35);
  const documents = asOperations
    ? [operations(random, resource)]
    : random.times(1, random.chance(0.95) ? 1 : 2, () => mergePatch(random, resource));
  const target = asOperations || random.chance(0.35)
    ? {
      target: random.chance(0.3) || (asOperations && !random.risk(0.3))
        ? exactSelector(scope, resource)
        : selector(scope, resource),
    }
    : {};
  return withSome(random, { ...placed(scope, documents), ...target }, {
    options: [
      0.1,
      () => withSome(random, {}, { allowNameChange: [0.7, () => true], allowKindChange: [0.5, () => true] }),
    ],
  });
}

export function patchesStrategicMerge(scope: Scope): Value {
  return scope.random.times(1, 2, () => {
    const { path, patch } = placed(scope, [mergePatch(scope.random, scope.resource())]);
    return (path ?? patch)!;
  });
}

export function patchesJson6902(scope: Scope): Value {
  const { random } = scope;
  return random.times(1, 2, () => {
    const resource = scope.resource();
    return { target: exactSelector(scope, resource), ...placed(scope, [operations(random, resource)]) };
  });
}

/** The documents in a file, or as text. */
function placed(scope: Scope, documents: Value[]): Fields {
  const { random } = scope;
  const style = random.chance(0.15) ? JSON_STYLE : scope.style();
  if (random.chance(0.3)) return { path: scope.addFile("patch.yaml", { documents, style }) };
  return { patch: writeDocuments(documents, style) };
}

/** Without these there is no resource, or no history of its names. */
const KEPT = /^\/(apiVersion|kind|metadata(\/name|\/annotations)?)$/;

/** Operations at paths that exist in the resource, or nearly. */
export function operations(random: Random, resource: Fields): Value {
  const found = pathsOf(resource, "").filter((path) =>
    path === "/kind" && mayBeHashed(resource) ? false : random.risk(0.5) || !KEPT.test(path)
  );
  // Generated ones are only known by name.
  const paths = found.length > 0 ? found : ["/data"];
  const somewhere = () =>
    random.risk(0.1) ? random.pick(["/metadata/labels/new", "/spec/none/x", "/spec/-"]) : random.pick(paths);
  const operation = (): Fields =>
    random.pick<() => Fields>([
      () => ({ op: "add", path: addable(random, somewhere()), value: patchValue(random) }),
      () => ({ op: "add", path: random.risk(0.5) ? "/metadata/annotations" : "/spec", value: annotations(random) }),
      () => ({ op: "add", path: "/metadata/labels", value: labels(random) }),
      () => ({ op: "replace", path: somewhere(), value: patchValue(random) }),
      () => ({ op: "remove", path: somewhere() }),
      () => ({ op: "copy", from: somewhere(), path: addable(random, somewhere()) }),
      () => ({ op: "move", from: somewhere(), path: "/moved" }),
      () => ({ op: "test", path: "/kind", value: kindOf(resource) }),
    ])();
  return random.chance(0.7) ? [operation()] : [operation(), operation()];
}

function addable(random: Random, path: string): string {
  return random.chance(0.5)
    ? path
    : path.replace(/\/[^/]*$/, /\/\d+$/.test(path) && !random.risk(0.3) ? random.pick(["/-", "/0"]) : "/a~1b");
}

function pathsOf(value: Value, path: string): string[] {
  if (!isFields(value) && !Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    return [at, ...pathsOf(inner, at)];
  });
}

function patchValue(random: Random): Value {
  return random.pick<() => Value>([
    () => random.pick(TEXTS),
    () => oddScalar(random),
    () => labels(random),
    () => [random.pick(NAMES)],
    () => ({ name: "main", image: random.pick(IMAGES) }),
    () => null,
  ])();
}

/** A part of the resource with changes, like a handwritten patch. */
export function mergePatch(random: Random, resource: Fields): Fields {
  const metadata = withSome(random, { name: nameOf(resource) }, {
    labels: [0.3, () => random.chance(0.9) ? labels(random) : { app: null }],
    annotations: [0.3, () => annotations(random)],
  });
  const namespace = textAt(resource, "metadata", "namespace");
  if (namespace !== undefined) metadata["namespace"] = namespace;
  const { apiVersion, kind, metadata: _, ...body } = resource;
  const patch: Fields = { apiVersion: apiVersion ?? null, kind: kind ?? null, metadata };
  if (random.chance(0.03)) return { ...patch, $patch: random.pick(["delete", "replace", "merge"]) };
  for (const [name, value] of Object.entries(body)) if (random.chance(0.8)) patch[name] = changed(random, value);
  if (kindOf(resource) === "ConfigMap" && random.chance(0.5)) {
    patch["data"] = { added: random.pick(TEXTS), k: random.pick<Value>(["v", null]) };
  }
  return patch;
}

function changed(random: Random, value: Value): Value {
  if (isFields(value)) return changedFields(random, value);
  if (Array.isArray(value)) return changedList(random, value);
  if (!random.risk(0.5)) return typeof value === "string" && random.chance(0.5) ? random.pick(TEXTS) : value;
  return random.chance(0.6) ? value : random.pick<Value>([null, random.pick(TEXTS), oddScalar(random)]);
}

function changedFields(random: Random, value: Fields): Fields {
  const fields: Fields = {};
  for (const [name, inner] of Object.entries(value)) {
    if (random.chance(name === "name" ? 1 : 0.5)) fields[name] = name === "name" ? inner : changed(random, inner);
  }
  return withSome(random, fields, {
    added: [0.05, () => random.pick(TEXTS)],
    $patch: [0.04, () => random.pick(["delete", "replace", "merge"])],
    $retainKeys: [0.01, () => Object.keys(fields)],
  });
}

/** Values that a patch may add to a list of mappings. */
const NEW_FIELDS: Value[] = [
  { name: "extra", image: "nginx:1", value: "v" },
  { $patch: "replace" },
  { name: "main", $patch: "delete" },
  { containerPort: 8080, protocol: "TCP", name: "p" },
];

function changedList(random: Random, value: Value[]): Value[] {
  const kept = random.shuffled(value.filter(() => random.chance(0.7))).map((item) => changed(random, item));
  const more = random.chance(0.4) ? [] : [random.pick(isFields(value[0]) ? NEW_FIELDS : NAMES)];
  return random.chance(0.5) ? [...kept, ...more] : [...more, ...kept];
}
