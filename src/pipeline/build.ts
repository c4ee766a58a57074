/** The entry point of the library: builds a kustomization from any file system. */

import { diagnosticOfEngineLimit } from "../diagnostics/engine_limit.ts";
import { type Compat, NEWEST } from "../compat/compat.ts";
import { compatWith } from "../compat/compat_with.ts";
import { type Diagnostic, KustError } from "../diagnostics/diagnostic.ts";
import { told } from "../diagnostics/tell.ts";
import { DEFAULT_TRANSFORMER_CONFIG } from "../kustomization/config/default_field_specs.ts";
import type { TransformerConfig } from "../kustomization/config/transformer_config.ts";
import { AskAheadSources } from "../load/prefetch.ts";
import { diagnosticOfFileError, FileError, type FileSystem } from "../load/file_system.ts";
import { forcedGitWarning } from "../load/remote/git_url.ts";
import { filesOf } from "../load/files.ts";
import { Loader } from "../load/loader.ts";
import { printInParts } from "../model/print_resource.ts";
import type { Resource } from "../model/resource.ts";
import type { Read } from "../reads/read.ts";
import type { Recorder } from "../reads/recorder.ts";
import { createSchema } from "../schema/build_schema.ts";
import type { Schema } from "../schema/schema.ts";
import { accumulate } from "./accumulate.ts";
import { Accumulator } from "./context/accumulator.ts";
import { needsOtherHash } from "../transform/hash.ts";
import { finish } from "./finish.ts";
import type { BuildOptions } from "./context/options.ts";
import { SharedReads } from "./context/shared_reads.ts";
import { type Build, type BuildObserver, loadTarget } from "./context/target.ts";

/** What a build results in: resources, or errors. */
export interface BuildResult {
  /** The resources in output order; none if there are errors. */
  resources: readonly Resource[];
  /** Problems that did not stop the build: deprecated fields, unused vars. */
  warnings: Diagnostic[];
  /** Why the build failed; empty if it succeeded. */
  errors: Diagnostic[];
  /** What the build read, up to an error if there is one; with the option `reads` alone. */
  reads?: readonly Read[];
  /** What the build knows about the kinds of objects; absent if there are errors. */
  schema?: Schema;
}

/**
 * Builds a kustomization: `kustomize build`. Reports bad input in `errors` and never throws for it. Builds share no
 * state, and may run concurrently.
 *
 * The order of the steps, and the fields of a kustomization, are kustomize's (`api/internal/target/kusttarget.go`,
 * `api/types/kustomization.go`).
 *
 * @example
 * ```ts
 * import { build, MemoryFileSystem, printResources } from "@kust/kust";
 *
 * const files = new MemoryFileSystem({
 *   "/app/kustomization.yaml": "namePrefix: dev-\nresources: [service.yaml]\n",
 *   "/app/service.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n",
 * });
 * const { resources, errors } = await build(files, "/app");
 * if (errors.length > 0) throw new Error(errors[0]?.message);
 * console.log(printResources(resources));
 * ```
 *
 * @param fileSystem The files, on a disk or in memory.
 * @param path A folder with a kustomization, absolute or relative to `fileSystem.cwd()`, or the address of one in a git
 * repository, for which `options.remote` is needed.
 * @param given Options; the defaults are those of `kustomize build`.
 * @returns Resources in output order and warnings, or errors.
 * @throws {unknown} The reason of `signal`, once that is aborted.
 */
export function build(fileSystem: FileSystem, path: string, given: BuildOptions = {}): Promise<BuildResult> {
  return observedBuild(fileSystem, path, given);
}

/** @param steps Observes the build, instead of a trace. */
export async function observedBuild(
  fileSystem: FileSystem,
  path: string,
  given: BuildOptions,
  steps?: BuildObserver,
): Promise<BuildResult> {
  const { signal } = given;
  signal?.throwIfAborted();
  const options = signal === undefined ? given : (await import("./context/abortable.ts")).abortable(given, signal);
  const shared = options.shared?.forBuild() ?? new SharedReads();
  if (options.reads !== true) return await outcome(fileSystem, path, options, { shared, observer: undefined, steps });
  const { Recorder } = await import("../reads/recorder.ts");
  const observer = new Recorder(fileSystem, shared.files);
  const capabilities = options.capabilities && observer.capabilities(options.capabilities);
  const recorded = capabilities === undefined ? options : { ...options, capabilities };
  const result = await outcome(fileSystem, path, recorded, { shared, observer, steps });
  return { ...result, reads: await observer.reads() };
}

/** The parts with which a build reads. */
interface Reading {
  shared: SharedReads;
  observer: Recorder | undefined;
  /** Observes the steps. Absent: a trace, if one is requested. */
  steps: BuildObserver | undefined;
}

async function outcome(
  fileSystem: FileSystem,
  path: string,
  options: BuildOptions,
  reading: Reading,
): Promise<BuildResult> {
  const warnings: Diagnostic[] = [];
  try {
    return { ...await run(fileSystem, path, { options, ...reading }, warnings), warnings, errors: [] };
  } catch (error) {
    // A program that was killed has failed, too.
    options.signal?.throwIfAborted();
    return { resources: [], warnings, errors: [await told(diagnosticOf(error))] };
  }
}

/** Rethrows anything that is not an input error. */
function diagnosticOf(error: unknown): Diagnostic {
  if (error instanceof KustError) return error.diagnostic;
  if (error instanceof FileError) return diagnosticOfFileError(error);
  const limit = diagnosticOfEngineLimit(error);
  if (limit !== undefined) return limit;
  throw error;
}

/**
 * The output of `kustomize build`: YAML documents separated by `---`, with sorted keys and without comments, byte for
 * byte as kustomize prints them (`kyaml/yaml`, go-yaml v2).
 *
 * @example
 * ```ts
 * import { fromObject, printResources } from "@kust/kust";
 *
 * const map = fromObject({ kind: "ConfigMap", apiVersion: "v1", metadata: { name: "a" }, data: { port: "80" } });
 * console.log(printResources([map]));
 * ```
 *
 * @returns Text that ends with a line break; "" without resources.
 * @throws {KustError} For values that YAML cannot represent, and a result too long for a string (512 MiB in most
 * engines).
 */
export function printResources(resources: readonly Resource[]): string {
  return [...printInParts(resources)].join("");
}

async function builtInFieldSpecs(compat: Compat): Promise<TransformerConfig> {
  if (compat === NEWEST) return DEFAULT_TRANSFORMER_CONFIG;
  return (await import("../kustomization/config/earlier_field_specs.ts")).fieldSpecsOf(compat);
}

async function run(
  fileSystem: FileSystem,
  path: string,
  { options, shared, observer, steps }: Reading & { options: BuildOptions },
  warnings: Diagnostic[],
): Promise<{ resources: readonly Resource[]; schema: Schema }> {
  const compat = await compatWith(options.compat);
  const schema = createSchema(compat);
  const state: Build = {
    options,
    compat,
    schema,
    builtInFieldSpecs: await builtInFieldSpecs(compat),
    parsed: shared.parsed,
    gathered: [],
    inert: new Set(),
    entered: 0,
    warn: (warning) => void warnings.push(warning),
  };
  if (steps !== undefined) observe(state, steps);
  else if (options.trace) observe(state, new (await import("../trace/trace.ts")).Trace());
  const warning = forcedGitWarning(path);
  if (warning !== undefined) state.warn(warning);
  const loader = await Loader.open(fileSystem, path, {
    compat,
    remote: options.remote && new AskAheadSources(options.remote, fileSystem, path),
    restrictToRoot: options.loadRestrictor !== "LoadRestrictionsNone",
    filesOf: (one) => observer?.filesOf(one) ?? filesOf(one, shared.files),
    observer,
  });
  const target = await loadTarget(state, loader);
  if (target.kustomization.buildMetadata.length > 0) target.origin = {};
  const gathered = new Accumulator(schema, loader.files.growth);
  await accumulate(target, gathered);
  const otherHash = needsOtherHash(gathered.set)
    ? (await import("../generate/node_hash/node_hash.ts")).nodeHash
    : undefined;
  finish(gathered, target.kustomization, state, otherHash);
  if (compat !== NEWEST) (await import("./finish_earlier.ts")).finishEarlier(gathered.set.resources, compat);
  state.observer?.finished?.(gathered);
  return { resources: gathered.set.resources, schema };
}

function observe(build: Build, observer: BuildObserver): void {
  build.observer = observer;
  if (observer.matches !== undefined) build.matches = observer.matches;
}
