import { assertEquals } from "@std/assert";
import { writeToDenoStdout } from "./deno_stdout.ts";

/** What `writeToDenoStdout` asks Deno, with standard output as the system describes it. */
class Streams {
  readonly written: string[] = [];
  opened = 0;
  readonly #link: string;
  readonly #files: Record<string, string>;

  constructor(link: string, flags: string, sockets = "") {
    this.#link = link;
    this.#files = { "/proc/self/fdinfo/1": `pos:\t0\nflags:\t${flags}\nmnt_id:\t1\n`, "/proc/net/unix": sockets };
  }

  readonly stdout = { writeSync: (bytes: Uint8Array) => this.#write("", bytes) };

  openSync = (_path: string, { write }: { write: boolean }) => {
    if (!write) throw new Error("not for writing");
    this.opened++;
    return { writeSync: (bytes: Uint8Array) => this.#write("again: ", bytes), close: () => this.opened-- };
  };

  readLinkSync = () => this.#link;

  readTextFileSync = (path: string) => this.#files[path] ?? "";

  #write(how: string, bytes: Uint8Array): number {
    if (bytes.length > 0) this.written.push(`${how}${bytes.length}`);
    return bytes.length;
  }
}

const BLOCKING = "0100001";
const NON_BLOCKING = "0104001";
const LONG = "x".repeat(3000);
const LINE = new TextEncoder().encode(`${"x".repeat(2047)}\n`);

/** What is written, and how; false if the caller must write. */
function written(streams: Streams | undefined, text: string | Uint8Array): string[] | false {
  const real = Object.getOwnPropertyDescriptor(globalThis, "Deno")!;
  Object.defineProperty(globalThis, "Deno", { value: streams, configurable: true });
  try {
    const isDone = writeToDenoStdout(text);
    return isDone && (streams?.written ?? []);
  } finally {
    Object.defineProperty(globalThis, "Deno", real);
  }
}

Deno.test("a non-blocking pipe is opened again, and closed", () => {
  const streams = new Streams("pipe:[7]", NON_BLOCKING);
  assertEquals(written(streams, LONG), ["again: 3000"]);
  assertEquals(streams.opened, 0);
});

Deno.test("other runtimes, a blocking stream, and one short line need nothing", () => {
  assertEquals(written(undefined, LONG), false);
  assertEquals(written(new Streams("pipe:[7]", BLOCKING), LONG), false);
  for (const line of [LINE, "x\n", `${"\u20ac".repeat(681)}\n`]) {
    assertEquals(written(new Streams("pipe:[7]", NON_BLOCKING), line), false);
  }
  for (
    const text of ["x", LINE.subarray(1, 9), new Uint8Array([...LINE.subarray(1), 120, 10]), `${"x".repeat(682)}\n`]
  ) {
    assertEquals(written(new Streams("pipe:[7]", NON_BLOCKING), text), [`again: ${text.length}`]);
  }
});

Deno.test("other streams get pieces: of 2048 bytes if they are Unix sockets, else of less than Rust buffers", () => {
  const sockets = "ffff: 00000003 0001 03 42 /run/socket\nffff: 00000003 0001 03 7\n";
  const pieces = (link: string) => written(new Streams(link, NON_BLOCKING, sockets), LONG);
  assertEquals(pieces("socket:[7]"), ["2048", "952"]);
  assertEquals(pieces("socket:[42]"), ["2048", "952"]);
  for (const link of ["socket:[4]", "/tmp/named_pipe"]) assertEquals(pieces(link), ["1023", "1023", "954"]);
});

Deno.test("without the right to look, the stream counts as blocking", () => {
  const streams = new Streams("pipe:[7]", NON_BLOCKING);
  streams.readTextFileSync = () => {
    throw new Error("not capable");
  };
  assertEquals(written(streams, LONG), false);
});
