import { assertEquals } from "@std/assert";
import { chartTemplate, nameOfChartOutput } from "./chart_template.ts";
import { Source } from "./source.ts";

const TEXT = "---\n# Source: w/templates/a.yaml\nkind: A\n---\n# Source: w/templates/b.yaml\nkind: B\n";

Deno.test("chartTemplate() is the last template named above a place, in the output of a chart alone", () => {
  const output = new Source(nameOfChartOutput("w"), TEXT);
  assertEquals(chartTemplate({ source: output, offset: TEXT.indexOf("kind: A") }), "w/templates/a.yaml");
  assertEquals(chartTemplate({ source: output, offset: TEXT.indexOf("kind: B") }), "w/templates/b.yaml");
  assertEquals(chartTemplate({ source: output, offset: 0 }), undefined);
  const first = new Source(nameOfChartOutput("w"), TEXT.slice(4));
  assertEquals(chartTemplate({ source: first, offset: 0 }), "w/templates/a.yaml");
  assertEquals(chartTemplate({ source: new Source("a.yaml", TEXT), offset: TEXT.length }), undefined);
});
