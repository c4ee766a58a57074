/** `kust build --watch`: builds again whenever something that was read changes. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { describeId } from "../../model/res_id.ts";
import type { Resource } from "../../model/resource.ts";
import { build } from "../../pipeline/build.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import type { Read } from "../../reads/read.ts";
import { count } from "../../text/count.ts";
import { shownPath } from "../../text/paths.ts";
import { SeenFiles } from "../../watch/seen_files.ts";
import { nextChange, type WatchFolders } from "../../watch/watcher.ts";
import { renderWarning, shown } from "../output/render_diagnostic.ts";
import { reportErrors } from "../output/report.ts";
import { printed, writeOutput } from "./write_output.ts";

interface WatchRequest {
  output: string;
  quiet: boolean;
  strict: boolean;
}

/** Ends only when `signal` is aborted. The last good output stays while there are errors. */
export async function watchBuild(
  path: string,
  request: WatchRequest,
  options: BuildOptions,
  host: Host,
  signal?: AbortSignal,
): Promise<number> {
  const watch = watchOf(host);
  const builder = request.strict ? (await import("../../lint/strict.ts")).strictBuild : build;
  const seen = new SeenFiles(host.fs);
  const writer = new ChangeWriter(request.output, host);
  for (;;) {
    const { resources, warnings, errors, reads = [] } = await builder(seen, path, { ...options, reads: true });
    seeTrees(seen, reads);
    if (!request.quiet) { for (const warning of warnings) host.writeStderr(renderWarning(warning)); }
    reportErrors(errors, host);
    if (errors.length === 0) writer.write(resources);
    const changed = await nextChange(seen, watch, signal);
    if (changed === undefined) return 0;
    host.writeStderr(changedText(changed, host));
  }
}

export function watchOf({ watch }: Host): WatchFolders {
  return watch ?? fail("no-capability", "this platform cannot watch files");
}

/** Programs read without the file system's knowledge. */
export function seeTrees(seen: SeenFiles, reads: readonly Read[]): void {
  for (const read of reads) if (read.kind === "tree") seen.seeTree(read.path);
}

const MOST_NAMES = 3;

/** What changed, as one line. */
export function changedText(changed: readonly string[], { fs }: Host): string {
  const cwd = fs.realPath(fs.cwd());
  const names = changed.slice(0, MOST_NAMES).map((path) => shown(shownPath(path, cwd)));
  const rest = changed.length - names.length;
  return `${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""} changed\n`;
}

/**
 * Writes a build to its file or folder; to standard output, after the first build, only what another build has changed.
 */
class ChangeWriter {
  readonly #output: string;
  readonly #host: Host;
  /** The texts of the last good build, by id. */
  #last: ReadonlyMap<string, string> | undefined;

  constructor(output: string, host: Host) {
    this.#output = output;
    this.#host = host;
  }

  write(resources: readonly Resource[]): void {
    const texts = new Map(resources.map((resource) => [describeId(resource.id), [...printed([resource])].join("")]));
    const last = this.#last;
    const changed = [...texts].filter(([id, text]) => last?.get(id) !== text);
    const removed = [...last?.keys() ?? []].filter((id) => !texts.has(id));
    this.#last = texts;
    if (this.#output !== "" || last === undefined) writeOutput(resources, this.#output, this.#host);
    else if (changed.length > 0) this.#host.writeStdout(`---\n${changed.map(([, text]) => text).join("---\n")}`);
    for (const id of removed) this.#host.writeStderr(`${shown(id)} is gone\n`);
    if (last === undefined) return;
    const added = changed.filter(([id]) => !last.has(id)).length;
    const counts = `${changed.length - added} changed, ${added} added, ${removed.length} gone`;
    this.#host.writeStderr(`${count(resources.length, "resource")}: ${counts}\n`);
  }
}
