import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { formatFilter } from "../../packages/filters/format.ts";
import { localConfigFilter } from "../../packages/filters/local_config.ts";
import { stripCommentsFilter } from "../../packages/filters/strip_comments.ts";
import { PATH } from "../../packages/package_annotations.ts";
import { type Item, runFilters } from "../../packages/pipeline.ts";
import { STYLES, writeInParts, type WriteOptions } from "../../packages/write_stream.ts";
import { writeTo } from "../build/write_output.ts";
import { defineCommand } from "../command.ts";
import type { Flags, FlagValues } from "../flags/flags.ts";
import { readNamedPackage, readStdinPackage } from "../named_package.ts";
import { shown } from "../output/render_diagnostic.ts";
import { writeParts } from "../output/write_parts.ts";
import {
  asDocuments,
  checkArguments,
  LOCAL_CONFIG_FLAGS,
  RECURSE_FLAG,
  showPackages,
  withoutLastSeparator,
} from "./packages.ts";

const FLAGS = {
  annotate: { type: "bool", help: "keep annotations with the file of each resource" },
  dest: { type: "string", valueName: "FILE", help: "write to this file" },
  format: { type: "bool", default: true, help: "sort the fields" },
  "function-config": {
    type: "string",
    valueName: "FILE",
    help: "with --wrap-kind: the file with the functionConfig of the list",
  },
  "recurse-subpackages": RECURSE_FLAG,
  "strip-comments": { type: "bool", help: "leave out comments" },
  style: { type: "slice", complete: STYLES, help: "styles of the resources: TaggedStyle, FlowStyle" },
  "wrap-kind": { type: "string", valueName: "KIND", help: "put the resources into a list of this kind" },
  "wrap-version": { type: "string", valueName: "VERSION", help: "the apiVersion of that list" },
  ...LOCAL_CONFIG_FLAGS,
} as const satisfies Flags;

export const command = defineCommand({
  usage: "cat [DIR] [flags]",
  manual: {
    long: "Prints the resources in the .yaml and .yml files of DIR, or of standard input, with their comments.",
    examples: [
      { text: "The resources of a folder", line: "kust cfg cat my-dir" },
      {
        text: "As the input of a function",
        line: "kust cfg cat my-dir --wrap-kind ResourceList --wrap-version config.kubernetes.io/v1",
      },
    ],
  },
  flags: FLAGS,
  run: async ({ args, flags }, host) => {
    checkArguments(args, 1);
    const [path] = args;
    const parts = path === undefined ? await cat(readStdinPackage(host), flags, host) : withoutLastSeparator(
      await showPackages(path, flags["recurse-subpackages"], {
        show: async (items) => asDocuments(await cat(items, flags, host)),
        complain: (words, one) => `${words} in package ${shown(JSON.stringify(one))}\n`,
      }, host),
    );
    if (flags.dest === "") writeParts(parts, host);
    else writeTo(host.fs, flags.dest, parts);
    return 0;
  },
});

async function cat(items: Item[], flags: FlagValues<typeof FLAGS>, host: Host): Promise<string[]> {
  const options = writeOptions(flags, host);
  const kept = await runFilters(items, [
    localConfigFilter(flags),
    ...flags.format ? [formatFilter] : [],
    ...flags["strip-comments"] ? [stripCommentsFilter] : [],
  ]);
  return kept === undefined ? [] : writeInParts(kept, options);
}

function writeOptions(flags: FlagValues<typeof FLAGS>, host: Host): WriteOptions {
  const functionConfig = flags["function-config"] === ""
    ? undefined
    : readFunctionConfig(flags["function-config"], flags.annotate, host);
  const kind = flags["wrap-kind"];
  return {
    keepsAnnotations: flags.annotate,
    clears: flags.annotate ? [] : [PATH.legacy, PATH.present],
    styles: flags.style,
    wrapping: kind === "" ? undefined : { kind, apiVersion: flags["wrap-version"], functionConfig },
  };
}

function readFunctionConfig(path: string, annotates: boolean, host: Host): Item {
  const [config, ...rest] = readNamedPackage(path, { annotates }, host);
  if (config !== undefined && rest.length === 0) return config;
  const found = config === undefined ? "none" : rest.length + 1;
  fail("wrong-kind", `--function-config needs a file with one object, and '${path}' has ${found}`, { file: path });
}
