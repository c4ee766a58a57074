/** Changes to programs for Linux, which are ELF files. */

const MAGIC = [0x7f, 0x45, 0x4c, 0x46];

export function isElf(path: string): boolean {
  using file = Deno.openSync(path);
  const start = new Uint8Array(MAGIC.length);
  file.readSync(start);
  return MAGIC.every((byte, index) => start[index] === byte);
}

/** Writes `bytes` over those at an offset of a file. */
export function overwrite(path: string, offset: number, bytes: Uint8Array): void {
  using file = Deno.openSync(path, { write: true });
  file.seekSync(offset, Deno.SeekMode.Start);
  file.writeSync(bytes);
}
