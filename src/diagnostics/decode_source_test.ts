import { assertEquals } from "@std/assert";
import { decodeSource } from "./decode_source.ts";

function decoded(...bytes: number[]) {
  const { text, encoding } = decodeSource("f", new Uint8Array(bytes));
  return [text, encoding.isUtf16, encoding.fault?.offset];
}

Deno.test("decodeSource() reads UTF-8, and UTF-16 if there is a byte order mark", () => {
  assertEquals(decoded(0x61, 0xc3, 0xa4), ["aä", false, undefined]);
  assertEquals(decoded(0xff, 0xfe, 0x61, 0, 0x3d, 0xd8, 0, 0xde), ["a\u{1F600}", true, undefined]);
  assertEquals(decoded(0xfe, 0xff, 0, 0x61, 0, 0xe4), ["aä", true, undefined]);
});

Deno.test("decodeSource() reports the position of the first invalid byte", () => {
  assertEquals(decoded(0xc3, 0xa4, 0xef, 0xbf, 0xbd, 0xe9, 0x7d), ["ä\uFFFD\uFFFD}", false, 2]);
  assertEquals(decoded(0xff, 0xfe, 0x61, 0, 0, 0xdc, 0x61, 0), ["a\uFFFDa", true, 1]);
  assertEquals(decoded(0xff, 0xfe, 0x61, 0, 0x62), ["a", true, 1]);
});
