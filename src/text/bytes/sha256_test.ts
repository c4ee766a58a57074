import { assertEquals } from "@std/assert";
import { sha256Hex } from "./sha256.ts";
import { encodeUtf8 } from "./utf8.ts";

Deno.test("sha256Hex() returns the digests of FIPS 180-4's examples", () => {
  assertEquals(
    sha256Hex(encodeUtf8("abc")),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  assertEquals(
    sha256Hex(encodeUtf8("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  );
});

Deno.test("sha256Hex() agrees with Web Crypto around block boundaries and for 1 MB", async () => {
  for (const length of [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 1 << 20]) {
    const message = Uint8Array.from({ length }, (_, index) => index * 7919 & 255);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", message));
    assertEquals(sha256Hex(message), digest.toHex(), `${length} bytes`);
  }
});
