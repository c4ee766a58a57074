import { assertEquals, assertMatch } from "@std/assert";
import { toBase85 } from "./base_85.ts";

const loader = Deno.readTextFileSync(new URL("loader.js", import.meta.url));
const fromBase85: (text: string) => Uint8Array = new Function("core", "packed", `${loader}; return fromBase85;`)();

Deno.test("the loader reads back bytes in base 85, of any number and value, from characters that strings may hold", () => {
  for (let length = 0; length < 12; length++) {
    for (const value of [0, 1, 127, 254, 255]) {
      const bytes = Uint8Array.from({ length }, (_, at) => value + at * (value % 2));
      const text = toBase85(bytes);
      assertEquals([...fromBase85(text)], [...bytes]);
      assertMatch(text, /^[#-[\]-y]*$/);
      assertEquals(text.length, Math.ceil(length * 5 / 4));
    }
  }
});
