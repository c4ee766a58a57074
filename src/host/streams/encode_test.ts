import { assert, assertEquals } from "@std/assert";
import { encoded } from "./encode.ts";

Deno.test("encoded() is what TextEncoder makes of texts of all lengths", () => {
  for (const piece of ["", "a", "\u00e9", "\u20ac", "\u{1f600}", "\ud800"]) {
    for (const times of [1, 3, 43_690, 43_691, 131_072, 300_001]) {
      const text = `x${piece.repeat(times)}`;
      const expected = new TextEncoder().encode(text);
      let at = 0;
      for (const part of encoded(text)) {
        assert(part.every((byte, index) => byte === expected[at + index]), `${piece} ${times}`);
        at += part.length;
      }
      assertEquals(at, expected.length, `${piece} ${times}`);
    }
  }
});
