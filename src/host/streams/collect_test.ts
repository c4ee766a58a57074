import { assertEquals } from "@std/assert";
import { collect, collectEnd } from "./collect.ts";

/** Parts of one large buffer, which is written again for each. */
async function* partsOfOneBuffer(): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(1 << 16);
  for (let part = 1; part <= 5; part++) {
    buffer.fill(part, 0, 4);
    yield buffer.subarray(0, 4);
  }
}

Deno.test("collect() and collectEnd() keep small parts of large buffers without the buffers", async () => {
  const all = [1, 2, 3, 4, 5].flatMap((part) => [part, part, part, part]);
  assertEquals(await collect(partsOfOneBuffer(), 20), { bytes: new Uint8Array(all), tooLong: false });
  assertEquals(await collect(partsOfOneBuffer(), 11), { bytes: new Uint8Array(all.slice(0, 8)), tooLong: true });
  assertEquals(await collectEnd(partsOfOneBuffer(), 8, undefined), new Uint8Array(all.slice(-8)));
});
