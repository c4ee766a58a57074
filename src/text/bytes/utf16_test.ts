import { assertEquals } from "@std/assert";
import { decodeUtf16 } from "./utf16.ts";

function decode(...bytes: number[]) {
  return decodeUtf16(Uint8Array.from(bytes));
}

Deno.test("decodeUtf16() reads both orders of bytes", () => {
  assertEquals(decode(0xff, 0xfe, 0x61, 0, 0x2c, 0x26), { text: "a\u262c", fault: undefined });
  assertEquals(decode(0xfe, 0xff, 0, 0x61, 0x26, 0x2c), { text: "a\u262c", fault: undefined });
  assertEquals(decode(0xff, 0xfe), { text: "", fault: undefined });
});

Deno.test("decodeUtf16() refuses texts without a byte order mark", () => {
  for (const bytes of [[], [0xff], [0xfe], [0xff, 0xff], [0xfe, 0xfe], [0x61, 0xfe], [0x61, 0xff], [0x61, 0]]) {
    assertEquals(decode(...bytes), undefined, bytes.toString());
  }
});

Deno.test("decodeUtf16() tells the first fault", () => {
  const lone = "this UTF-16 surrogate is unpaired";
  assertEquals(decode(0xfe, 0xff, 0xd8, 0, 0, 0x61), { text: "\ufffda", fault: { offset: 0, message: lone } });
  assertEquals(decode(0xfe, 0xff, 0, 0x61, 0xdc, 0), { text: "a\ufffd", fault: { offset: 1, message: lone } });
  const cut = { offset: 1, message: "the last UTF-16 character is incomplete" };
  assertEquals(decode(0xfe, 0xff, 0, 0x61, 0), { text: "a", fault: cut });
});
