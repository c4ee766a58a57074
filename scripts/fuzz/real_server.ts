/** The real kustomize as a process that answers many requests, see server/main.go. */

import { buildBeside, onceBuilt, pathOfKustomize } from "../golden/get_kustomize.ts";

export interface Request {
  dir: string;
  args: readonly string[];
  /** Whether the project may have an openapi schema: it is added to what the process has, and stays there. */
  schema: boolean;
}

export interface Answer {
  exit: number;
  stdout: Uint8Array<ArrayBuffer>;
  stderr: Uint8Array<ArrayBuffer>;
}

/** The longest that kustomize may take for one project; it does not end on some. */
const TIME_LIMIT = 30_000;

/** The path of the server of a release, which is built if it is not there. */
export async function serverProgram(release: string): Promise<string> {
  const path = pathOfKustomize(release).replace(/[^/]*$/, "server");
  const source = Deno.readTextFileSync(new URL("server/main.go", import.meta.url));
  await onceBuilt(path, (program) => buildBeside(release, { "main.go": source }, ".", program));
  return Deno.realPathSync(path);
}

/** Answers one request at a time; started, and started again after a crash, with the next request. */
export class RealServer {
  readonly #program: string;
  #process: Deno.ChildProcess | undefined;
  #answers: ReadableStreamDefaultReader<string> | undefined;
  #read = "";

  constructor(program: string) {
    this.#program = program;
  }

  /** Returns undefined if kustomize crashed or did not end. */
  async run(request: Request): Promise<Answer | undefined> {
    const process = this.#process ??= this.#start();
    const timer = setTimeout(() => process.kill("SIGKILL"), TIME_LIMIT);
    try {
      const writer = process.stdin.getWriter();
      await writer.write(new TextEncoder().encode(`${JSON.stringify(request)}\n`));
      writer.releaseLock();
      const { exit, stdout, stderr } = JSON.parse(await this.#line());
      return { exit, stdout: Uint8Array.fromBase64(stdout), stderr: Uint8Array.fromBase64(stderr) };
    } catch {
      this.#process = undefined;
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the process; the next request starts another. */
  async close(): Promise<void> {
    await this.#process?.stdin.close();
    await this.#process?.status;
    this.#process = undefined;
  }

  #start(): Deno.ChildProcess {
    const process = new Deno.Command(this.#program, { stdin: "piped", stdout: "piped", stderr: "null" }).spawn();
    this.#answers = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
    this.#read = "";
    return process;
  }

  /** Throws if the process ends before it has answered. */
  async #line(): Promise<string> {
    const parts = [this.#read];
    for (;;) {
      const last = parts.at(-1)!;
      const end = last.indexOf("\n");
      if (end >= 0) {
        this.#read = last.slice(end + 1);
        return parts.with(-1, last.slice(0, end)).join("");
      }
      const { value, done } = await this.#answers!.read();
      if (done) throw new Error("the server has ended");
      parts.push(value);
    }
  }
}
