import { fail } from "../../diagnostics/diagnostic.ts";
import type { PluginContext } from "../../functions/plugin_context.ts";
import type { Host } from "../../host/host.ts";
import { FileError, type FileSystem } from "../../load/file_system.ts";
import { compareFunctions } from "../../packages/functions/function_scope.ts";
import { type PackageFunction, packageFunction, specOf } from "../../packages/functions/package_function.ts";
import { type Item, runFilters } from "../../packages/pipeline.ts";
import { pathsOf, writePackage } from "../../packages/write_package.ts";
import { writeInParts } from "../../packages/write_stream.ts";
import { joinPath } from "../../text/paths.ts";
import { BUILD_OPTION_FLAGS, programTimeout } from "../build/build_options.ts";
import { defineCommand, type Invocation } from "../command.ts";
import type { Flags } from "../flags/flags.ts";
import { isPipe } from "../named_file.ts";
import { readNamedPackage, readStdinPackage } from "../named_package.ts";
import { writeParts } from "../output/write_parts.ts";
import { explicitFunction } from "./explicit_function.ts";
import { pushAll } from "../../text/push_all.ts";

const FLAGS = {
  "as-current-user": { type: "bool", help: "run containers as the current user" },
  "dry-run": { type: "bool", help: "print the result, and change no file" },
  "enable-exec": {
    type: "bool",
    help: "allow functions that are local programs; do not use on untrusted configurations",
  },
  env: {
    type: "array",
    short: "e",
    valueName: "NAME[=VALUE]",
    complete: "none",
    help: "environment variable for functions",
  },
  "exec-path": { type: "string", valueName: "PATH", help: "run this program as a function; needs --enable-exec" },
  "fn-path": { type: "slice", help: "read functions from these files and folders instead" },
  "global-scope": { type: "bool", help: "give each function the resources of all folders" },
  image: { type: "string", complete: "none", help: "run this image as a function" },
  "include-subpackages": { type: "bool", default: true, help: "without effect, as in kustomize" },
  "log-steps": { type: "bool", help: "print the name of each function to stderr" },
  mount: { type: "array", complete: "none", help: "mount for containers, in docker's syntax" },
  network: { type: "bool", help: "allow network access for functions that request it" },
  "program-timeout": { ...BUILD_OPTION_FLAGS["program-timeout"], help: "time limit for each run of a function" },
  "results-dir": {
    type: "string",
    complete: "directory",
    valueName: "DIR",
    help: "write the results of functions to this folder",
  },
} as const satisfies Flags;

type RunInvocation = Invocation<typeof FLAGS>;

export const command = defineCommand({
  usage: "run [DIR] [flags] [-- [KIND] [KEY=VALUE...]]",
  manual: {
    long:
      "Runs each function that a file of DIR configures, by the annotation config.kubernetes.io/function, on the resources of its " +
      "folder and those below, and writes the result back to the files. --image and --exec-path name a function instead. Without DIR, " +
      "resources are read from standard input and printed.\n\nSee `kust help docs-fn-spec` for the input and the output of functions.",
    examples: [
      { text: "See what functions would change", line: "kust fn run my-dir --dry-run" },
      {
        text: "Run an image with a configuration",
        line: "kust fn run my-dir --image example.com/set-label:v1 -- app=web",
      },
    ],
  },
  flags: FLAGS,
  completeArgs: "directory",
  run: async (invocation, host) => {
    checkWords(invocation);
    const { args, argsBeforeDashes, flags } = invocation;
    const [path] = args.slice(0, argsBeforeDashes);
    const items = path === undefined ? readStdinPackage(host) : readNamedPackage(path, { json: true }, host);
    const before = pathsOf(items);
    const functions = await functionsFor(items, invocation, host);
    const filters = functions.map((one) => (given: Item[]) => {
      if (flags["log-steps"]) host.writeStderr(`Running ${one.name}\n`);
      return one.run(given);
    });
    const result = await runFilters(items, filters);
    if (result === undefined) return 0;
    if (path === undefined || flags["dry-run"] || isPipe(path, host.fs)) writeParts(writeInParts(result, {}), host);
    else writePackage(path, result, before, host.fs);
    failLate(functions);
    return 0;
  },
});

function checkWords({ args, argsBeforeDashes, flags }: RunInvocation): void {
  const exec = flags["exec-path"];
  if (exec !== "" && !flags["enable-exec"]) fail("missing-flag", "--exec-path needs --enable-exec");
  if (argsBeforeDashes !== undefined && flags.image === "" && exec === "") {
    fail("missing-flag", "arguments after -- are for a function that --image or --exec-path names");
  }
  const count = argsBeforeDashes ?? args.length;
  if (count <= 1) return;
  fail("too-many-arguments", `fn run takes one folder, ${count} given`, {
    hint: "arguments of a function go after --",
  });
}

async function functionsFor(items: Item[], invocation: RunInvocation, host: Host): Promise<PackageFunction[]> {
  const { flags, args, argsBeforeDashes } = invocation;
  const context = contextOf(invocation, host);
  const isExplicit = flags.image !== "" || flags["exec-path"] !== "";
  const paths = flags["fn-path"];
  const configs: [config: Item, isGlobal: boolean][] = [];
  if (!isExplicit && paths.length === 0) {
    const found = await runFilters(items, [(all) => all.filter((item) => specOf(item, context) !== undefined)]) ?? [];
    pushAll(configs, found.sort(compareFunctions).map((config): [Item, boolean] => [config, false]));
  }
  for (const path of paths) for (const config of readNamedPackage(path, {}, host)) configs.push([config, true]);
  if (isExplicit) {
    const fn = { image: flags.image, execPath: flags["exec-path"], network: flags.network };
    configs.push([explicitFunction(fn, argsBeforeDashes === undefined ? [] : args.slice(argsBeforeDashes)), true]);
  }
  const functions = [];
  for (const [config, isGlobal] of configs) {
    functions.push(await functionOf(config, isGlobal, functions.length, invocation, host));
  }
  return functions.filter((one) => one !== undefined);
}

async function functionOf(
  config: Item,
  isGlobal: boolean,
  number: number,
  invocation: RunInvocation,
  host: Host,
): Promise<PackageFunction | undefined> {
  const { flags } = invocation;
  const context = contextOf(invocation, host);
  const spec = specOf(config, context);
  if (spec === undefined) return undefined;
  const folder = flags["results-dir"];
  return await packageFunction(config, spec, {
    exec: flags["enable-exec"],
    network: flags.network,
    mounts: flags.mount,
    envs: flags.env,
    asCurrentUser: flags["as-current-user"],
    // As in kustomize, a program is only global if the flag says so.
    isGlobal: flags["global-scope"] || isGlobal && spec.container.image !== "",
    onResults: (text) => {
      if (folder !== "") writeResults(joinPath(folder, `results-${number}.yaml`), text, host.fs);
    },
  }, context);
}

/** Throws `file-error`. */
function writeResults(path: string, text: string, fs: FileSystem): void {
  try {
    fs.writeFile(path, text, 0o600);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const hint = error.code === "not-found" ? { hint: "create the folder of --results-dir first" } : {};
    fail("file-error", `cannot write the results of a function: ${error.message}`, hint);
  }
}

function contextOf({ compat, flags }: RunInvocation, host: Host): PluginContext {
  return {
    compat,
    capabilities: host,
    fileSystem: host.fs,
    root: host.fs.cwd(),
    observer: undefined,
    timeoutMs: programTimeout(flags["program-timeout"]),
    stderr: (text) => host.writeStderr(text),
    progress: () => {},
  };
}

/** Fails if a function deferred its failure. */
function failLate(functions: readonly PackageFunction[]): void {
  const [first, ...rest] = functions.flatMap((one) => one.failure() ?? []);
  if (first === undefined) return;
  throw first.with({ notes: [...first.diagnostic.notes ?? [], ...rest.map(({ message }) => ({ message }))] });
}
