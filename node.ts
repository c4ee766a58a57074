/**
 * The platform for the library on Deno, Bun and Node: the disk, git, http, programs.
 *
 * ```ts
 * import { build, printResources, renderDiagnostic } from "@kust/kust";
 * import { diskFileSystem } from "@kust/kust/node";
 *
 * const { resources, errors } = await build(diskFileSystem, "overlays/prod");
 * for (const error of errors) console.error(renderDiagnostic(error));
 * console.log(printResources(resources));
 * ```
 *
 * @module
 */

export { diskFileSystem } from "./src/host/files/disk_file_system.ts";
export { capabilities } from "./src/host/capabilities.ts";
export { type ClosableSources, gitAndHttpSources } from "./src/host/remote_sources.ts";
export type { RemoteOptions } from "./src/load/remote/sources.ts";
export type { Capabilities, HttpGet, HttpOptions, HttpResponse } from "./src/load/capabilities.ts";
export type { ProcessRequest, ProcessResult, RunProcess } from "./src/load/capabilities.ts";
export type { Content, FileInfo, FileSystem, OthersAccess } from "./src/load/file_system.ts";
export type { ClonedRepo, RemoteSources, RepoSpec } from "./src/load/remote/remote.ts";
