/** Runs other programs: git, helm, containers, exec functions. */

import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { KEPT_STDERR, MAX_PROGRAM_OUTPUT } from "../../load/capabilities.ts";
import { FileError } from "../../load/file_system.ts";
import { addChild, endChild, GIVE_UP_MS, isEnding } from "../process/leftovers.ts";
import { collect, collectEnd } from "../streams/collect.ts";
import type { ProcessRequest, ProcessResult } from "../host.ts";
import { type NamedStreams, openNamedStreams } from "./named_streams.ts";
import { signalGroup } from "./signal_group.ts";
import { requirePermission } from "../process/permissions.ts";
import { argumentForWindows, toWindows } from "../../text/windows_paths.ts";
import { systemCode } from "../process/system_error.ts";

/** Implements `RunProcess`. A program that was ended by a signal has an exit code above 128, as in shells. */
export function runCommand(command: ProcessRequest): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    if (command.signal?.aborted) return reject(command.signal.reason);
    requirePermission({ name: "run", command: command.program }, `--allow-run=${command.program}`);
    const { child, stdout, stderr } = start(command);
    const watch = watchForEnd(child, command);
    const said = collectEnd(stderr, KEPT_STDERR, command.onStderr);
    const written = collect(stdout, command.maxOutput ?? MAX_PROGRAM_OUTPUT).then((all) => {
      watch.tooLong = all.tooLong;
      if (all.tooLong) watch.end();
      return all.bytes;
    });
    const ended = new Promise<number>((done) => child.on("close", (code, signal) => done(code ?? exitCodeOf(signal))));
    child.on("error", (error) => {
      watch.stop();
      reject(startError(command, error));
    });
    // Some runtimes report the end while others still hold the streams: they count as the program.
    Promise.race([Promise.all([written, said, ended]), watch.givenUp]).then(([stdout, stderr, exitCode]) => {
      watch.stop();
      if (isEnding()) return;
      resolve({ exitCode, stdout, stderr, tooLong: watch.tooLong, timedOut: watch.timedOut });
    }, reject);
    // A program that ends without reading its input is not an error here; its exit code counts.
    child.stdin?.on("error", () => {});
    child.stdin?.end(command.input);
  });
}

interface Started {
  child: ChildProcess;
  stdout: AsyncIterable<Uint8Array>;
  stderr: AsyncIterable<Uint8Array>;
}

/**
 * In its own group, so that all its children end with it, and without a terminal on which it could ask for a password.
 */
function start(given: ProcessRequest): Started {
  const isWindows = process.platform === "win32";
  const command = isWindows ? requestForWindows(given) : given;
  const named = command.namedStreams && !isWindows ? openNamedStreams(command.input) : undefined;
  try {
    const child = spawn(command.program, command.args, {
      cwd: command.cwd,
      env: command.env,
      // On Windows this would open a console.
      detached: !isWindows,
      windowsHide: true,
      stdio: named ? [...named.given] : [command.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    addChild(child, signalGroup);
    return started(child, named);
  } catch (error) {
    // Deno throws some errors that others report by an event.
    throw error instanceof Error ? startError(command, error) : error;
  } finally {
    named?.handOver();
  }
}

/** The request with paths as the system knows them. */
function requestForWindows(request: ProcessRequest): ProcessRequest {
  const { program, args, cwd } = request;
  return {
    ...request,
    program: argumentForWindows(program),
    args: args.map(argumentForWindows),
    ...cwd !== undefined && { cwd: toWindows(cwd) },
  };
}

function started(child: ChildProcess, named: NamedStreams | undefined): Started {
  return { child, stdout: named?.stdout ?? child.stdout!, stderr: named?.stderr ?? child.stderr! };
}

/** The output, what was said on standard error, and the exit code. */
type Outcome = [Uint8Array, Uint8Array, number];

interface Watch {
  timedOut: boolean;
  tooLong: boolean;
  /** Of a program that has left its group, and so survives its end and holds its streams. */
  givenUp: Promise<Outcome>;
  end(): void;
  /** To be called once the program has ended. */
  stop(): void;
}

/** Ends the program at its time limit or when the signal is aborted. */
function watchForEnd(child: ChildProcess, { timeoutMs, signal }: ProcessRequest): Watch {
  const timers: ReturnType<typeof setTimeout>[] = [];
  let giveUp: () => void;
  const watch: Watch = {
    timedOut: false,
    tooLong: false,
    givenUp: new Promise((resolve) =>
      giveUp = () => resolve([new Uint8Array(), new Uint8Array(), exitCodeOf("SIGKILL")])
    ),
    end: () => {
      endChild(child);
      timers.push(setTimeout(giveUp, GIVE_UP_MS));
    },
    stop: () => {
      timers.forEach(clearTimeout);
      signal?.removeEventListener("abort", watch.end);
    },
  };
  if (timeoutMs !== undefined) {
    timers.push(setTimeout(() => {
      watch.timedOut = true;
      watch.end();
    }, timeoutMs));
  }
  signal?.addEventListener("abort", watch.end);
  return watch;
}

export function startError({ program }: ProcessRequest, error: Error): Error {
  // Deno has the code only in the message.
  const code = systemCode(error) || /\bE[A-Z]{3,}\b/.exec(error.message)?.[0];
  if (code === "ENOENT") return new FileError("not-found", program, `${program}: not found`);
  if (code === "EACCES" || code === "EPERM") {
    return new FileError("permission", program, `${program}: not executable`);
  }
  return new FileError("other", program, `${program}: ${error.message}`);
}

function exitCodeOf(signal: NodeJS.Signals | null): number {
  return signal === "SIGKILL" ? 137 : signal === "SIGINT" ? 130 : 143;
}
