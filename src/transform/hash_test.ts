import { assertEquals } from "@std/assert";
import { updateHistory } from "../model/resource.ts";
import { setOf } from "../testing/model.ts";
import { needsOtherHash } from "./hash.ts";

Deno.test("only a resource of another kind than ConfigMap and Secret, with a hash, needs code of its own", () => {
  for (const [kind, isOther] of [["ConfigMap", false], ["Secret", false], ["Pod", true]] as const) {
    const set = setOf(`{kind: ${kind}, metadata: {name: a}}`);
    assertEquals(needsOtherHash(set), false);
    updateHistory(set.resources[0]!, { needsHash: true });
    assertEquals(needsOtherHash(set), isOther, kind);
  }
});
