import { assertEquals } from "@std/assert";
import { layOut } from "./layout.ts";
import type { GraphReport } from "../worker/answer.ts";

const kustomization = (key: string) => ({ kind: "kustomization" as const, key, name: key.slice(1) });
const file = (key: string) => ({ kind: "file" as const, key, name: key.slice(1) });
const arrow = (from: string, to: string, ...fields: string[]) => ({ from, to, fields });

const GRAPH: GraphReport = {
  nodes: [
    kustomization("/base"),
    file("/base/web.yaml"),
    kustomization("/logging"),
    kustomization("/prod"),
    file("/prod/patch.yaml"),
  ],
  arrows: [
    arrow("/prod", "/base", "resources"),
    arrow("/prod", "/logging", "components"),
    arrow("/prod", "/prod/patch.yaml", "patches.path"),
    arrow("/base", "/base/web.yaml", "resources"),
    arrow("/logging", "/base/web.yaml", "configMapGenerator.files"),
  ],
};

Deno.test("what is built is at the left, and arrows lead to the right", () => {
  const { nodes, arrows, width, height } = layOut(GRAPH, "/prod");
  assertEquals(nodes.map(({ label, role, column }) => [label, role, column]), [
    ["prod", "target", 0],
    ["base", "base", 1],
    ["logging", "component", 1],
    ["patch.yaml", "file", 1],
    ["web.yaml", "file", 2],
  ]);
  assertEquals(arrows.every(({ from, to }) => from.x + from.width < to.x), true);
  assertEquals(nodes.every(({ x, y, width: w, height: h }) => x > 0 && y > 0 && x + w < width && y + h < height), true);
  assertEquals(nodes.at(-1)!.caption, "resources, configMapGenerator.files");
});

Deno.test("no two nodes cover each other", () => {
  const { nodes } = layOut(GRAPH, "/prod");
  for (const a of nodes) {
    for (const b of nodes) {
      const apart = a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;
      assertEquals(a === b || apart, true, `${a.name} and ${b.name}`);
    }
  }
});

Deno.test("of many files, some are shown", () => {
  const files = [...Array(100).keys()].map((number) => file(`/prod/${number}.yaml`));
  const graph = {
    nodes: [kustomization("/prod"), ...files],
    arrows: files.map(({ key }) => arrow("/prod", key, "resources")),
  };
  const { nodes, arrows } = layOut(graph, "/prod");
  assertEquals([nodes.length, arrows.length, nodes.at(-1)!.label], [15, 14, "87 more files"]);
  assertEquals(
    layOut({ nodes: graph.nodes.slice(0, 15), arrows: graph.arrows.slice(0, 14) }, "/prod").nodes.length,
    15,
  );
});

Deno.test("kustomizations that name each other, and nothing at all, have a picture too", () => {
  const nodes = [kustomization("/a"), kustomization("/b")];
  const arrows = [arrow("/a", "/b", "resources"), arrow("/b", "/a", "resources")];
  assertEquals(layOut({ nodes, arrows }, "/a").nodes.map(({ column }) => column), [0, 1]);
  assertEquals(layOut({ nodes: [], arrows: [] }, "/a").nodes, []);
});
