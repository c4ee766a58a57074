/**
 * kust as a library: kustomize's `build`, of each release that people pin, on any file system, without global state.
 *
 * ```ts
 * import { build, MemoryFileSystem, printResources } from "@kust/kust";
 *
 * const files = new MemoryFileSystem({ "/app/kustomization.yaml": "resources: [service.yaml]", … });
 * const { resources, warnings, errors } = await build(files, "/app");
 * if (errors.length === 0) console.log(printResources(resources));
 * ```
 *
 * @module
 */

export { build, type BuildResult, printResources } from "./src/pipeline/build.ts";
export type { BuildOptions, HelmOptions, PluginOptions } from "./src/pipeline/context/options.ts";
export { type Diagnostic, KustError, type Note, type Place } from "./src/diagnostics/diagnostic.ts";
export { type Position, Source } from "./src/diagnostics/source.ts";
export type {
  Capabilities,
  Command,
  CommandResult,
  HttpGet,
  HttpResponse,
  RunCommand,
} from "./src/load/capabilities.ts";
export { type WorkTreeChanges, workTreeChanges } from "./src/git/work_tree.ts";
export { FileError, type FileErrorCode, type FileInfo, type FileSystem } from "./src/load/file_system.ts";
export { MemoryFileSystem } from "./src/load/memory_file_system.ts";
export type { ClonedRepo, RemoteSources, RepoSpec } from "./src/load/remote/remote.ts";
export type { Gvk } from "./src/model/gvk.ts";
export type { ResId } from "./src/model/res_id.ts";
export type { History, Origin } from "./src/model/history.ts";
export { Resource } from "./src/model/resource.ts";
export type { Writer } from "./src/trace/field.ts";
export type { Step } from "./src/trace/step.ts";
export { originOf } from "./src/trace/trace.ts";
export { Alias, type Entry, Mapping, type Node, Scalar, Sequence } from "./src/yaml/tree/node.ts";
