/** Common parts of the `cfg` commands: the source of the resources, and the output of several packages. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import type { Item } from "../../packages/pipeline.ts";
import { QuantityError } from "../../packages/quantity.ts";
import { packagesIn, UnreadableFile } from "../../packages/read_package.ts";
import { sourceComments } from "../../model/read/source_comments.ts";
import { baseName, dirName, joinPath } from "../../text/paths.ts";
import { pushAll } from "../../text/push_all.ts";
import { WrongKindError } from "../../yaml/value/wrong_kind.ts";
import { printStyled } from "../../yaml/write/print_styled.ts";
import { readNamedPackage } from "../named_package.ts";
import type { Flag } from "../flags/flags.ts";

/** pflag's `--name=true` by default. */
export const RECURSE_FLAG = {
  type: "bool",
  short: "R",
  default: true,
  help: "also read folders below that are separate packages, with a Krmfile",
} as const satisfies Flag;

export const LOCAL_CONFIG_FLAGS = {
  "include-local": { type: "bool", help: "also show resources with the annotation config.kubernetes.io/local-config" },
  "exclude-non-local": { type: "bool", help: "leave out all other resources" },
} as const satisfies Record<string, Flag>;

/** How a package is shown. */
export interface Showing {
  /** The text in parts. */
  show(items: Item[], path: string): string[] | Promise<string[]>;
  /** kustomize's message if it contains anything but resources. */
  complain(words: string, path: string): string;
}

/**
 * Shows each package of a folder; kustomize puts a line break between them. If it `recurses`, a file with anything but
 * resources, such as a JSON patch, is not an error, but reported on standard output.
 */
export async function showPackages(path: string, recurses: boolean, showing: Showing, host: Host): Promise<string[]> {
  const shown: string[] = [];
  for (const [index, one] of packagesIn(path, recurses, host.fs).entries()) {
    if (index > 0) shown.push("\n");
    try {
      pushAll(shown, await showing.show(readNamedPackage(one, { skipsPackages: true }, host), one));
    } catch (error) {
      const words = recurses ? kustomizesWords(error, host) : undefined;
      if (words === undefined) throw error;
      shown.push(showing.complain(words, one));
    }
  }
  return shown;
}

function kustomizesWords(error: unknown, { fs }: Host): string | undefined {
  if (error instanceof QuantityError) return error.words;
  if (!(error instanceof WrongKindError)) return undefined;
  const { node, expected } = error;
  const file = error instanceof UnreadableFile
    ? `${joinPath(fs.realPath(dirName(error.path)), baseName(error.path))}: `
    : "";
  const contents = printStyled(node, sourceComments());
  return `${file}wrong node kind: expected ${KIND_NAMES[expected]} but got ${
    KIND_NAMES[node.kind]
  }: node contents:\n${contents}`;
}

const KIND_NAMES = {
  mapping: "MappingNode",
  list: "SequenceNode",
  sequence: "SequenceNode",
  scalar: "ScalarNode",
  alias: "AliasNode",
};

const SEPARATOR = "---";

/** Separates the texts of packages as documents. */
export function asDocuments(parts: string[]): string[] {
  return parts.every((part) => part === "") ? [] : [...parts, SEPARATOR];
}

/** No separator follows the last one. */
export function withoutLastSeparator(parts: string[]): string[] {
  return parts.at(-1) === SEPARATOR ? parts.slice(0, -1) : parts;
}

export function checkArguments(args: readonly string[], most: number): void {
  if (args.length > most) fail("too-many-arguments", `accepts at most ${most} arguments, received ${args.length}`);
}
