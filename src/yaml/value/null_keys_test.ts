import { assertEquals } from "@std/assert";
import { parsed } from "../../testing/yaml.ts";
import { Mapping, scalarText } from "../tree/node.ts";
import { repeatNullKeys } from "./null_keys.ts";

Deno.test("repeatNullKeys() repeats the keys whose text means null, and no others", () => {
  const root = parsed("~: a\n!!null '': b\n? \n: c\nx: d\nnull: e\n'~': f\n[]: g\n", { uniqueKeys: false });
  if (!(root instanceof Mapping)) throw new Error("no mapping");
  const before = root.entries.length;
  repeatNullKeys(root);
  const added = root.entries.slice(before);
  assertEquals(added.map(({ key, value }) => [scalarText(key), scalarText(value)]), [["~", "a"], ["null", "e"]]);
});
