/** Selectors: of patches, replacements and transformers. */

import type { Random } from "./random.ts";
import { groupVersionOf, kindOf, nameOf, type Scope } from "./scope.ts";
import { type Fields, textAt, withSome } from "./value.ts";
import { LABEL_KEYS, LABEL_VALUES, NAMES } from "./words.ts";

const NAME_PATTERNS = [
  ".*",
  "w.*",
  "(web|api)",
  "[a-d].*",
  "(?i)WEB",
  "a",
  "",
  "^app$",
  "app.v1",
  "\\w+",
  "(?P<n>db)",
  "x*",
];
const LABEL_SELECTORS = [
  "app=web",
  "app!=web",
  "app",
  "!app",
  "tier in (front,1)",
  "tier notin (front),app",
  "on==true",
  "x=",
];

/** One that matches the resource, or fewer resources, or more. */
export function selector(scope: Scope, resource: Fields = scope.resource()): Fields {
  const { random } = scope;
  const { group, version } = groupVersionOf(resource);
  return withSome(random, {}, {
    kind: [0.8, () => kindPattern(random, kindOf(resource))],
    name: [0.6, () => random.chance(0.6) ? nameOf(resource) : random.pick(NAME_PATTERNS)],
    group: [0.15, () => group],
    version: [0.15, () => random.pick([version, "v1", "v.*"])],
    namespace: [
      0.1,
      () => random.pick([textAt(resource, "metadata", "namespace") ?? "default", "ns.*", "default", ""]),
    ],
    labelSelector: [0.1, () => labelSelector(random)],
    annotationSelector: [0.05, () => random.pick(["note", "x=1", "!note", "y!=v"])],
  });
}

function kindPattern(random: Random, kind: string): string {
  if (random.chance(0.85)) return kind;
  return random.pick([`${kind.slice(0, 4)}.*`, "(Deployment|StatefulSet)", ".*", "Config.+"]);
}

function labelSelector(random: Random): string {
  if (random.chance(0.5)) return random.pick(LABEL_SELECTORS);
  return `${random.pick(LABEL_KEYS)}=${random.pick(LABEL_VALUES)}`;
}

/** Selects exactly this resource, in the form of replacement sources and old patch targets. */
export function exactSelector(scope: Scope, resource: Fields): Fields {
  const { random } = scope;
  const { group, version } = groupVersionOf(resource);
  return withSome(random, { kind: kindOf(resource), name: nameOf(resource) || random.pick(NAMES) }, {
    ...(group === "" ? {} : { group: [0.5, () => group] }),
    version: [0.5, () => version],
    ...(textAt(resource, "metadata", "namespace") === undefined
      ? {}
      : { namespace: [0.6, () => textAt(resource, "metadata", "namespace")!] }),
  });
}
