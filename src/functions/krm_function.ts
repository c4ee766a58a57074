/** A KRM function as a generator and transformer. */

import { isWithin, joinPath } from "../text/paths.ts";
import { describeId } from "../model/res_id.ts";
import { type Resource, updateHistory } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { functionCommand, type FunctionOptions } from "./function_command.ts";
import { checkMounts, type FunctionSpec } from "./function_spec.ts";
import type { ExternalPlugin, PluginContext } from "./plugin_context.ts";
import { localConfigOf, readOutput, writeResourceList } from "./resource_list.ts";
import { rewriteTexts, rewritten } from "./rewritten.ts";
import { runProgram } from "./run_program.ts";
import { takeGenerated, takeTransformed } from "./take_output.ts";

export class KrmFunction implements ExternalPlugin {
  readonly #config: Resource;
  readonly #spec: FunctionSpec;
  readonly #options: FunctionOptions;
  readonly #context: PluginContext;

  /** Throws if the mounts of the function are not allowed. */
  constructor(config: Resource, spec: FunctionSpec, options: FunctionOptions, context: PluginContext) {
    const { fileSystem, root } = context;
    // If it does not exist yet, docker rejects or creates it.
    checkMounts(spec, config, (path) => {
      const mounted = joinPath(root, path);
      return fileSystem.stat(mounted) === undefined || isWithin(fileSystem.realPath(mounted), root);
    });
    this.#config = config;
    this.#spec = spec;
    this.#options = options;
    this.#context = context;
  }

  async generate(): Promise<Resource[]> {
    // If it does not run, it generates its own configuration, which `local-config` keeps out of the build.
    const written = await this.#run([]);
    return takeGenerated(written?.map(rewritten) ?? [localConfigOf(this.#config)]);
  }

  async transform(set: ResourceSet): Promise<void> {
    const written = await this.#run(set.resources);
    written?.forEach((resource) => {
      rewriteTexts(resource);
      // kyaml has written and read it, in an order that depends on the input.
      updateHistory(resource, { isConverted: true });
    });
    if (written !== undefined) takeTransformed(written, set, describeId(this.#config.id));
  }

  /** The output of the function; undefined if it may not run, which kustomize silently ignores. */
  async #run(items: readonly Resource[]): Promise<Resource[] | undefined> {
    const command = await functionCommand(this.#spec, this.#config, this.#options, this.#context);
    if (command === undefined) return undefined;
    const input = writeResourceList(items, this.#config);
    const stdout = await runProgram({ ...command, input }, this.#context);
    return readOutput(command.name, stdout);
  }
}
