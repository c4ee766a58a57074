/**
 * The order of a build. **Read this file first.**
 *
 * A kustomization collects resources from its bases and files, adds the output of its generators, passes all to its
 * components, and runs its transformers on the result. A base does the same for itself before it is added; a component
 * works on the resources that its user has collected so far. Names become final only at the end of the outermost
 * kustomization: see `finish.ts`.
 */

import { type Details, fail, KustError, type Place } from "../diagnostics/diagnostic.ts";
import type { Text } from "../kustomization/types.ts";
import { forcedGitWarning } from "../load/remote/git_url.ts";
import type { Loader } from "../load/loader.ts";
import { isHttpUrl } from "../load/remote/remote.ts";
import type { Resource } from "../model/resource.ts";
import { atPlace, placeOf } from "../yaml/tree/place.ts";
import { Accumulator } from "./context/accumulator.ts";
import { runGenerators } from "./generators.ts";
import { appendToOrigin, setOriginOfFile } from "./context/origin.ts";
import { inPhase } from "./context/phases.ts";
import { fieldStep } from "./context/steps.ts";
import { countEntered, isInert, noteIfInert } from "./context/inert.ts";
import { loadPluginConfigs } from "./plugins/plugin_configs.ts";
import { loadTarget, type Target } from "./context/target.ts";
import { runTransformers } from "./transformers.ts";

/** Builds one kustomization on top of the contents of `into`. */
export async function accumulate(target: Target, into: Accumulator): Promise<void> {
  if (isInert(target)) return;
  const { kustomization, build: { gathered, options } } = target;
  gathered.push(into.set);
  await addResources(target, kustomization.resources, into);
  await addFieldSpecs(target, into);
  const generators = await pluginConfigs(target, kustomization.generators);
  await inPhase(options.phases, "generate", () => runGenerators(target, generators, into));
  await addComponents(target, kustomization.components, into);
  await runTransformers(target, await pluginConfigs(target, kustomization.transformers), into);
  await validate(target, into);
  await into.addVars(kustomization.vars);
  gathered.pop();
  noteIfInert(target);
}

/** Few kustomizations have field specs of their own, so the code that reads them is loaded on demand. */
async function addFieldSpecs(target: Target, into: Accumulator): Promise<void> {
  const { kustomization: { configurations, crds }, build } = target;
  if (configurations.length === 0 && crds.length === 0) return into.mergeConfig(build.builtInFieldSpecs);
  const { loadFieldSpecs } = await import("./context/field_specs.ts");
  into.mergeConfig(loadFieldSpecs(target));
}

/** The objects that configure plugins are themselves resources, from files or even kustomizations. */
function pluginConfigs(target: Target, texts: readonly Text[]): Promise<readonly Resource[]> {
  return loadPluginConfigs(target, texts, addResources);
}

/** Few kustomizations have validators, so their code is loaded on demand. */
async function validate(target: Target, into: Accumulator): Promise<void> {
  const configs = await pluginConfigs(target, target.kustomization.validators);
  if (configs.length === 0) return;
  const { runValidators } = await import("./plugins/validators.ts");
  await runValidators(target, configs, into);
}

/** Adds the resources at `paths`: files of resources, or folders and repositories with kustomizations. */
async function addResources(target: Target, paths: readonly Text[], into: Accumulator): Promise<void> {
  for (const text of paths) {
    const isFile = !isHttpUrl(text.value) || await isFetchedFile(target, text);
    if (!isFile || !addFile(target, text, into)) await addBase(target, text, into);
  }
}

async function isFetchedFile(target: Target, text: Text): Promise<boolean> {
  const { fetchResource } = await import("./http_resource.ts");
  return await fetchResource(target, text) === "file";
}

/** Adds the resources of a file. Returns false if the path is not a file. */
function addFile(target: Target, text: Text, into: Accumulator): boolean {
  const { value: path, node } = text;
  const { build, loader, origin } = target;
  const { phases } = build.options;
  const source = inPhase(phases, "read resources", () => loader.textIfFile(path, node && placeOf(node)));
  if (source === undefined) return false;
  const resources = inPhase(phases, "parse resources", () => build.parsed.resources(source));
  if (origin !== undefined) {
    const own = appendToOrigin(origin, path);
    for (const resource of resources) setOriginOfFile(resource, own);
  }
  build.observer?.loaded(resources, fieldStep(target, "load", node));
  try {
    into.set.appendAll(resources);
  } catch (error) {
    throw withReference(error, text);
  }
  return true;
}

async function addBase(target: Target, text: Text, into: Accumulator): Promise<void> {
  await within(text, async () => {
    const base = await enter(target, text);
    if (base.kustomization.kind === "Component") {
      fail("wrong-kind", `'${text.value}' is a Component, not a resource`, {
        ...placeOfKind(base),
        hint: "list it under 'components'",
      });
    }
    const gathered = new Accumulator(target.build.schema, into.set.growth);
    await accumulate(base, gathered);
    into.absorb(gathered);
  });
}

async function addComponents(target: Target, paths: readonly Text[], into: Accumulator): Promise<void> {
  for (const text of paths) {
    await within(text, async () => {
      const component = await enter(target, text);
      const { kind } = component.kustomization;
      if (kind !== "Component") {
        fail("wrong-kind", `'${text.value}' is a ${kind}, not a Component`, {
          ...placeOfKind(component),
          hint: "list it under 'resources', or set 'kind: Component'",
        });
      }
      await accumulate(component, into);
      into.settle();
    });
  }
}

/** The kustomization at `path`, as one below `target`. */
async function enter(target: Target, text: Text): Promise<Target> {
  const { build, origin, kustomization } = target;
  const { value: path } = text;
  const warning = forcedGitWarning(path);
  // kustomize reads the text once more for the origin, and warns again.
  if (warning !== undefined) { for (let times = origin === undefined ? 1 : 2; times > 0; times--) build.warn(warning); }
  countEntered(build, text);
  const entered = await loadTarget(build, await loaderOf(target, text));
  // The build metadata of the outermost kustomization applies to all.
  entered.origin = origin && appendToOrigin(origin, path);
  if (build.compat.has("charts-inherit-namespace")) {
    entered.inheritedNamespace = kustomization.namespace || target.inheritedNamespace;
  }
  return entered;
}

async function loaderOf(target: Target, text: Text): Promise<Loader> {
  const { value: path, node } = text;
  if (!isHttpUrl(path)) return await target.loader.enter(path, node && placeOf(node));
  const { enterResource } = await import("./http_resource.ts");
  return await enterResource(target, text);
}

function placeOfKind({ kustomization: { node } }: Target): Pick<Details, "place"> {
  return atPlace(node.get("kind") ?? node);
}

/** Adds the place of the reference to errors from a base or component. */
async function within(text: Text, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw withReference(error, text);
  }
}

function withReference(error: unknown, { value, node }: Text): unknown {
  const place = node && placeOf(node);
  if (!(error instanceof KustError) || place === undefined || isSamePlace(error.diagnostic.place, place)) return error;
  return error.with({ notes: [...error.diagnostic.notes ?? [], { message: `'${value}' is referenced here`, place }] });
}

function isSamePlace(a: Place | undefined, b: Place): boolean {
  return a?.source === b.source && a.offset === b.offset;
}
