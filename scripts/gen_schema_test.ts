import { assertEquals } from "@std/assert";
import { generate, type SchemaInput } from "./gen_schema.ts";

const INPUT = new URL("../../shared/schema/kubernetes-1.21.2.json", import.meta.url);

Deno.test("generate() numbers definitions and names in base 36 and marks lists that merge", () => {
  const input: SchemaInput = {
    definitions: {
      "io.Box": {
        gvk: [{ group: "g", version: "v1", kind: "Box" }],
        properties: {
          name: { type: "string" },
          things: {
            items: { ref: "io.Thing" },
            "x-kubernetes-patch-strategy": "merge",
            "x-kubernetes-patch-merge-key": "id",
          },
          words: { items: { type: "string" }, "x-kubernetes-patch-strategy": "merge,retainKeys" },
          texts: { additionalProperties: { type: "string" }, "x-kubernetes-patch-strategy": "replace" },
        },
      },
      "io.Thing": { properties: { name: { type: "string" } } },
      "io.BoxList": { gvk: [{ group: "g", version: "v1", kind: "BoxList" }], properties: {} },
    },
    namespaced: { "g/v1/Box": true, "/v1/Node": false, "g/v1/BoxReview": false },
  };
  const { kubernetesData, scopeData } = generate(input);
  const texts = [...kubernetesData.matchAll(/`\\\n([^`]*)`/g)].map((match) => match[1]);
  assertEquals(texts, ["g/v1:Box=0", "io Box Thing", "name texts things words", "0P 2AR1+id 3AP+ 1MP\n0P"]);
  assertEquals([...scopeData.matchAll(/"(.*)"/g)].map((match) => match[1]), ["v1/Node", "g/v1/Box"]);
});

Deno.test({
  name: "the generated files are up to date",
  ignore: !exists(INPUT),
  fn() {
    const output = generate(JSON.parse(Deno.readTextFileSync(INPUT)));
    assertEquals(written("kubernetes_data.ts"), output.kubernetesData);
    assertEquals(written("scope_data.ts"), output.scopeData);
  },
});

function written(name: string): string {
  return Deno.readTextFileSync(new URL(`../src/schema/${name}`, import.meta.url));
}

function exists(url: URL): boolean {
  try {
    return Deno.statSync(url).isFile;
  } catch {
    return false;
  }
}
