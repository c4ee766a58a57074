import { assertEquals } from "@std/assert";
import { decodeUtf8, decodeUtf8Lossy, encodeUtf8, validLength } from "./utf8.ts";

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

/** The bytes at the ends of all ranges that UTF-8 distinguishes. */
const EDGES = [
  0,
  0x7f,
  0x80,
  0x8f,
  0x90,
  0x9f,
  0xa0,
  0xbf,
  0xc1,
  0xc2,
  0xdf,
  0xe0,
  0xe1,
  0xec,
  0xed,
  0xee,
  0xef,
  0xf0,
  0xf1,
  0xf3,
  0xf4,
  0xf5,
];

Deno.test("decodeUtf8() and validLength() agree with the platform on all edges", () => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const check = (...numbers: number[]) => {
    const bytes = Uint8Array.from(numbers);
    let expected: string | undefined;
    try {
      expected = decoder.decode(bytes);
    } catch {
      // Not valid.
    }
    const isRight = decodeUtf8(bytes) === expected &&
      (validLength(bytes) === bytes.length) === (expected !== undefined);
    if (!isRight) throw new Error(bytes.toString());
  };
  for (const a of EDGES) for (const b of EDGES) for (const c of EDGES) check(a, b, c);
  const last = [0x7f, 0x80, 0xbf, 0xc2];
  for (const a of [0xf0, 0xf1, 0xf3, 0xf4]) {
    for (const b of EDGES) for (const c of last) for (const d of last) check(a, b, c, d);
  }
  assertEquals([[], [0x61], [0x61, 0xff, 0x61]].map((bytes) => validLength(Uint8Array.from(bytes))), [0, 1, 1]);
});

Deno.test("encodeUtf8() agrees with the platform on all edges", () => {
  const units = [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xfffd, 0xffff];
  for (const a of units) {
    for (const b of units) {
      const text = `${String.fromCharCode(a, b)}x`;
      assertEquals(encodeUtf8(text), new TextEncoder().encode(text));
    }
  }
});
