/** A library for Windows (64 bits) without code: it has one function, which is that of another library. */

export interface Forwarder {
  library: string;
  name: string;
  /** `LIBRARY.Function`. */
  forward: string;
}

/** Where the only section is in memory, and in the file. */
const SECTION = 0x1000;
const HEADERS = 0x200;

/** The file, in Microsoft's format PE32+. */
export function forwarderDll(forwarder: Forwarder): Uint8Array {
  const exported = exportSection(forwarder);
  const bytes = new Uint8Array(HEADERS * 2);
  if (exported.length > HEADERS) throw new Error("the names are too long");
  bytes.set(headers(exported.length));
  bytes.set(exported, HEADERS);
  return bytes;
}

/** The directory of exports, three tables with one entry each, and the names. */
function exportSection({ library, name, forward }: Forwarder): Uint8Array {
  const [addresses, pointers, ordinals] = [40, 44, 48].map((offset) => SECTION + offset) as [number, number, number];
  const texts = [library, name, forward].map((text) => new TextEncoder().encode(`${text}\0`));
  const starts: number[] = [];
  let next = SECTION + 52;
  for (const { length } of texts) {
    starts.push(next);
    next += length;
  }
  const [libraryAt, nameAt, forwardAt] = starts as [number, number, number];
  // An address within this section is that of a forward's name.
  const numbers = [0, 0, 0, libraryAt, 1, 1, 1, addresses, pointers, ordinals, forwardAt, nameAt, 0];
  return concat([new Uint8Array(new Uint32Array(numbers).buffer), ...texts]);
}

function headers(exportSize: number): Uint8Array {
  const dos = new Uint8Array(0x40);
  dos.set([0x4d, 0x5a]);
  dos[0x3c] = dos.length;
  const signature = new TextEncoder().encode("PE\0\0");
  // AMD64, one section, 240 bytes of further headers; a library for more than 2 GB.
  const file = packed([[2, 0x8664], [2, 1], [4, 0], [4, 0], [4, 0], [2, 240], [2, 0x2022]]);
  const section = packed([[4, exportSize], [4, SECTION], [4, HEADERS], [4, HEADERS], [4, 0], [4, 0], [4, 0], [
    4,
    0x40000040,
  ]]);
  return concat([dos, signature, file, optionalHeader(exportSize), new TextEncoder().encode(".edata\0\0"), section]);
}

function optionalHeader(exportSize: number): Uint8Array {
  const sizes: Field[] = [[2, 0x20b], [2, 14], [4, 0], [4, HEADERS], [4, 0], [4, 0], [4, SECTION]];
  const image: Field[] = [[8, 0x180000000], [4, 0x1000], [4, 0x200]];
  const versions: Field[] = [[2, 6], [2, 0], [2, 0], [2, 0], [2, 6], [2, 0], [4, 0]];
  const memory: Field[] = [[4, 0x2000], [4, HEADERS], [4, 0], [2, 3], [2, 0x160]];
  const stack: Field[] = [[8, 0x100000], [8, 0x1000], [8, 0x100000], [8, 0x1000], [4, 0], [4, 16]];
  // Of 16 directories, only the exports exist.
  const directories: Field[] = [[4, SECTION], [4, exportSize], ...Array<Field>(15).fill([8, 0])];
  return packed([...sizes, ...image, ...versions, ...memory, ...stack, ...directories]);
}

/** The width in bytes, and a value. */
type Field = [width: 2 | 4 | 8, value: number];

function packed(fields: readonly Field[]): Uint8Array {
  return concat(fields.map(([width, value]) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt(value), true);
    return new Uint8Array(view.buffer, 0, width);
  }));
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => [...part]));
}
