/** A kustomization during a build. */

import type { Compat } from "../../compat/compat.ts";
import type { Source } from "../../diagnostics/source.ts";
import { type DecodedKustomization, decodeKustomization } from "../../kustomization/decode.ts";
import { kustomization as table } from "../../kustomization/fields.ts";
import { pathsIn } from "../../kustomization/paths.ts";
import type { Kustomization } from "../../kustomization/types.ts";
import type { TransformerConfig } from "../../kustomization/config/transformer_config.ts";
import { findKustomizationFile } from "../../load/kustomization_file.ts";
import type { Loader } from "../../load/loader.ts";
import type { Origin } from "../../model/history.ts";
import type { ResourceSet } from "../../model/resource_set.ts";
import type { Resource } from "../../model/resource.ts";
import type { BuildSchema, ReadDocument } from "../../schema/build_schema.ts";
import type { Step, StepObserver } from "../../trace/step.ts";
import type { MatchObserver } from "../../transform/match_observer.ts";
import type { TransformContext } from "../../transform/transform.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { atPlace, partOf } from "../../yaml/tree/place.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { fetchHttpFiles, mayNameUrl } from "./fetch_files.ts";
import type { Accumulator } from "./accumulator.ts";
import type { HelmApiVersions } from "./helm_api_versions.ts";
import type { BuildOptions } from "./options.ts";
import { inPhase } from "./phases.ts";
import type { ParsedFiles } from "./parsed_files.ts";

/** The state that all kustomizations of a build share. */
export interface Build extends TransformContext {
  options: BuildOptions;
  schema: BuildSchema;
  /** The built-in field specs of the release. */
  builtInFieldSpecs: TransformerConfig;
  parsed: ParsedFiles;
  /** The resources that the kustomizations being built have accumulated so far, the outermost first. */
  gathered: ResourceSet[];
  /** Roots that add nothing (see `inert.ts`). */
  inert: Set<string>;
  /** How many bases and components have been entered, each once for each path to it. */
  entered: number;
  /** Created by the first chart. */
  helmApiVersions?: HelmApiVersions;
  /** Observes each step; absent for plain builds. */
  observer?: BuildObserver;
}

export interface Target {
  build: Build;
  loader: Loader;
  kustomization: Kustomization;
  /** Name of the kustomization file in the loader's root. */
  file: string;
  /** The origin of this kustomization; undefined if the build records none. */
  origin: Origin | undefined;
  /** The `namespace` of the nearest kustomization above that sets it, for helm charts. */
  inheritedNamespace: string;
}

/** Observes the kustomizations and steps of a build, and what transformers find. */
export interface BuildObserver extends StepObserver {
  /** Observes what transformers find. */
  readonly matches?: MatchObserver;
  /** Called when a kustomization has been read, before it is built. */
  entered?(target: Target): void;
  /** Called when a generator, which `node` requests, has added resources to the set. */
  generated?(made: readonly Resource[], node: Node | undefined): void;
  starting?(target: Target, step: Step, set: ResourceSet): void;
  /** Called at the end of the build: the set is the output. */
  finished?(gathered: Accumulator): void;
}

/** Reads the kustomization of a root, and adds its schema to the build. */
export async function loadTarget(build: Build, loader: Loader): Promise<Target> {
  const { phases } = build.options;
  const { name, source } = inPhase(phases, "read kustomizations", () => findKustomizationFile(loader));
  const { kustomization, warnings } = inPhase(
    phases,
    "decode kustomizations",
    () => build.parsed.kustomization(source, build.compat, decodeSource),
  );
  warnings.forEach(build.warn);
  if (mayNameUrl(source)) await fetchHttpFiles(loader, pathsIn(table.fields, kustomization.node));
  const openapiPath = kustomization.openapi.get("path");
  const openapi = kustomization.node.get("openapi");
  const { place } = atPlace(partOf(openapi, "path"));
  const isNew = build.schema.adopt({
    fields: kustomization.openapi,
    document: openapiPath === undefined ? undefined : await documentReader(loader.text(openapiPath, place)),
    node: openapi,
  });
  // The ids of existing resources depend on the scopes of kinds.
  if (isNew) build.gathered.forEach((set) => set.scopesChanged());
  const target = { build, loader, kustomization, file: name, origin: undefined, inheritedNamespace: "" };
  build.observer?.entered?.(target);
  return target;
}

async function documentReader(source: Source): Promise<ReadDocument> {
  const { readOpenApiDocument } = await import("../../schema/openapi_document.ts");
  return (resolve) => readOpenApiDocument(source, resolve);
}

function decodeSource(source: Source, compat: Compat): DecodedKustomization {
  return decodeKustomization(parseDocument(source, { uniqueKeys: false }), source.name, compat);
}
