/** Reads a stream of bytes up to its end or a limit. */

export interface Collected {
  bytes: Uint8Array;
  /** Whether there was more. */
  tooLong: boolean;
}

/** Everything up to the end, or the first `limit` bytes without waiting for more. */
export async function collect(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<Collected> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) return { bytes: joined(chunks), tooLong: true };
    chunks.push(compact(chunk));
  }
  return { bytes: joined(chunks), tooLong: false };
}

/** The last bytes, at least `limit` if there are that many; passes everything on as it arrives. */
export async function collectEnd(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
  handOn: ((chunk: Uint8Array) => void) | undefined,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    handOn?.(chunk);
    chunks.push(compact(chunk));
    length += chunk.length;
    while (length - chunks[0]!.length >= limit) length -= chunks.shift()!.length;
  }
  return joined(chunks);
}

/**
 * A chunk without more memory than it needs: Deno's are small parts of large buffers, which would be kept as a whole.
 */
function compact(chunk: Uint8Array): Uint8Array {
  return chunk.buffer.byteLength > 2 * chunk.length ? new Uint8Array(chunk) : chunk;
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
