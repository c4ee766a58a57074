/**
 * Makes `strip` reject a program. Otherwise it removes what Bun needs to find the code in it: the program would start
 * as Bun itself, with the words meant for kust. Without a section table `strip` fails and changes nothing; running a
 * program needs no sections.
 */

import { isElf, overwrite } from "./elf.ts";

/** Offsets in the header of a 64-bit file: where the table is, its number of entries, and which has the names. */
const TABLE = 0x28;
const COUNT_AND_NAMES = 0x3c;

/** Removes the section table of an ELF file; other files stay as they are. */
export function dropSectionTable(path: string): void {
  if (!isElf(path)) return;
  overwrite(path, TABLE, new Uint8Array(8));
  overwrite(path, COUNT_AND_NAMES, new Uint8Array(4));
}
