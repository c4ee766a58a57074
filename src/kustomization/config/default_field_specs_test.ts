import { assertEquals } from "@std/assert";
import { NEWEST } from "../../compat/compat.ts";
import { parsed } from "../../testing/yaml.ts";
import { decodeTransformerConfig } from "./decode_transformer_config.ts";
import { DEFAULT_TRANSFORMER_CONFIG } from "./default_field_specs.ts";
import type { NameBackReference, TransformerConfig } from "./transformer_config.ts";
import type { FieldSpec } from "../types.ts";

const RECORDED = new URL("../../../testdata/default_configuration.yaml", import.meta.url);

/** `group/version/kind path create` of each spec, sorted: the goldens show the order of those that make fields. */
function shownSpecs(specs: readonly FieldSpec[]): string[] {
  const texts = specs.map(({ group, version, kind, path, create }) =>
    `${group ?? ""}/${version ?? ""}/${kind ?? ""} ${path} ${create}`
  );
  // kustomize has one twice.
  return [...new Set(texts)].sort();
}

function shown({ nameReference, isBuiltIn: _, ...lists }: TransformerConfig): object {
  const references = nameReference.map(({ group, version, kind, fieldSpecs }: NameBackReference) => ({
    to: `${group ?? ""}/${version ?? ""}/${kind ?? ""}`,
    from: shownSpecs(fieldSpecs),
  }));
  return { references, ...Object.fromEntries(Object.entries(lists).map(([name, specs]) => [name, shownSpecs(specs)])) };
}

Deno.test("the built-in field specs are kustomize's", () => {
  const recorded = decodeTransformerConfig(parsed(Deno.readTextFileSync(RECORDED)), NEWEST);
  assertEquals(shown(DEFAULT_TRANSFORMER_CONFIG), shown(recorded));
});
