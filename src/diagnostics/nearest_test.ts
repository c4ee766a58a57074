import { assertEquals } from "@std/assert";
import { Random } from "../../scripts/fuzz/random.ts";
import { nearest } from "./nearest.ts";

Deno.test("nearest() finds a field through a transposed pair of letters and through case", () => {
  const fields = ["resources", "replicas", "namePrefix"];
  assertEquals(nearest("resuorces", fields), "resources");
  assertEquals(nearest("nameprefix", fields), "namePrefix");
});

Deno.test("nearest() returns nothing if no candidate is near, or a name is too short", () => {
  assertEquals(nearest("zzzzzz", ["resources"]), undefined);
  assertEquals(nearest("ab", ["abc"]), undefined);
  assertEquals(nearest("abc", ["ab", "abd"]), "abd");
});

/** By definition: insertions, deletions, replacements, and transpositions of neighbours. */
function distance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const last = a.at(-1) === b.at(-1) ? 0 : 1;
  const least = Math.min(
    distance(a.slice(0, -1), b) + 1,
    distance(a, b.slice(0, -1)) + 1,
    distance(a.slice(0, -1), b.slice(0, -1)) + last,
  );
  const isTurned = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return isTurned ? Math.min(least, distance(a.slice(0, -2), b.slice(0, -2)) + 1) : least;
}

Deno.test("nearest() finds the first of those with the smallest distance, by brute force", () => {
  const random = new Random(7);
  const word = () => Array.from({ length: random.int(3, 6) }, () => "abc"[random.int(0, 2)]).join("");
  for (let round = 0; round < 60; round++) {
    const [one, candidates] = [word(), [word(), word()]];
    const limit = Math.max(2, Math.floor(one.length / 3));
    const distances = candidates.map((candidate) => distance(one, candidate));
    const least = Math.min(...distances);
    const expected = least > limit ? undefined : candidates[distances.indexOf(least)];
    assertEquals(nearest(one, candidates), expected, `${one} ${candidates}`);
  }
});
