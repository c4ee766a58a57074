/** The words of random projects: few, so that names meet. */

import type { Random } from "./random.ts";
import { type Fields, Raw, type Value } from "./value.ts";

export const NAMES = ["web", "api", "db", "cfg", "app", "app.v1", "w-1"];
export const NAMESPACES = ["ns1", "ns2", "default"];
export const LABEL_KEYS = ["app", "tier", "env", "app.kubernetes.io/name", "on", "x"];
export const LABEL_VALUES = ["web", "front", "1", "true", "v1.0", "", "a-b", "007"];
export const ANNOTATION_KEYS = ["note", "acme.io/owner", "x", "checksum/config", "y"];
export const IMAGES = [
  "nginx",
  "nginx:1.25",
  "nginx@sha256:24a0c4b4a4c0eb97a1aabb8e29f18e917d05abfe1b7a7c07857230879ce7d3d3",
  "nginx:1.25@sha256:24a0c4b4a4c0eb97a1aabb8e29f18e917d05abfe1b7a7c07857230879ce7d3d3",
  "gcr.io/acme/api:v1",
  "localhost:5000/app:1",
  "localhost:5000/app",
  "redis:latest",
  "app",
];

/** Texts that YAML, JSON or patterns might interpret. */
export const TEXTS = [
  "v",
  "",
  " ",
  "1",
  "0x1F",
  "1e3",
  "true",
  "null",
  "~",
  "yes",
  "a: b",
  "a #b",
  "- x",
  "$(VAR)",
  "$$(VAR)",
  "$(VAR",
  "é",
  "世界",
  "\u{1F680}",
  "'",
  '"',
  "\\",
  "a\nb\n",
  "a\n\nb",
  "\ttab",
  "key: value\nlist:\n  - a\n",
  '{"a": {"b": [1, 2]}}',
  "https://x.io/?a=1#b",
  "2001-01-01",
  "*",
  "&a",
  "!t",
  "%d",
  "@x",
  "`",
  "x".repeat(130) + " " + "y".repeat(30),
  "007",
  "1_000",
  "12:30:45",
  ".5",
  "-",
  "=",
  "<<",
  "host: $(SERVICE) port $(PORT)",
];

/** Scalars that kustomize's YAML readers interpret differently. */
const RAW = [
  "0644",
  "0o17",
  "0x1F",
  "1.50",
  "1e3",
  "-0",
  "+1",
  "1_000",
  "12345678901234567890",
  "!!str 5",
  "!!int '5'",
  "!!binary aGk=",
  "yes",
  "on",
  "~",
  "2001-01-01",
  "0.10",
  "1.0",
  "08",
  "''",
  '"\\u00e9"',
  "12:30",
  "99999999999999999999.5",
];

export function oddScalar(random: Random): Value {
  if (random.chance(0.02)) return new Raw(random.pick([".inf", ".nan", "1e400"]));
  if (random.chance(0.4)) return new Raw(random.pick(RAW));
  return random.pick<Value>([null, true, false, 0, 5, -1, 1.5, 1e21, ...TEXTS]);
}

export function labels(random: Random): Fields {
  return Object.fromEntries(random.some(LABEL_KEYS, 1, 2).map((key) => [key, random.pick(LABEL_VALUES)]));
}

export function annotations(random: Random): Fields {
  return Object.fromEntries(random.some(ANNOTATION_KEYS, 1, 2).map((key) => [key, random.pick(TEXTS)]));
}
