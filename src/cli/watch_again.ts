/** `--watch` of commands that report: they run again whenever a file that they have read changes. */

import type { Host } from "../host/host.ts";
import type { FileSystem } from "../load/file_system.ts";
import { SeenFiles } from "../watch/seen_files.ts";
import { nextChange } from "../watch/watcher.ts";
import type { RunAgain } from "./command.ts";
import { changedText, watchOf } from "./build/watch_build.ts";
import { reportFailure } from "./output/report_failure.ts";
import { COULD_NOT_BE_DONE } from "./exit_codes.ts";

/** Ends only when `signal` is aborted, with the last exit code. */
export async function watchAgain(
  host: Host,
  start: (seen: SeenFiles) => RunAgain,
  signal?: AbortSignal,
): Promise<number> {
  const watch = watchOf(host);
  const seen = new SeenFiles(host.fs);
  const run = start(seen);
  const watchedHost = hostWith(seen, host);
  let changed: string[] | undefined;
  for (;;) {
    const since = changed;
    const exit = await ended(watchedHost, (watched) => run(watched, since));
    changed = await nextChange(seen, watch, signal);
    if (changed === undefined) return exit;
    host.writeStderr(changedText(changed, host));
  }
}

async function ended(host: Host, run: (host: Host) => number | Promise<number>): Promise<number> {
  try {
    return await run(host);
  } catch (error) {
    await reportFailure(error, false, host);
    return COULD_NOT_BE_DONE;
  }
}

/** The same host with other files. Keeps what can be read once only, for the next run. */
function hostWith(fs: FileSystem, host: Host): Host {
  const streams = new Map<string, Uint8Array>();
  const readOnce = (key: string, read: () => Uint8Array) => {
    const bytes = streams.get(key) ?? read();
    streams.set(key, bytes);
    return bytes;
  };
  return {
    fs,
    readStdin: () => readOnce("-", () => host.readStdin()),
    readPipe: (path) => readOnce(path, () => host.readPipe(path)),
    writeStdout: (text) => host.writeStdout(text),
    writeStderr: (text) => host.writeStderr(text),
    programName: host.programName,
    platform: host.platform,
    now: () => host.now(),
    terminal: host.terminal,
    compileEarly: () => host.compileEarly?.(),
    freeMemory: () => host.freeMemory?.(),
    env: (name) => host.env(name),
    environment: () => host.environment(),
    run: (command) => host.run(command),
    httpGet: (url, options) => host.httpGet(url, options),
    makeTempDir: (prefix) => host.makeTempDir(prefix),
  };
}
