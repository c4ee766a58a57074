/**
 * Programs in a plugin folder (`KUSTOMIZE_PLUGIN_HOME`), found by the group, version and kind of their configuration.
 */

import type { Compat } from "../compat/compat.ts";
import { fail } from "../diagnostics/diagnostic.ts";
import type { Capabilities } from "../load/capabilities.ts";
import type { FileSystem } from "../load/file_system.ts";
import { joinPath } from "../text/paths.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceSet } from "../model/resource_set.ts";
import { atPlace } from "../yaml/tree/place.ts";
import { print } from "../yaml/write/print.ts";
import { earlierShellWords } from "./earlier_shell_words.ts";
import type { ExternalPlugin, PluginContext } from "./plugin_context.ts";
import { configOf, printForPlugin, readOutput } from "./resource_list.ts";
import { runProgram } from "./run_program.ts";
import { shellWords } from "./shell_words.ts";
import { takeGenerated, takeTransformed } from "./take_output.ts";

/** The maximum length of an environment variable on Linux (MAX_ARG_STRLEN). */
const LONGEST_VARIABLE = 131071;

export class LegacyPlugin implements ExternalPlugin {
  readonly #config: Resource;
  readonly #path: string;
  readonly #args: string[];
  readonly #context: PluginContext;

  /** @param readText Reads a file of the kustomization, for `argsFromFile`. */
  constructor(config: Resource, path: string, readText: (path: string) => string, context: PluginContext) {
    this.#config = config;
    this.#path = path;
    this.#args = argumentsOf(config, readText, context.compat);
    this.#context = context;
  }

  async generate(): Promise<Resource[]> {
    return takeGenerated(await this.#run(""));
  }

  async transform(set: ResourceSet): Promise<void> {
    takeTransformed(await this.#run(printForPlugin(set.resources)), set, this.#path);
  }

  /** The program gets a file with its configuration as the first argument, and resources on stdin. */
  async #run(input: string): Promise<Resource[]> {
    const { capabilities, fileSystem, root } = this.#context;
    const text = print(configOf(this.#config).node);
    const file = joinPath(capabilities.makeTempDir("kust-plugin-config-"), "config");
    fileSystem.writeFile(file, text, 0o600);
    const stdout = await runProgram({
      name: `the plugin ${this.#path}`,
      program: this.#path,
      args: [file, ...this.#args],
      cwd: root,
      env: { ...capabilities.environment(), ...variables(text, root) },
      input,
      config: this.#config,
      quiet: true,
      missingHint: "the plugin must be a program, or a script whose first line names its interpreter",
    }, this.#context);
    return readOutput(this.#path, stdout);
  }
}

/** The path of the program for `config`. Throws if there is none, and for Go plugins. */
export function findLegacyPlugin(config: Resource, fileSystem: FileSystem, env: Capabilities["env"]): string {
  const home = pluginHome(config, fileSystem, env);
  const { group, version, kind } = config.gvk;
  for (const part of [group, version, kind]) checkNoPath(part, config);
  const path = joinPath(home, group, version, kind.toLowerCase(), kind);
  const info = fileSystem.stat(path);
  if (info === undefined) return failNotFound(config, path, fileSystem);
  if ((info.mode & 0o111) === 0) {
    fail("cannot-run", `unexecutable plugin at: ${path}`, {
      ...atPlace(config.node),
      hint: `make it executable: chmod +x ${path}`,
    });
  }
  return path;
}

/** Rejects paths to programs outside of the plugin folder. */
function checkNoPath(part: string, config: Resource): void {
  if (!/^\.\.?$|[/\0]/.test(part)) return;
  fail("plugin-not-found", `there is no plugin for '${part}': the name of a plugin cannot be a path`, {
    ...atPlace(config.node),
    hint: "a plugin is named by apiVersion and kind, and is below the plugin folder",
  });
}

function pluginHome(config: Resource, fileSystem: FileSystem, env: Capabilities["env"]): string {
  const configHome = env("XDG_CONFIG_HOME") ?? "";
  const home = env("HOME") || "~";
  const places = [
    { name: "$KUSTOMIZE_PLUGIN_HOME", path: env("KUSTOMIZE_PLUGIN_HOME") ?? "" },
    { name: "$XDG_CONFIG_HOME", path: configHome === "" ? "" : joinPath(configHome, "kustomize/plugin") },
    { name: "the default of $XDG_CONFIG_HOME", path: joinPath(home, ".config/kustomize/plugin") },
    { name: "the home folder", path: joinPath(home, "kustomize/plugin") },
  ];
  const found = places.find(({ path }) => path !== "" && fileSystem.stat(path) !== undefined);
  if (found !== undefined) return found.path;
  fail("plugin-not-found", "unable to find plugin root", {
    ...atPlace(config.node),
    notes: places.map(({ name, path }) => ({ message: `tried ${name}: ${path || "not set"}` })),
    hint: "a function needs the annotation config.kubernetes.io/function; a legacy plugin needs KUSTOMIZE_PLUGIN_HOME",
  });
}

function failNotFound(config: Resource, path: string, fileSystem: FileSystem): never {
  if (fileSystem.stat(`${path}.so`) !== undefined) {
    fail("go-plugin", `${path}.so is a Go plugin, which only runs in the kustomize that it was built with`, {
      ...atPlace(config.node),
      hint: "turn it into an executable or a KRM function",
    });
  }
  fail("plugin-not-found", `there is no plugin at ${path}`, atPlace(config.node));
}

function argumentsOf(config: Resource, readText: (path: string) => string, compat: Compat): string[] {
  const field = (name: string) => {
    const value = config.node.get(name);
    return value?.kind === "scalar" ? value.value : "";
  };
  const file = field("argsFromFile");
  const lines = file === "" ? [] : readText(file).split("\n").map((line) => line.replace(/^ +/, ""));
  const line = field("argsOneLiner");
  const words = compat.has("shell-words") ? shellWords(line, config.node.get("argsOneLiner")) : earlierShellWords(line);
  return [...words, ...lines.filter((line) => line !== "")];
}

function variables(config: string, root: string): Record<string, string> {
  const all = { KUSTOMIZE_PLUGIN_CONFIG_STRING: config, KUSTOMIZE_PLUGIN_CONFIG_ROOT: root };
  return Object.fromEntries(
    Object.entries(all).filter(([name, value]) => name.length + 1 + value.length <= LONGEST_VARIABLE),
  );
}
