/** Generators of ConfigMaps and Secrets, as fields and as objects. */

import { groupVersionOf, kindOf, nameOf, type Scope } from "../scope.ts";
import type { Random } from "../random.ts";
import { type Fields, textAt, type Value, withSome } from "../value.ts";
import { annotations, labels, NAMES, NAMESPACES, TEXTS } from "../words.ts";

const LITERALS = [
  "a=1",
  "b=x y",
  "c='quoted'",
  'd="q"',
  "e=",
  "f=a=b",
  "k.conf=v",
  "g=$(VAR)",
  "h= x ",
  "i=a\\nb",
  "j=é",
  "l=true",
];
const ENV_LINES = [
  "A=1",
  "# comment",
  "",
  "  INDENTED=x",
  "B = spaced ",
  'C="q"',
  "BARE",
  "export X=1",
  "D=a#b",
  "E=a=b",
];

/** @param kind `ConfigMap` or `Secret`. */
export function generators(scope: Scope, kind: string): Value {
  return scope.random.times(1, 3, () => generatorArgs(scope, kind));
}

export function generatorArgs(scope: Scope, kind: string): Fields {
  const { random } = scope;
  const below = scope.inherited.filter((resource) =>
    kindOf(resource) === kind && groupVersionOf(resource).version === "v1"
  );
  if (below.length > 0 && random.chance(0.3)) {
    const old = random.pick(below);
    const namespace = textAt(old, "metadata", "namespace");
    const behavior = random.pick(["merge", "merge", "replace"]);
    return { name: nameOf(old), ...(namespace === undefined ? {} : { namespace }), behavior, ...sources(scope, kind) };
  }
  const name = random.chance(0.8) ? `gen${scope.nextNumber()}` : `${random.pick(NAMES)}-${scope.nextNumber()}`;
  const namespace = random.chance(0.1) ? { namespace: random.pick(NAMESPACES) } : {};
  scope.resources.push({ apiVersion: "v1", kind, metadata: { name, ...namespace } });
  return { name, ...namespace, ...sources(scope, kind), ...(random.chance(0.05) ? { behavior: "create" } : {}) };
}

function sources(scope: Scope, kind: string): Fields {
  const { random } = scope;
  return withSome(random, {}, {
    literals: [0.7, () => random.some(LITERALS, 1, 4)],
    files: [0.3, () => random.times(1, 2, () => file(scope))],
    envs: [0.2, () => [envFile(scope)]],
    env: [0.03, () => envFile(scope)],
    options: [0.25, () => generatorOptions(random)],
    ...(kind === "Secret" ? { type: [0.3, () => random.pick(["Opaque", "kubernetes.io/tls", "x/y"])] } : {}),
  });
}

function file(scope: Scope): string {
  const { random } = scope;
  const content = random.chance(0.15)
    ? new Uint8Array([0xff, 0x00, random.int(0, 255), 0xc3, 0x28])
    : random.pick(TEXTS);
  const path = scope.addFile(random.pick(["a.txt", "files/b.conf", "data"]), content);
  return random.chance(0.3) ? `key${scope.nextNumber()}.x=${path}` : path;
}

function envFile(scope: Scope): string {
  const { random } = scope;
  return scope.addFile(
    "vars.env",
    random.some(ENV_LINES, 1, 5).join(random.pick(["\n", "\n", "\r\n"])) + random.pick(["", "\n"]),
  );
}

export function generatorOptions(random: Random): Fields {
  return withSome(random, {}, {
    labels: [0.4, () => labels(random)],
    annotations: [0.4, () => annotations(random)],
    disableNameSuffixHash: [0.4, () => random.chance(0.7)],
    immutable: [0.2, () => random.chance(0.7)],
  });
}
