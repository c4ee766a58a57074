import { assertEquals } from "@std/assert";
import { parsed } from "../testing/yaml.ts";
import type { Node } from "../yaml/tree/node.ts";
import { NodeItems } from "./node_items.ts";
import { pairItems } from "./pair_items.ts";

function paired(before: string, after: string, mergeKeys?: string[]): number[] {
  const items = (text: string): Node[] => {
    const node = parsed(text);
    return node.kind === "sequence" ? node.items : [];
  };
  return pairItems(new NodeItems(items(before)), new NodeItems(items(after)), mergeKeys).before;
}

Deno.test("pairItems() goes by merge keys, with the protocol that Kubernetes sets", () => {
  const ports = "[{containerPort: 80}, {containerPort: 80, protocol: UDP}]";
  const other = "[{containerPort: 80, protocol: UDP}, {containerPort: 80, protocol: TCP}, {containerPort: 1}]";
  assertEquals(paired(ports, other, ["containerPort", "protocol"]), [1, 0, -1]);
});

Deno.test("pairItems() goes by a field that names all items, where there are no keys or an item lacks one", () => {
  assertEquals(paired("[{host: a}, {host: b}]", "[{host: b}, {host: c}]"), [1, -1]);
  assertEquals(paired("[{key: a, name: x}, {name: y}]", "[{name: y}]", ["key"]), [1]);
});

Deno.test("pairItems() pairs equal items, then those that follow the same one", () => {
  assertEquals(paired("[a, b, c]", "[a, x, c, d]"), [0, 1, 2, -1]);
  assertEquals(paired("[a, a, b]", "[b, a, a, a]"), [2, 0, 1, -1]);
  assertEquals(paired("[{a: 1}, {a: 1, b: 2}]", "[{a: 0}, {a: 1}, {a: 1, b: 3}]"), [-1, 0, 1]);
});
