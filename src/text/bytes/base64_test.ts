import { assertEquals } from "@std/assert";
import { decodeBase64, encodeBase64Lines } from "./base64.ts";
import { encodeUtf8 } from "./utf8.ts";

Deno.test("encodeBase64Lines() pads, and leaves a short text on one line without a line break", () => {
  assertEquals(encodeBase64Lines(encodeUtf8("")), "");
  assertEquals(encodeBase64Lines(encodeUtf8("a")), "YQ==");
  assertEquals(encodeBase64Lines(encodeUtf8("ab")), "YWI=");
  assertEquals(encodeBase64Lines(encodeUtf8("abc")), "YWJj");
});

Deno.test("encodeBase64Lines() splits 70 characters or more into lines of 70, each with a line break", () => {
  assertEquals(encodeBase64Lines(new Uint8Array(51)), "A".repeat(68));
  assertEquals(encodeBase64Lines(new Uint8Array(52)), "A".repeat(70) + "\n==\n");
  const lines = encodeBase64Lines(new Uint8Array(105)).split("\n");
  assertEquals(lines, ["A".repeat(70), "A".repeat(70), ""]);
});

Deno.test("encodeBase64Lines() agrees with btoa() beyond one chunk", () => {
  const bytes = Uint8Array.from({ length: 20000 }, (_, index) => index * 31 & 255);
  const expected = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  assertEquals(encodeBase64Lines(bytes).replaceAll("\n", ""), expected);
});

Deno.test("decodeBase64() reads encoded texts and rejects all others", () => {
  for (const text of ["", "a", "ab", "abc", "abcd"]) {
    assertEquals(decodeBase64(encodeBase64Lines(encodeUtf8(text))), encodeUtf8(text));
  }
  for (const text of ["YQ", "YQ=", "Y===", "YQ==\n", "Y-=="]) assertEquals(decodeBase64(text), undefined, text);
});
