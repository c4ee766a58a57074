/** A build with a trace, for commands that show which steps set the fields of its resources. */

import type { Host } from "../../host/host.ts";
import type { Resource } from "../../model/resource.ts";
import { observedBuild } from "../../pipeline/build.ts";
import type { BuildOptions } from "../../pipeline/context/options.ts";
import { Trace } from "../../trace/trace.ts";
import { renderWarning } from "../output/render_diagnostic.ts";
import { reportErrors } from "../output/report.ts";

/**
 * Prints warnings and errors; undefined if there are errors.
 *
 * @param wants Whether to trace a resource, asked when it is loaded or generated. Default: all.
 */
export async function buildTraced(
  path: string,
  options: BuildOptions,
  host: Host,
  wants?: (resource: Resource) => boolean,
): Promise<readonly Resource[] | undefined> {
  const { resources, warnings, errors } = await observedBuild(host.fs, path, options, new Trace(wants));
  for (const warning of warnings) host.writeStderr(renderWarning(warning));
  if (errors.length === 0) return resources;
  reportErrors(errors, host);
  return undefined;
}
