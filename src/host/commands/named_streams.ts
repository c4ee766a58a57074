/**
 * Streams that a program may open by name. A script's `> /dev/stderr` fails for a socket, which is what Node and Bun
 * provide. These are pipes with a temporary name, and a file for the input.
 */

import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { Socket } from "node:net";
import { makeTempDir } from "../process/temp_dirs.ts";

export interface NamedStreams {
  /** The standard streams for the program. */
  readonly given: readonly (number | "ignore")[];
  readonly stdout: AsyncIterable<Uint8Array>;
  readonly stderr: AsyncIterable<Uint8Array>;
  /** Closes our side of the streams, which otherwise would never end. */
  handOver(): void;
}

/** Undefined if the runtime provides pipes anyway, or they cannot be created, as on a full disk. */
export function openNamedStreams(input: string | Uint8Array | undefined): NamedStreams | undefined {
  if ("Deno" in globalThis) return undefined;
  const dir = makeTempDir("kust-run-");
  try {
    if (spawnSync("mkfifo", [`${dir}/out`, `${dir}/err`]).status !== 0) return undefined;
    const stdin = input === undefined ? "ignore" : fileWith(input, `${dir}/in`);
    if (stdin === undefined) return undefined;
    const out = openPipe(`${dir}/out`);
    const err = openPipe(`${dir}/err`);
    return {
      given: [stdin, out.write, err.write],
      stdout: reading(out.read),
      stderr: reading(err.read),
      handOver: () => [stdin, out.write, err.write].forEach((end) => typeof end === "number" && fs.closeSync(end)),
    };
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** Undefined if the file cannot be written. */
function fileWith(content: string | Uint8Array, path: string): number | undefined {
  try {
    fs.writeFileSync(path, content, { mode: 0o600 });
  } catch {
    return undefined;
  }
  return fs.openSync(path, "r");
}

/** Opening one end waits for the other, so a third descriptor opens both in the meantime. */
function openPipe(path: string): { read: number; write: number } {
  const both = fs.openSync(path, fs.constants.O_RDWR);
  const ends = { read: fs.openSync(path, "r"), write: fs.openSync(path, "w") };
  fs.closeSync(both);
  return ends;
}

/** Not as a file, which would occupy one of the runtime's few threads while the program is silent. */
function reading(end: number): AsyncIterable<Uint8Array> {
  const { Bun: bun } = globalThis as { Bun?: BunFiles };
  return bun === undefined ? new Socket({ fd: end, readable: true, writable: false }) : readingByBun(bun, end);
}

/** Bun's `Socket` does not accept a pipe. */
async function* readingByBun(bun: BunFiles, end: number): AsyncIterable<Uint8Array> {
  try {
    yield* bun.file(end).stream();
  } finally {
    fs.closeSync(end);
  }
}

/** The part of Bun's API used here. */
interface BunFiles {
  file(descriptor: number): { stream(): ReadableStream<Uint8Array> };
}
