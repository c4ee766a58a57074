import { assertEquals } from "@std/assert";
import { readToEnd } from "./read_stream.ts";

Deno.test("readToEnd() reads everything, however much arrives at once and wherever the buffer ends", () => {
  for (const length of [0, 1, 7, 8, 9, 4111, 4112, 4113, 20_000]) {
    const all = Uint8Array.from({ length }, (_, index) => index % 251);
    for (const most of [1, 8, 5000, 1 << 20]) {
      let at = 0;
      const read = (buffer: Uint8Array) => {
        const part = all.subarray(at, at + Math.min(most, buffer.length));
        buffer.set(part);
        at += part.length;
        return part.length;
      };
      assertEquals(readToEnd(read, 8), all, `${length} bytes, ${most} at once`);
    }
  }
});
