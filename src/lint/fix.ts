/** `kust lint --fix`: rewrites deprecated fields if every output stays the same, byte for byte. */

import type { Compat } from "../compat/compat.ts";
import { compatWith } from "../compat/compat_with.ts";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { EditedFile } from "../edit/edited_file.ts";
import { fixDeprecated } from "../edit/fix/fix.ts";
import { isFile } from "../edit/fix/is_file.ts";
import { keepFormat } from "../edit/keep_format.ts";
import { rootOf } from "../edit/root.ts";
import type { FileSystem } from "../load/file_system.ts";
import { LayeredFileSystem } from "../load/file_systems/layered_file_system.ts";
import { readSource } from "../load/read_source.ts";
import { build, printResources } from "../pipeline/build.ts";
import type { BuildOptions } from "../pipeline/context/options.ts";
import { SharedReads } from "../pipeline/context/shared_reads.ts";
import { dirName, joinPath } from "../text/paths.ts";
import { scalarText } from "../yaml/tree/node.ts";
import type { Finding } from "./gather/finding.ts";
import { isMovable, renameFields } from "./rename_fields.ts";

export interface Fixes {
  /** Files that were rewritten. */
  fixed: string[];
  /** Files that were not changed, and why. */
  left: { file: string; reason: string }[];
}

/**
 * Rewrites the files of findings that can be fixed, if every target with the finding builds to the same output before
 * and after. Keeps comments, and the layout of other fields.
 */
export async function fixFindings(
  fileSystem: FileSystem,
  findings: readonly Finding[],
  options: BuildOptions,
): Promise<Fixes> {
  const compat = await compatWith(options.compat);
  const outputs = new Outputs(fileSystem, options);
  const layer = new LayeredFileSystem(fileSystem);
  const fixes: Fixes = { fixed: [], left: [] };
  for (const [file, targets] of targetsByFile(findings)) {
    const before = layer.readFile(file);
    const text = fixedText(layer, file, compat);
    if (text !== undefined) layer.writeFile(file, text);
    if (text !== undefined && await outputs.areSame(targets, layer)) fixes.fixed.push(file);
    else {
      layer.writeFile(file, before);
      const reason = text === undefined ? "its layout or comments cannot be kept" : "the output would change";
      fixes.left.push({ file, reason });
    }
  }
  for (const file of fixes.fixed) fileSystem.replaceFile(file, layer.readFile(file));
  return fixes;
}

function targetsByFile(findings: readonly Finding[]): Map<string, Set<string>> {
  const files = new Map<string, Set<string>>();
  for (const { isFixable, place, targets } of findings) {
    if (isFixable !== true || place === undefined) continue;
    const known = files.get(place.source.name) ?? new Set();
    targets.forEach((target) => known.add(target));
    files.set(place.source.name, known);
  }
  return files;
}

/** Undefined if the file cannot be edited without losing its layout. */
function fixedText(files: FileSystem, path: string, compat: Compat): string | undefined {
  const isFileBeside = (text: string) => isFile(files, joinPath(dirName(path), text));
  try {
    const source = readSource(files, path);
    const root = rootOf(source);
    if (source.encoding.isUtf16 || root?.kind !== "mapping") return undefined;
    const renamed = new Source(source.name, renameFields(source, root, isFileBeside));
    const text = hasDeprecated(renamed) ? moved(renamed, isFileBeside, compat) : renamed.text;
    if (text === undefined || text === source.text || hasDeprecated(new Source(source.name, text))) return undefined;
    return commentsIn(text) === commentsIn(source.text) ? text : undefined;
  } catch (error) {
    // Files that cannot be read or edited stay as they are.
    if (error instanceof KustError) return undefined;
    throw error;
  }
}

function hasDeprecated(source: Source): boolean {
  const root = rootOf(source);
  return root?.kind === "mapping" && root.entries.some(({ key }) => isMovable(scalarText(key)));
}

/** Moves the values, as `edit fix` does. */
function moved(source: Source, isFileBeside: (text: string) => boolean, compat: Compat): string | undefined {
  const file = new EditedFile(source, compat);
  fixDeprecated(file, isFileBeside);
  return keepFormat(file);
}

/** All comments, sorted. */
function commentsIn(text: string): string {
  return (text.match(/(?:^|\s)#.*$/gm) ?? []).map((comment) => comment.trim()).sort().join("\n");
}

/** The outputs of targets, each built once before the changes. */
class Outputs {
  readonly #fileSystem: FileSystem;
  readonly #options: BuildOptions;
  readonly #before = new Map<string, string | undefined>();
  readonly #shared = new SharedReads();

  constructor(fileSystem: FileSystem, options: BuildOptions) {
    this.#fileSystem = fileSystem;
    this.#options = options;
  }

  /** Whether all targets build, with the same output as before. */
  async areSame(targets: Iterable<string>, changed: FileSystem): Promise<boolean> {
    const shared = new SharedReads();
    for (const target of targets) {
      if (!this.#before.has(target)) {
        this.#before.set(target, await this.#output(this.#fileSystem, target, this.#shared));
      }
      const before = this.#before.get(target);
      if (before === undefined || before !== await this.#output(changed, target, shared)) return false;
    }
    return true;
  }

  async #output(fileSystem: FileSystem, target: string, shared: SharedReads): Promise<string | undefined> {
    const { resources, errors } = await build(fileSystem, target, { ...this.#options, shared });
    try {
      return errors.length > 0 ? undefined : printResources(resources);
    } catch (error) {
      if (error instanceof KustError) return undefined;
      throw error;
    }
  }
}
