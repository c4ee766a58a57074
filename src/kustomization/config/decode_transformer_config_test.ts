import { assertEquals } from "@std/assert";
import { NEWEST } from "../../compat/compat.ts";
import { earlierRelease } from "../../compat/earlier.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { parsed } from "../../testing/yaml.ts";
import { decodeTransformerConfig } from "./decode_transformer_config.ts";

Deno.test("earlier releases know all lists but that of labels of claim templates", () => {
  const earlier = earlierRelease("v5.8.1");
  const added = "volumeClaimTemplateLabels: [{path: a}]\n";
  const lists = "labels: [{path: b}]\nimages: [{path: c}]\n";
  assertEquals(decodeTransformerConfig(parsed(added + lists), NEWEST).volumeClaimTemplateLabels[0]?.path, "a");
  const { volumeClaimTemplateLabels, labels, images } = decodeTransformerConfig(parsed(lists), earlier);
  assertEquals([volumeClaimTemplateLabels, labels, images].map(([spec]) => spec?.path), [undefined, "b", "c"]);
  diagnosticOf("unknown-field", () => decodeTransformerConfig(parsed(added), earlier));
});
