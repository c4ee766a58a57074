import { assertEquals, assertThrows } from "@std/assert";
import { allowHugePages } from "./huge_pages.ts";

const NAME = 0x101;
const ENTRY = 0x200;
/** Where the segments lie in the file and in memory; the second has the table. */
const SEGMENTS = [{ offset: 0x100, address: 0x5000, fileSize: 0x40 }, {
  offset: 0x200,
  address: 0x9000,
  fileSize: 0x20,
}];

/** An ELF file with an entry of mimalloc's table that says `value`. */
function program({ value = 0n, state = 0, name = "allow_thp", machine = 62 }): Uint8Array {
  const bytes = new Uint8Array(0x220);
  const view = new DataView(bytes.buffer);
  bytes.set([0x7f, 0x45, 0x4c, 0x46]);
  view.setUint16(0x12, machine, true);
  view.setBigUint64(0x20, 0x40n, true);
  view.setUint16(0x38, SEGMENTS.length, true);
  for (const [index, { offset, address, fileSize }] of SEGMENTS.entries()) {
    const header = 0x40 + index * 56;
    view.setUint32(header, 1, true);
    view.setBigUint64(header + 8, BigInt(offset), true);
    view.setBigUint64(header + 16, BigInt(address), true);
    view.setBigUint64(header + 32, BigInt(fileSize), true);
  }
  bytes.set(new TextEncoder().encode(name), NAME);
  view.setBigInt64(ENTRY, value, true);
  view.setInt32(ENTRY + 8, state, true);
  view.setBigUint64(ENTRY + 16, BigInt(NAME - 0x100 + 0x5000), true);
  return bytes;
}

function changed(bytes: Uint8Array): Uint8Array {
  const file = Deno.makeTempFileSync({ prefix: "kust-test-" });
  try {
    Deno.writeFileSync(file, bytes);
    allowHugePages(file);
    return Deno.readFileSync(file);
  } finally {
    Deno.removeSync(file);
  }
}

Deno.test("allowHugePages() turns the option on, and changes nothing else", () => {
  assertEquals(changed(program({})), program({ value: 1n }));
});

Deno.test("allowHugePages() refuses a program without the option, or with another default", () => {
  for (const other of [{ value: 1n }, { state: 1 }, { name: "allow_thq" }, { name: "disallow_thp" }]) {
    assertThrows(() => changed(program(other)), Error, "no option allow_thp of mimalloc that is off");
  }
});

Deno.test("allowHugePages() leaves other files as they are", () => {
  const texts = ["", "MZ", "x".repeat(200)].map((text) => new TextEncoder().encode(text));
  const arm64 = program({ machine: 183 });
  for (const bytes of [...texts, arm64]) assertEquals(changed(bytes), bytes);
});
