import { assertEquals } from "@std/assert";
import { joinShort } from "./join_short.ts";

Deno.test("joinShort() joins the pieces between long ones", () => {
  const cases: [pieces: string[], parts: string[]][] = [
    [[], []],
    [["a", "b"], ["ab"]],
    [["aaa"], ["aaa"]],
    [["a", "b", "ccc", "ddd", "e", "", "f"], ["ab", "ccc", "ddd", "ef"]],
    [["aaa", "b"], ["aaa", "b"]],
  ];
  for (const [pieces, parts] of cases) assertEquals(joinShort(pieces, 3), parts);
});
