import { assertEquals } from "@std/assert";
import { writePieces } from "./write_pieces.ts";

const CAPACITY = 1024;

class NoRoom extends Error {
  readonly code = "EAGAIN";
}

/** Rust's line buffer over a stream that accepts arbitrary amounts, used as Deno does: a write, then a flush. */
class LineWriter {
  readonly out: number[] = [];
  readonly #take: (length: number) => number;
  #buffer: number[] = [];

  constructor(take: (length: number) => number) {
    this.#take = take;
  }

  writeSync(bytes: Uint8Array): number {
    const count = this.#write([...bytes]);
    this.#flush();
    return count;
  }

  #write(bytes: number[]): number {
    const lineEnd = bytes.lastIndexOf(10) + 1;
    if (lineEnd === 0) return this.#buffered(bytes);
    if (this.#buffer.length > 0) this.#flush();
    const sent = this.#send(bytes.slice(0, lineEnd));
    const tail = sent < lineEnd
      ? bytes.slice(sent, Math.min(lineEnd, sent + CAPACITY))
      : bytes.slice(sent, sent + CAPACITY);
    this.#buffer.push(...tail);
    return sent + tail.length;
  }

  #buffered(bytes: number[]): number {
    if (this.#buffer.at(-1) === 10) this.#flush();
    if (this.#buffer.length + bytes.length > CAPACITY) this.#flush();
    if (bytes.length >= CAPACITY) return this.#send(bytes);
    this.#buffer.push(...bytes);
    return bytes.length;
  }

  #flush(): void {
    while (this.#buffer.length > 0) this.#buffer.splice(0, this.#send(this.#buffer));
  }

  #send(bytes: number[]): number {
    const count = this.#take(bytes.length);
    if (count === 0) throw new NoRoom();
    for (let i = 0; i < count; i++) this.out.push(bytes[i]!);
    return count;
  }
}

/** Lines of all lengths, including empty ones, and an end without a line break. */
function sample(seed: number): Uint8Array {
  const lengths = [0, 1, 30, 1022, 1023, 1024, 1025, 2047, 2048, 2049, 5000];
  const lines = Array.from({ length: 12 }, (_, i) => String.fromCharCode(97 + i).repeat(lengths[(i * seed) % 11]!));
  return new TextEncoder().encode(lines.join("\n") + (seed % 2 === 0 ? "\n" : ""));
}

Deno.test("pieces pass Rust's buffer completely and once, however much a stream accepts at a time", () => {
  for (let seed = 1; seed < 9; seed++) {
    const bytes = sample(seed);
    let turn = seed;
    const anyPart = new LineWriter((length) => (turn = (turn * 31 + 7) % 101) % 9 === 0 ? 0 : 1 + turn % length);
    writePieces(anyPart, bytes, 0);
    assertEquals(new Uint8Array(anyPart.out), bytes, `part ${seed}`);
    const allOrNothing = new LineWriter((length) => (turn = (turn * 31 + 7) % 101) % 3 === 0 ? 0 : length);
    writePieces(allOrNothing, bytes, 2048);
    assertEquals(new Uint8Array(allOrNothing.out), bytes, `whole ${seed}`);
  }
});
