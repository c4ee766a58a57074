/** Flags of `build` and `localize` for remote sources: git repositories and http files. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import type { RemoteSources } from "../../load/remote/remote.ts";
import type { RemoteOptions } from "../../load/remote/sources.ts";
import type { Flags, FlagValues } from "./flags.ts";
import { progressLine } from "../output/progress_line.ts";

export const REMOTE_FLAGS = {
  "remote-cache": {
    type: "string",
    valueName: "DIR",
    complete: "directory",
    help: "cache remote sources in this folder between runs; also KUST_REMOTE_CACHE",
  },
  offline: { type: "bool", help: "use only the --remote-cache, never the network" },
  "max-download": {
    type: "string",
    default: "64Mi",
    valueName: "SIZE",
    complete: "none",
    help: "size limit for files fetched over http, uncompressed",
  },
  "no-remote": { type: "bool", help: "refuse all remote sources" },
} as const satisfies Flags;

/** Remote sources as the flags configure them. Their code is loaded at the first use, since most builds have none. */
export function remoteSources(flags: FlagValues<typeof REMOTE_FLAGS>, host: Host): RemoteSources {
  let loading: Promise<RemoteSources> | undefined;
  const maxBody = parseSize(flags["max-download"]);
  const sources = () => loading ??= loadSources(flags, maxBody, host);
  return {
    clone: async (spec) => (await sources()).clone(spec),
    fetch: async (url) => (await sources()).fetch(url),
  };
}

const UNITS: ReadonlyMap<string, number> = new Map([["", 1], ["Ki", 2 ** 10], ["Mi", 2 ** 20], ["Gi", 2 ** 30]]);

/** The number of bytes in `512Ki`, `64Mi`, `1Gi`, or a plain number. */
function parseSize(text: string): number {
  const unit = text.endsWith("i") ? text.slice(-2) : "";
  const digits = text.slice(0, text.length - unit.length);
  const factor = UNITS.get(unit);
  if (factor !== undefined && /^[0-9]+$/.test(digits)) return Number(digits) * factor;
  fail("invalid-flag-value", `illegal flag value --max-download ${text}`, {
    hint: "write a size such as 512Ki, 64Mi or 1Gi",
  });
}

async function loadSources(
  flags: FlagValues<typeof REMOTE_FLAGS>,
  maxBody: number,
  host: Host,
): Promise<RemoteSources> {
  const { GitAndHttpSources } = await import("../../load/remote/sources.ts");
  const options: RemoteOptions = { offline: flags.offline, refuse: flags["no-remote"], maxBody };
  const cacheDir = flags["remote-cache"] || host.env("KUST_REMOTE_CACHE");
  if (cacheDir) options.cacheDir = cacheDir;
  const progress = progressLine(host);
  if (progress !== undefined) options.progress = progress;
  return new GitAndHttpSources(host, options);
}
