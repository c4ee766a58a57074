/** Encodes texts as UTF-8 to write them. */

/** The first touch of memory takes most of the time of encoding, so long texts share a buffer of this size. */
const BUFFER = 1 << 17;

let encoder: TextEncoder | undefined;
let buffer: Uint8Array | undefined;

/** The bytes of a text in pieces, each of which is valid until the next one is asked for. */
export function* encoded(text: string): Iterable<Uint8Array> {
  encoder ??= new TextEncoder();
  if (text.length * 3 <= BUFFER) return yield encoder.encode(text);
  buffer ??= new Uint8Array(BUFFER);
  for (let rest = text; rest !== "";) {
    const { read, written } = encoder.encodeInto(rest, buffer);
    yield buffer.subarray(0, written);
    rest = rest.slice(read);
  }
}
