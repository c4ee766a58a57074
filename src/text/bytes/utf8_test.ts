import { assertEquals } from "@std/assert";
import { decodeUtf8, decodeUtf8Lossy, encodeUtf8 } from "./utf8.ts";

const text = "a\u0000é世界\u{1F680}\uFFFD".repeat(3000);

Deno.test("encodeUtf8() and decodeUtf8() agree with the platform, also beyond one chunk", () => {
  assertEquals(encodeUtf8(text), new TextEncoder().encode(text));
  assertEquals(decodeUtf8(encodeUtf8(text)), text);
});

Deno.test("encodeUtf8() replaces lone surrogates by U+FFFD", () => {
  assertEquals(decodeUtf8(encodeUtf8("\ud800x\udc00\udbff")), "\uFFFDx\uFFFD\uFFFD");
});

Deno.test("decodeUtf8() rejects what Go's utf8.Valid rejects", () => {
  const invalid = [
    [0xff],
    [0x80],
    [0xc0, 0x80], // overlong
    [0xe0, 0x9f, 0xbf],
    [0xf0, 0x8f, 0xbf, 0xbf],
    [0xed, 0xa0, 0x80], // a surrogate
    [0xf4, 0x90, 0x80, 0x80], // beyond U+10FFFF
    [0xe4, 0xb8], // cut off
    [0xe4, 0x41, 0x41],
  ];
  for (const bytes of invalid) {
    assertEquals(decodeUtf8(Uint8Array.from(bytes)), undefined, bytes.toString());
    assertEquals(decodeUtf8Lossy(Uint8Array.from(bytes)).includes("\uFFFD"), true);
  }
});

Deno.test("decodeUtf8() keeps a byte order mark", () => {
  assertEquals(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)), "\uFEFFa");
});
