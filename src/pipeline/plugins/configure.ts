/** Configures generators and transformers from the objects under `generators`, `transformers` and `validators`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did_you_mean.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { LENIENT } from "../../kustomization/reader_mode.ts";
import { ObjectReader } from "../../kustomization/object_reader.ts";
import type { Resource } from "../../model/resource.ts";
import { readTextMap } from "../../model/text_map.ts";
import type { Transform } from "../../transform/transform.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import { checkTextKeys } from "../../yaml/write/text_keys.ts";
import type { Generate } from "../context/generate.ts";
import type { Target } from "../context/target.ts";
import { configureContext } from "./configure_context.ts";
import { loadExternalPlugin } from "./external_plugin.ts";
import { GENERATORS, rowOf, TRANSFORMERS } from "./registry.ts";

/** The generator that `config` configures. */
export async function configureGenerator(target: Target, config: Resource): Promise<Generate> {
  checkSettings(target, config);
  if (!isBuiltIn(config)) {
    const plugin = loadExternalPlugin(target, config);
    return () => plugin.generate();
  }
  const row = rowOf(GENERATORS, config.kind) ?? failKind(config, "generator", GENERATORS, TRANSFORMERS);
  const code = await row.load();
  return code.configure(config, target);
}

/** The transformer that `config` configures, as a validator or by itself. */
export async function configureTransformer(
  target: Target,
  config: Resource,
  noun: "transformer" | "validator" = "transformer",
): Promise<Transform> {
  checkSettings(target, config);
  if (!isBuiltIn(config)) {
    const plugin = loadExternalPlugin(target, config);
    return (set) => plugin.transform(set);
  }
  const row = rowOf(TRANSFORMERS, config.kind) ?? failKind(config, noun, TRANSFORMERS, GENERATORS);
  const code = await row.load();
  return code.configure(
    new ObjectReader(config.node, config.kind, { ...LENIENT, compat: target.build.compat }),
    configureContext(target),
  );
}

/** Whether the settings of a transformer hold the values that it writes, rather than paths or selectors of them. */
export function holdsValues(config: Resource): boolean {
  return isBuiltIn(config) && rowOf(TRANSFORMERS, config.kind)?.settings === undefined;
}

/** What kustomize needs of the settings of every plugin: it writes them as YAML, and looks for their origin. */
function checkSettings({ build }: Target, { node, metadata }: Resource): void {
  if (!build.compat.has("integer-keys")) checkTextKeys(node);
  readTextMap(metadata?.get("annotations"));
}

export function isBuiltIn({ gvk }: Resource): boolean {
  return gvk.group === "" && gvk.version === "builtin";
}

type Rows = readonly { kind: string }[];

type Noun = "generator" | "transformer" | "validator";

function failKind(config: Resource, wanted: Noun, known: Rows, others: Rows): never {
  const { kind } = config;
  const place = atPlace(config.node.get("kind"));
  if (rowOf(others, kind) !== undefined) {
    fail("wrong-kind", `${kind} is not a ${wanted}`, {
      ...place,
      hint: `list it under '${others === GENERATORS ? "generators" : "transformers"}'`,
    });
  }
  fail("unknown-plugin", `there is no built-in ${wanted} ${kind}`, { ...place, hint: hintOfKind(kind, wanted, known) });
}

function hintOfKind(kind: string, wanted: Noun, known: Rows): string {
  if (wanted === "validator") {
    return "use a function, a plugin, or a built-in transformer that changes nothing";
  }
  return didYouMean(nearest(kind, known.map((row) => row.kind))) ??
    "'kust edit alpha-list-builtin-plugin' lists the kinds";
}
