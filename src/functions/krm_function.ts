/** A KRM function as a generator and transformer. */

import { fail } from "../diagnostics/diagnostic.ts";
import { isWithin, joinPath } from "../text/paths.ts";
import { decodeUtf8Lossy } from "../text/utf8.ts";
import { describeId } from "../model/res_id.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { containerCommand } from "./container_function.ts";
import { execCommand } from "./exec_function.ts";
import { checkMounts, type FunctionSpec, parseMount } from "./function_spec.ts";
import type { ExternalPlugin, PluginContext } from "./plugin_context.ts";
import { addPath, localConfigOf, readOutput, writeResourceList } from "./resource_list.ts";
import { type PluginCommand, runProgram } from "./run_program.ts";
import { takeGenerated, takeTransformed } from "./take_output.ts";

export interface FunctionOptions {
  /** Whether functions may be local programs. */
  exec: boolean;
  /** Whether containers that request network access get it. */
  network: boolean;
  mounts: string[];
  envs: string[];
  asCurrentUser: boolean;
}

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
    return takeGenerated(await this.#run([]) ?? [localConfigOf(this.#config)]);
  }

  async transform(set: ResourceSet): Promise<void> {
    const written = await this.#run(set.resources);
    if (written !== undefined) takeTransformed(written, set, describeId(this.#config.id));
  }

  /** The output of the function; undefined if it may not run, which kustomize silently ignores. */
  async #run(items: readonly Resource[]): Promise<Resource[] | undefined> {
    const command = await this.#command();
    if (command === undefined) return undefined;
    const input = writeResourceList(items, this.#config);
    const stdout = await runProgram({ ...command, input }, this.#context);
    const written = readOutput(command.name, stdout);
    written.forEach(addPath);
    return written;
  }

  async #command(): Promise<PluginCommand | undefined> {
    const { container, exec } = this.#spec;
    const { network, mounts, envs } = this.#options;
    if (container.network && !network) this.#failNetwork();
    if (container.image !== "") {
      const options = { mounts: mounts.map(parseMount), envs, user: await this.#user() };
      return containerCommand(container, options, this.#config, this.#context);
    }
    if (this.#options.exec && exec.path !== "") return execCommand(exec, envs, this.#config, this.#context);
    return undefined;
  }

  async #user(): Promise<string> {
    if (!this.#options.asCurrentUser) return "nobody";
    const ids = await Promise.all(
      ["-u", "-g"].map((flag) => this.#context.capabilities.run({ program: "id", args: [flag] })),
    );
    return ids.map(({ stdout }) => decodeUtf8Lossy(stdout).trim()).join(":");
  }

  #failNetwork(): never {
    const { place } = this.#config;
    fail("network-disabled", "network required but not enabled with --network", {
      place,
      hint: "this function requests network access: build with --network if you trust it",
    });
  }
}
