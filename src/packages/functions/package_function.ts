/** One function of `fn run`: passes the resources in its scope to a program, and reads its output. */

import { decodeSource } from "../../diagnostics/decode_source.ts";
import type { KustError } from "../../diagnostics/diagnostic.ts";
import { functionCommand, type FunctionOptions } from "../../functions/function_command.ts";
import { type FunctionSpec, functionSpecOf } from "../../functions/function_spec.ts";
import type { PluginContext } from "../../functions/plugin_context.ts";
import { failureOf, type PluginCommand, runToEnd } from "../../functions/run_program.ts";
import { Resource } from "../../model/resource.ts";
import { KubernetesSchema } from "../../schema/kubernetes.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { printStyled } from "../../yaml/write/print_styled.ts";
import { annotationsOf, clearAnnotation, setAnnotation } from "../annotations.ts";
import { defaultPath } from "../default_path.ts";
import { copyLegacyAnnotations, ID, PATH } from "../package_annotations.ts";
import type { Item } from "../pipeline.ts";
import { readStream, type Stream } from "../read_stream.ts";
import { writeStream } from "../write_stream.ts";
import { likeInput } from "./copy_comments.ts";
import { partition, scopeOf } from "./function_scope.ts";

export interface RunOptions extends FunctionOptions {
  /** Whether functions see the resources of all folders. */
  isGlobal: boolean;
  /** Called with the `results` that a function prints. */
  onResults(text: string): void;
}

export interface PackageFunction {
  /** Its image, or the path of its program. */
  name: string;
  run(items: Item[]): Promise<Item[]>;
  /** The failure that was deferred to the end. */
  failure(): KustError | undefined;
}

/** The spec of an object that configures a function; undefined for other objects. */
export function specOf({ root }: Item, context: PluginContext): FunctionSpec | undefined {
  return root.kind === "mapping" ? functionSpecOf(new Resource(root), context.compat) : undefined;
}

/** Undefined if the function may not run. Throws `network-disabled`. */
export async function packageFunction(
  config: Item,
  spec: FunctionSpec,
  options: RunOptions,
  context: PluginContext,
): Promise<PackageFunction | undefined> {
  if (config.root.kind !== "mapping") return undefined;
  const command = await functionCommand(spec, new Resource(config.root), options, context);
  if (command === undefined) return undefined;
  let failure: KustError | undefined;
  return {
    name: spec.container.image || spec.exec.path,
    failure: () => failure,
    run: async (items) => {
      const scope = scopeOf(config.root);
      const { inside, outside } = partition(items, options.isGlobal ? "" : scope);
      const { stream, failed } = await call(command, config, inside, context);
      const results = matchInputs(stream.items, inside);
      if (stream.results !== undefined) options.onResults(resultsText(stream.results, stream));
      if (failed !== undefined && !spec.deferFailure) throw failed;
      failure = failed;
      for (const { root } of results) addPath(root, scope);
      return [...results, ...outside];
    },
  };
}

async function call(command: PluginCommand, config: Item, inside: readonly Item[], context: PluginContext) {
  for (const [index, { root }] of inside.entries()) {
    for (const name of [ID.present, ID.legacy]) setAnnotation(root, name, idOf(index));
  }
  const input = writeStream(inside, {
    keepsAnnotations: true,
    wrapping: { apiVersion: "config.kubernetes.io/v1", kind: "ResourceList", functionConfig: config },
  });
  const result = await runToEnd({ ...command, input }, context);
  const source = decodeSource(`output of ${command.name}`, result.stdout);
  const stream = readStream(source, { annotations: {}, unwraps: true });
  return { stream, failed: result.exitCode === 0 ? undefined : failureOf(command, result) };
}

function idOf(index: number): string {
  return String(index + 1);
}

/** Copies the comments of each resource to the one with the same id. */
function matchInputs(items: readonly Item[], inside: readonly Item[]): Item[] {
  const schema = new KubernetesSchema();
  const byId = new Map(inside.map((item, index) => [idOf(index), item]));
  return items.map((item) => {
    const annotations = annotationsOf(item.root);
    const input = byId.get(annotations.get(ID.present) ?? annotations.get(ID.legacy) ?? "");
    if (input === undefined) return item;
    const result = likeInput(input, item, schema);
    for (const name of [ID.present, ID.legacy]) clearAnnotation(result.root, name);
    return result;
  });
}

function resultsText(results: Node, { commentsOf }: Stream): string {
  return printStyled(results, commentsOf);
}

/** A new resource gets its own file in the folder of the function. */
function addPath(root: Node, scope: string): void {
  copyLegacyAnnotations(root);
  if (annotationsOf(root).has(PATH.present)) return;
  const path = defaultPath(root, scope);
  for (const name of [PATH.present, PATH.legacy]) setAnnotation(root, name, path);
}
