import { assertEquals } from "@std/assert";
import { forwarderDll } from "./forwarder_dll.ts";

/** The text at an address in memory, of a file whose only section is at 0x1000 there and at 0x200 in the file. */
function textAt(bytes: Uint8Array, address: number): string {
  const start = address - 0x1000 + 0x200;
  return new TextDecoder().decode(bytes.subarray(start, bytes.indexOf(0, start)));
}

Deno.test("forwarderDll() exports one name, whose address is that of a forward's name", () => {
  const bytes = forwarderDll({ library: "random.dll", name: "Random", forward: "OTHER.Function" });
  const view = new DataView(bytes.buffer);
  const headers = view.getUint32(0x3c, true);
  assertEquals(new TextDecoder().decode(bytes.subarray(headers, headers + 4)), "PE\0\0");
  const word = (at: number) => view.getUint32(at - 0x1000 + 0x200, true);
  // The first of the directories, after 24 and 112 bytes of other headers.
  const [directory, size] = [0, 4].map((at) => view.getUint32(headers + 136 + at, true)) as [number, number];
  assertEquals(textAt(bytes, word(directory + 12)), "random.dll");
  assertEquals([word(directory + 20), word(directory + 24)], [1, 1]);
  assertEquals(textAt(bytes, word(word(directory + 32))), "Random");
  const target = word(word(directory + 28));
  assertEquals(textAt(bytes, target), "OTHER.Function");
  // Only an address within the directory counts as a forward.
  assertEquals(target > directory && target < directory + size, true);
});
