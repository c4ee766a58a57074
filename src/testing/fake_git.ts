/** A git that answers as tests say, to learn what its callers make of the answers. */

import { Git } from "../git/git.ts";
import type { ProcessRequest, ProcessResult } from "../load/capabilities.ts";
import { encodeUtf8 } from "../text/bytes/utf8.ts";
import { MemoryHost } from "./memory_host.ts";

/** The output of a command, or the parts of a result that differ from those of one that succeeds; undefined: it fails. */
export type FakeAnswer = string | Partial<ProcessResult> | undefined;

/** @param answer Gets the command without settings, and the whole request. */
export function fakeGit(answer: (command: string[], request: ProcessRequest) => FakeAnswer): Git {
  const run = (request: ProcessRequest): Promise<ProcessResult> => {
    const { args } = request;
    const found = answer(args.slice(args.lastIndexOf("-c") + 2), request);
    const parts = typeof found === "string" ? { stdout: encodeUtf8(found) } : found ?? { exitCode: 1 };
    return Promise.resolve({
      exitCode: 0,
      stdout: new Uint8Array(),
      stderr: new Uint8Array(),
      timedOut: false,
      ...parts,
    });
  };
  return new Git(Object.assign(new MemoryHost(), { run }), "/w");
}
