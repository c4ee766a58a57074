import { assertEquals } from "@std/assert";
import { earlierRelease } from "../compat/earlier.ts";
import { kustomizationSchema } from "./json_schema.ts";

type Properties = Record<string, { deprecated?: boolean; type?: string[] }>;

function fieldsOf(schema: Readonly<Record<string, unknown>>, definition?: string): Properties {
  const { properties } = definition === undefined
    ? schema as { properties: Properties }
    : (schema.definitions as Record<string, { properties: Properties }>)[definition]!;
  return properties;
}

Deno.test("fields that are deprecated, or moved to others, are marked", () => {
  const fields = fieldsOf(kustomizationSchema());
  assertEquals(Object.keys(fields).filter((name) => fields[name]?.deprecated).sort(), [
    "bases",
    "commonLabels",
    "helmChartInflationGenerator",
    "imageTags",
    "patchesJson6902",
    "patchesStrategicMerge",
    "vars",
  ]);
});

Deno.test("options of patches may have any fields in releases that ignore them", () => {
  const typeOf = (schema: Readonly<Record<string, unknown>>) => fieldsOf(schema, "patch").options?.type;
  assertEquals([kustomizationSchema(), kustomizationSchema(earlierRelease("v5.7.1"))].map(typeOf), [
    undefined,
    ["object", "null"],
  ]);
});

Deno.test("each field of objects refers to the definition of its objects", () => {
  const references = Object.entries(fieldsOf(kustomizationSchema())).flatMap(([name, schema]) => {
    const [, definition] = /"#\/definitions\/(\w+)"/.exec(JSON.stringify(schema)) ?? [];
    return definition === undefined || definition === name ? [] : [[name, definition]];
  });
  assertEquals(Object.fromEntries(references), {
    configMapGenerator: "configMapArgs",
    helmChartInflationGenerator: "helmChartArgs",
    helmCharts: "helmChart",
    imageTags: "image",
    images: "image",
    labels: "label",
    patches: "patch",
    patchesJson6902: "patch",
    replacements: "replacement",
    replicas: "replica",
    secretGenerator: "secretArgs",
    vars: "variable",
  });
});
