/**
 * kust as a library: kustomize's `build`, of each release that people pin, on any file system, without global state.
 *
 * ```ts
 * import { build, MemoryFileSystem, printResources, renderDiagnostic } from "@kust/kust";
 *
 * const files = new MemoryFileSystem({
 *   "/app/kustomization.yaml": "namePrefix: dev-\nresources: [service.yaml]\n",
 *   "/app/service.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n",
 * });
 * const { resources, warnings, errors } = await build(files, "/app");
 * for (const problem of [...warnings, ...errors]) console.error(renderDiagnostic(problem));
 * if (errors.length === 0) console.log(printResources(resources));
 * ```
 *
 * This entry uses nothing of a platform. `@kust/kust/node` has the disk, git, http and programs, for Deno, Bun and
 * Node.
 *
 * @module
 */

export { build, type BuildResult, printResources } from "./src/pipeline/build.ts";
export type { BuildOptions, HelmOptions, PluginOptions } from "./src/pipeline/context/options.ts";
export {
  addPatch,
  addPaths,
  type Edit,
  editKustomization,
  type EditOptions,
  type EditResult,
  type PathFieldName,
  removeAnnotations,
  removeImages,
  removePaths,
  removeReplicas,
  setAnnotations,
  setImages,
  setLabels,
  setReplicas,
  setText,
  type TextFieldName,
} from "./src/library/edit_text.ts";
export { withKustomization } from "./src/library/kustomization_object.ts";
export { parseYaml, printYaml } from "./src/library/yaml_text.ts";
export { fromObject, toObject } from "./src/library/objects.ts";
export { SharedReads } from "./src/pipeline/context/shared_reads.ts";
export type { Phases } from "./src/pipeline/context/phases.ts";
export type { Code } from "./src/diagnostics/code.ts";
export { type Diagnostic, KustError, type Note, type Place } from "./src/diagnostics/diagnostic.ts";
export { type Encoding, type Position, Source, type TextFault } from "./src/diagnostics/source.ts";
export { type DiagnosticReport, diagnosticReport, type PlaceReport } from "./src/cli/output/json_report.ts";
export { renderDiagnostic, type RenderOptions } from "./src/cli/output/render_diagnostic.ts";
export type {
  Capabilities,
  HttpGet,
  HttpOptions,
  HttpResponse,
  ProcessRequest,
  ProcessResult,
  RunProcess,
} from "./src/load/capabilities.ts";
export type { BaseCommit } from "./src/git/revision.ts";
export {
  type AffectedOptions,
  type AffectedTarget,
  type AffectedTargets,
  affectedTargets,
  type Cause,
} from "./src/affected/affected.ts";
export type { Changes } from "./src/affected/change_set.ts";
export type { TargetChoice } from "./src/targets/find_targets.ts";
export type { Shard } from "./src/targets/shard.ts";
export { type WorkTreeChanges, workTreeChanges } from "./src/git/work_tree.ts";
export {
  type Content,
  FileError,
  type FileErrorCode,
  type FileInfo,
  type FileSystem,
  type FolderEntry,
  type OthersAccess,
} from "./src/load/file_system.ts";
export { LayeredFileSystem } from "./src/load/file_systems/layered_file_system.ts";
export { MemoryFileSystem } from "./src/load/file_systems/memory_file_system.ts";
export type {
  Asked,
  Asker,
  ChartRead,
  HttpRead,
  PathKind,
  PathRead,
  ProgramRead,
  Read,
  RepositoryRead,
} from "./src/reads/read.ts";
export type { ClonedRepo, RemoteSources, RepoSpec } from "./src/load/remote/remote.ts";
export type { Gvk } from "./src/model/gvk.ts";
export type { ResId } from "./src/model/res_id.ts";
export { Resource } from "./src/model/resource.ts";
export { lint, type LintOptions, type LintResult } from "./src/lint/lint.ts";
export type { Draft as FindingDetails, Finding } from "./src/lint/gather/finding.ts";
export type { Level } from "./src/diagnostics/codes/entry.ts";
export { diffBuilds, type DiffOptions, type DiffSide } from "./src/diff/diff_builds.ts";
export type { EffectCode } from "./src/diagnostics/codes/effects.ts";
export type { Schema, SchemaNode, Scopes } from "./src/schema/schema.ts";
export type { IgnoreRule } from "./src/diff/ignore.ts";
export type { Effect, FieldChange, FieldSide, Pair, ResourceChange } from "./src/diff/report.ts";
export type { Writer } from "./src/trace/field.ts";
export type { Step } from "./src/trace/step.ts";
export { originOf } from "./src/trace/trace.ts";
export { type OutputLine, outputLines } from "./src/trace/output_lines.ts";
export {
  Alias,
  type Deferred,
  type Entry,
  Mapping,
  type Node,
  type NodeBase,
  Scalar,
  type ScalarStyle,
  Sequence,
} from "./src/yaml/tree/node.ts";
