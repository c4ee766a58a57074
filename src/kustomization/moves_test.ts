import { assertEquals } from "@std/assert";
import { kustomization } from "./fields.ts";
import { moveFields, successorsOf } from "./moves.ts";

type Values = Record<string, unknown>;

Deno.test("moveFields() appends moved values to their successors, which it does not create for nothing", () => {
  const cases: [Values, Values][] = [
    [{}, {}],
    [{ bases: [], imageTags: [] }, {}],
    [{ bases: ["b"] }, { resources: ["b"] }],
    [{ resources: ["a"], bases: ["b"] }, { resources: ["a", "b"] }],
    [{ configMapGenerator: [{ env: "e" }, { env: "" }, {}] }, { configMapGenerator: [{ envs: ["e"] }, {}, {}] }],
    [{ secretGenerator: [{ env: { value: "e" }, envs: ["d"] }, { env: { value: "" } }] }, {
      secretGenerator: [{ envs: ["d", { value: "e" }] }, {}],
    }],
  ];
  for (const [values, expected] of cases) {
    moveFields(values, kustomization, () => ({}));
    assertEquals(values, expected);
  }
});

Deno.test("moveFields() makes charts of old ones, and globals unless there are some", () => {
  const old = [{ chartName: "a", helmBin: "h", values: "" }, { chartName: "b", chartHome: "c" }];
  const helmCharts = [{ name: "a" }, { name: "b" }];
  for (const [given, made] of [[undefined, { chartHome: "c" }], [{ configHome: "d" }, { configHome: "d" }]]) {
    const values: Values = { helmChartInflationGenerator: old, ...given && { helmGlobals: given } };
    moveFields(values, kustomization, () => ({}));
    assertEquals(values, { helmCharts, helmGlobals: made });
  }
  const values: Values = { helmChartInflationGenerator: [{ chartName: "a" }] };
  moveFields(values, kustomization, () => ({}));
  assertEquals(values, { helmCharts: [{ name: "a" }] });
});

Deno.test("successorsOf() has the fields that a moved field may end in", () => {
  const { resources, bases, imageTags, helmChartInflationGenerator } = kustomization.fields;
  assertEquals([resources, bases, imageTags, helmChartInflationGenerator].map(successorsOf), [
    [],
    ["resources"],
    ["images"],
    ["helmCharts", "helmGlobals"],
  ]);
});
