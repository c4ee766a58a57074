/** Ends a build early. Only what a build waits for can be aborted: remote sources, charts, functions and plugins. */

import type { Capabilities } from "../../load/capabilities.ts";
import type { RemoteSources } from "../../load/remote/remote.ts";
import type { BuildOptions } from "./options.ts";

/** Options with which a build stops waiting once the signal is aborted. */
export function abortable(options: BuildOptions, signal: AbortSignal): BuildOptions {
  const { remote, capabilities } = options;
  return {
    ...options,
    ...remote !== undefined && { remote: abortableSources(remote, signal) },
    ...capabilities !== undefined && { capabilities: abortableCapabilities(capabilities, signal) },
  };
}

/** A fetch is not aborted, since other builds may share the source. */
function abortableSources(remote: RemoteSources, signal: AbortSignal): RemoteSources {
  return {
    clone: (spec) => unlessAborted(remote.clone(spec), signal),
    fetch: (url) => unlessAborted(remote.fetch(url), signal),
  };
}

function abortableCapabilities(capabilities: Capabilities, signal: AbortSignal): Capabilities {
  const withSignal = <T extends { signal?: AbortSignal }>(options: T): T => ({
    ...options,
    signal: options.signal === undefined ? signal : AbortSignal.any([options.signal, signal]),
  });
  return {
    env: (name) => capabilities.env(name),
    environment: () => capabilities.environment(),
    run: (request) => capabilities.run(withSignal(request)),
    httpGet: (url, options) => capabilities.httpGet(url, withSignal(options)),
    makeTempDir: (prefix) => capabilities.makeTempDir(prefix),
  };
}

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
