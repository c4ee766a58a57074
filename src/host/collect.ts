/** Reading a stream of bytes to its end, or to a bound. */

export interface Collected {
  bytes: Uint8Array;
  /** Whether there was more. */
  tooLong: boolean;
}

/** All that comes until the end, up to `limit` bytes; what comes after those is not waited for. */
export async function collect(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<Collected> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) return { bytes: joined(chunks), tooLong: true };
    chunks.push(chunk);
  }
  return { bytes: joined(chunks), tooLong: false };
}

/** The last of what comes, at least `limit` bytes where there are so many, and hands on all of it as it comes. */
export async function collectEnd(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
  handOn: ((chunk: Uint8Array) => void) | undefined,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    handOn?.(chunk);
    chunks.push(chunk);
    length += chunk.length;
    while (length - chunks[0]!.length >= limit) length -= chunks.shift()!.length;
  }
  return joined(chunks);
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
