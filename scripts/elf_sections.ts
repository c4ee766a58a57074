/**
 * Makes `strip` reject a program. Otherwise it removes what Bun needs to find the code in it: the program would start
 * as Bun itself, with the words meant for kust. Without a section table `strip` fails and changes nothing; running a
 * program needs no sections.
 */

const MAGIC = [0x7f, 0x45, 0x4c, 0x46];
/** Offsets of the header of a 64-bit file: where the section table is, and how many entries it has. */
const TABLE_OFFSET = 0x28;
const TABLE_COUNT = 0x3c;
const HEADER_SIZE = 0x40;

/** Removes the section table of an ELF file; other files stay as they are. */
export function dropSectionTable(path: string): void {
  using file = Deno.openSync(path, { read: true, write: true });
  const header = new Uint8Array(HEADER_SIZE);
  if (file.readSync(header) !== HEADER_SIZE || !isElf(header)) return;
  header.fill(0, TABLE_OFFSET, TABLE_OFFSET + 8);
  // The count, and the index of the section with the names.
  header.fill(0, TABLE_COUNT, TABLE_COUNT + 4);
  file.seekSync(0, Deno.SeekMode.Start);
  file.writeSync(header);
}

export function isElf(content: Uint8Array): boolean {
  return MAGIC.every((byte, index) => content[index] === byte);
}
