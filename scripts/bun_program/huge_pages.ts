/**
 * Lets the allocator of a Bun program use huge pages, on Linux. Two thirds of the page faults of a small build are its
 * first touches of new memory, and on a virtual machine they take a third of the time.
 *
 * Bun is built without huge pages, and `bun build` has no option for them. They are an option of mimalloc, so this
 * changes its default, in the table that mimalloc reads it from. `MIMALLOC_ALLOW_THP=0` still turns them off.
 *
 * Only for x86-64, where they have 2 MiB: on arm64 they may have 512, each of which the system fills with zeros.
 */

import { Buffer } from "node:buffer";
import { isElf, overwrite } from "./elf.ts";

const OPTION = "allow_thp";

/** An entry of the table (`mi_option_desc_t`): the default, the state (0 when built), the number, and the name. */
const ENTRY = { state: 8, name: 16 };

/** The header of a 64-bit file, and of a segment. */
const FILE_HEADER = { machine: 0x12, segments: 0x20, segmentCount: 0x38 };
const SEGMENT_HEADER = { offset: 8, address: 16, fileSize: 32, length: 56 };
const X86_64 = 62;
const LOADED = 1;

interface Segment {
  offset: number;
  address: number;
  fileSize: number;
}

/** Changes an ELF file for x86-64 in place; other files stay as they are. Throws if the option is missing or already on. */
export function allowHugePages(path: string): void {
  if (!isElf(path)) return;
  const program = Buffer.from(Deno.readFileSync(path).buffer);
  if (program.readUInt16LE(FILE_HEADER.machine) !== X86_64) return;
  const entry = findEntry(program);
  if (entry === undefined || program.readBigInt64LE(entry) !== 0n || program.readInt32LE(entry + ENTRY.state) !== 0) {
    throw new Error(`${path}: no option ${OPTION} of mimalloc that is off: has Bun's allocator changed?`);
  }
  overwrite(path, entry, Uint8Array.of(1));
}

/** The offset in the file of the option's entry. */
function findEntry(program: Buffer): number | undefined {
  const name = program.indexOf(`\0${OPTION}\0`) + 1;
  const segment = loadedSegments(program).find(({ offset, fileSize }) => name >= offset && name < offset + fileSize);
  if (name === 0 || segment === undefined) return undefined;
  const pointer = Buffer.alloc(8);
  pointer.writeBigUInt64LE(BigInt(name - segment.offset + segment.address));
  const found = program.indexOf(pointer);
  return found < ENTRY.name ? undefined : found - ENTRY.name;
}

function loadedSegments(program: Buffer): Segment[] {
  const number = (offset: number) => Number(program.readBigUInt64LE(offset));
  const start = number(FILE_HEADER.segments);
  const headers = Array.from(
    { length: program.readUInt16LE(FILE_HEADER.segmentCount) },
    (_, index) => start + index * SEGMENT_HEADER.length,
  );
  return headers.filter((header) => program.readUInt32LE(header) === LOADED).map((header) => ({
    offset: number(header + SEGMENT_HEADER.offset),
    address: number(header + SEGMENT_HEADER.address),
    fileSize: number(header + SEGMENT_HEADER.fileSize),
  }));
}
