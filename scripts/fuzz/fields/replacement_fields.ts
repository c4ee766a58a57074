/** Replacements, with all options of their sources and targets. */

import { exactSelector, selector } from "../selectors.ts";
import { kindOf, mayBeHashed, type Scope } from "../scope.ts";
import type { Random } from "../random.ts";
import { type Fields, isFields, type Value, withSome } from "../value.ts";
import { TEXTS } from "../words.ts";

export function replacements(scope: Scope): Value {
  const { random } = scope;
  return random.times(1, 3, () => {
    if (random.chance(0.85)) return replacement(scope);
    const inFile = random.chance(0.5) ? [replacement(scope)] : [[replacement(scope), replacement(scope)]];
    return { path: scope.addFile("replacement.yaml", { documents: inFile, style: scope.style() }) };
  });
}

export function replacement(scope: Scope): Fields {
  const { random } = scope;
  const targets = random.times(1, 2, () => target(scope));
  if (random.chance(0.1)) return { sourceValue: random.pick(TEXTS), targets };
  const resource = scope.resource();
  const source = withSome(random, exactSelector(scope, resource), {
    fieldPath: [
      0.9,
      () => random.pick([...scalarPaths(random, resource), "metadata.name"].filter((path) => !path.includes("*"))),
    ],
    options: [0.15, () => delimiterOptions(random)],
  });
  return { source, targets };
}

function target(scope: Scope): Fields {
  const { random } = scope;
  const resource = scope.resource();
  const create = random.chance(0.5);
  const path = () => targetPath(random, resource, create || random.risk(0.1));
  const options = withSome(random, random.chance(0.1) ? delimiterOptions(random) : {}, {
    ...(create ? { create: [1, () => true] } : { create: [0.2, () => false] }),
    encoding: [0.07, () => "base64"],
  });
  return withSome(random, {
    select: random.chance(0.2) || random.risk(0.5) ? selector(scope, resource) : exactSelector(scope, resource),
  }, {
    fieldPaths: [0.97, () => random.times(1, 2, path)],
    reject: [0.15, () => random.times(1, 2, () => selector(scope))],
    ...(Object.keys(options).length > 0 ? { options: [1, () => options] } : {}),
  });
}

function delimiterOptions(random: Random): Fields {
  return withSome(random, { delimiter: random.pick([".", ":", "-", "/", "ab", " "]) }, {
    index: [0.5, () => random.risk(0.5) ? random.pick([1, 2, 5, -1]) : 0],
  });
}

const NAMING = /^(apiVersion|kind|metadata\.name(space)?)$/;

/** @param anywhere Whether the path may be missing in the resource. */
function targetPath(random: Random, resource: Fields, anywhere: boolean): string {
  if (!anywhere || random.chance(0.3)) {
    // The identity of a resource is rarely changed, since other fields refer to it.
    const paths = scalarPaths(random, resource).filter((path) =>
      !NAMING.test(path) || (path !== "kind" && random.risk(0.3))
    );
    return paths.length > 0 ? random.pick(paths) : "metadata.name";
  }
  const embedded = kindOf(resource) === "Widget"
    ? [
      "spec.json.host",
      "spec.json.ports.0",
      "spec.json.deep.x",
      "spec.yaml.host",
      "spec.yaml.ports.*",
      "spec.yaml.deep.new",
    ]
    : ["spec.template.spec.containers.[name=main].env.[name=LOG].value", "spec.template.spec.hostname"];
  return random.pick([
    ...embedded,
    "metadata.labels.app",
    "metadata.labels.[app.kubernetes.io/name]",
    ...(random.risk(1)
      ? [
        "spec.template.spec.containers.*.image",
        "spec.items.*.value",
        "spec.items.-",
        "metadata.annotations.acme\\.io/owner",
      ]
      : []),
    "metadata.annotations.[acme.io/new]",
    "spec.items.[name=b].value",
    "spec.new.deep",
    "spec.list.0",
    "data.k",
    "data.[a.conf]",
    ...(random.risk(1) ? ["metadata.name", "metadata.namespace", mayBeHashed(resource) ? "data" : "kind"] : []),
  ]);
}

/** Paths of some of its fields: mostly texts, sometimes other values, which texts cannot replace. */
function scalarPaths(random: Random, resource: Fields): string[] {
  const paths: string[] = [];
  const walk = (value: Value, path: string): void => {
    const inside = isFields(value) || Array.isArray(value);
    if (path !== "" && (typeof value === "string" || random.risk(inside ? 0.1 : 0.5))) paths.push(path);
    if (!inside) return;
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, path === "" ? key : `${path}.${step(random, value, key)}`);
    }
  };
  walk(resource, "");
  return paths;
}

function step(random: Random, holder: Fields | Value[], key: string): string {
  if (!Array.isArray(holder)) return key.includes(".") ? random.pick([`[${key}]`, key.replaceAll(".", "\\.")]) : key;
  const item = holder[Number(key)];
  if (isFields(item) && typeof item["name"] === "string" && random.chance(0.5)) return `[name=${item["name"]}]`;
  return random.chance(0.8) ? key : "*";
}
