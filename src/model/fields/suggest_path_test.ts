import { assertEquals } from "@std/assert";
import { splitFieldPath } from "./path.ts";
import { hintOfBrackets, suggestPath } from "./suggest_path.ts";
import { resourcesOf } from "../../testing/model.ts";

const [RESOURCE] = resourcesOf(
  "metadata: {annotations: {example.com/owner: me}}\nspec: {ports: [{name: http, port: 80}, {name: web}], args: [--verbose]}\n",
);

Deno.test("suggestPath() corrects the first wrong step", () => {
  const cases: [string, string | undefined][] = [
    ["metadata.annotation.[example.com/owner]", "metadata.annotations.[example.com/owner]"],
    ["metadata.annotations.[example.com/ownr]", "metadata.annotations.[example.com/owner]"],
    ["spec.ports.[name=htpp].port", "spec.ports.[name=http].port"],
    ["spec.ports.0.prt", "spec.ports.0.port"],
    ["spec.ports.1.nam", "spec.ports.1.name"],
    ["spec.ports.*.prt", "spec.ports.*.port"],
    ["spec.args.[=--verbos]", "spec.args.[=--verbose]"],
    ["spec.ports.7.port", undefined],
    ["spec.ports.2.port", undefined],
    ["spec.ports.http.port", undefined],
    ["spec.ports.[name].port", undefined],
    ["spec.args.[=--verbose].x", undefined],
    ["metadata.name.x", undefined],
    ["spec.ports.name", undefined],
    ["status", undefined],
    ["spec.ports.0.port", undefined],
  ];
  for (const [path, expected] of cases) {
    assertEquals(suggestPath(RESOURCE!.node, splitFieldPath(path)), expected, path);
  }
});

Deno.test("hintOfBrackets() explains brackets that select nothing", () => {
  const dots = "put dots around brackets as in containers.[name=web].image, or containers.0 by index";
  const cases: [string, string | undefined][] = [
    [
      "data.[x=y",
      "the bracket of '[x=y' is not closed: write it as in containers.[name=web].image, or containers.0 by index",
    ],
    [
      "a.[x=y.b.c",
      "the bracket of '[x=y.b.c' is not closed: write it as in containers.[name=web].image, or containers.0 by index",
    ],
    ["a[x=y].b", dots],
    ["a.[x=y]b", dots],
    ["a[0]", dots],
    [
      "a[0.b",
      "the bracket of 'a[0' is not closed: write it as in containers.[name=web].image, or containers.0 by index",
    ],
    ["a.[x=y[0-9]].b", undefined],
    ["a.[x.y/z].b", undefined],
    ["a.[x.y", undefined],
    ["a.b", undefined],
  ];
  for (const [path, expected] of cases) assertEquals(hintOfBrackets(splitFieldPath(path)), expected, path);
});
