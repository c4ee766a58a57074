/** The library's entry: builds a kustomization of any file system. */

import { type Diagnostic, KustError } from "../diagnostics/diagnostic.ts";
import { AskAheadSources } from "../load/prefetch.ts";
import { diagnosticOfFileError, FileError, type FileSystem } from "../load/file_system.ts";
import { forcedGitWarning } from "../load/remote/git_url.ts";
import { Loader } from "../load/loader.ts";
import { printInParts } from "../model/print_resource.ts";
import type { Resource } from "../model/resource.ts";
import { createSchema } from "../schema/build_schema.ts";
import { accumulate } from "./accumulate.ts";
import { Accumulator } from "./context/accumulator.ts";
import { finish } from "./finish.ts";
import type { BuildOptions } from "./context/options.ts";
import { SharedReads } from "./context/shared_reads.ts";
import { type Build, loadTarget } from "./context/target.ts";

export interface BuildResult {
  /** The resources in the order of the output; none where there are errors. */
  resources: readonly Resource[];
  /** What the user should know although the build went on: deprecated fields, vars that are not used. */
  warnings: Diagnostic[];
  errors: Diagnostic[];
}

/**
 * Builds the kustomization in the folder, or the git repository, that `path` names. Bad input gives `errors` and never throws.
 * Builds share nothing, and may run at the same time.
 */
export async function build(fileSystem: FileSystem, path: string, options: BuildOptions = {}): Promise<BuildResult> {
  const warnings: Diagnostic[] = [];
  try {
    const resources = await run(fileSystem, path, options, warnings);
    return { resources, warnings, errors: [] };
  } catch (error) {
    return { resources: [], warnings, errors: [diagnosticOf(error)] };
  }
}

/** What is no error of the input is thrown on. */
function diagnosticOf(error: unknown): Diagnostic {
  if (error instanceof KustError) return error.diagnostic;
  if (error instanceof FileError) return diagnosticOfFileError(error);
  throw error;
}

/** The text of a build: YAML documents, with `---` between them. Throws `KustError` for what YAML cannot hold. */
export function printResources(resources: readonly Resource[]): string {
  return [...printInParts(resources)].join("");
}

async function run(
  fileSystem: FileSystem,
  path: string,
  options: BuildOptions,
  warnings: Diagnostic[],
): Promise<readonly Resource[]> {
  const reads = options.shared ?? new SharedReads();
  const schema = createSchema();
  const state: Build = {
    options,
    schema,
    parsed: reads.parsed,
    gathered: [],
    warn: (warning) => void warnings.push(warning),
  };
  const warning = forcedGitWarning(path);
  if (warning !== undefined) state.warn(warning);
  const loader = await Loader.open(fileSystem, path, {
    remote: options.remote && new AskAheadSources(options.remote, fileSystem, path),
    restrictToRoot: options.loadRestrictor !== "LoadRestrictionsNone",
    files: reads.files,
  });
  const target = await loadTarget(state, loader);
  if (target.kustomization.buildMetadata.length > 0) target.origin = {};
  const gathered = new Accumulator(schema);
  await accumulate(target, gathered);
  finish(gathered, target.kustomization, state);
  return gathered.set.resources;
}
