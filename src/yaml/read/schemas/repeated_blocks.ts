/**
 * The blocks of schemas that repeat: those of custom resources describe a pod, its containers and their probes many
 * times, word for word. A block that was read before in the same column is only compared.
 */

import type { Growth } from "../../../diagnostics/source.ts";
import { LF, MINUS } from "../../../text/chars.ts";
import type { CopyBuilder } from "../../../text/copy_builder.ts";
import { spacesAt } from "../../../text/lines.ts";
import type { Level } from "./canonical_levels.ts";

/** In UTF-16 units. To look for a smaller block takes longer than to read it. */
const MIN_LENGTH = 1000;

/** Blocks kept per key and columns, the newest first. */
const MAX_BLOCKS = 4;

/** The lines of a mapping or list. */
interface Block {
  readonly text: string;
  /** Their canonical text. */
  readonly canonical: () => string;
}

export class RepeatedBlocks {
  readonly #blocks = new Map<string, Block[]>();

  /**
   * Writes the value of the last key of `level`, on the lines from `start`, if it is a known block. Returns its end.
   */
  copy(level: Level, text: string, start: number, out: CopyBuilder): number | undefined {
    const column = spacesAt(text, start);
    const code = text.charCodeAt(start + column);
    if (column < level.column || (column === level.column && code !== MINUS)) return undefined;
    const blocks = this.#blocks.get(nameOf(level.key, column, code === MINUS ? level.indent : level.indent + 2));
    if (blocks === undefined) return undefined;
    for (const block of blocks) {
      const end = start + block.text.length;
      if (!text.startsWith(block.text, start) || !endsBefore(text, end, column, code)) continue;
      out.add(block.canonical());
      return end;
    }
    return undefined;
  }

  /** Keeps a collection, the value of `key`, whose lines end at `end` and whose text ends `out`. */
  add({ start, column, indent, mark }: Level, key: string, text: string, end: number, out: CopyBuilder): void {
    if (mark === undefined || end - start < MIN_LENGTH) return;
    const to = out.mark();
    let canonical: string | undefined;
    const block = {
      text: text.slice(start, end),
      canonical: () => canonical ??= out.between(mark, to),
    };
    const name = nameOf(key, column, indent);
    const blocks = this.#blocks.get(name);
    if (blocks === undefined) this.#blocks.set(name, [block]);
    else if (blocks.unshift(block) > MAX_BLOCKS) blocks.pop();
  }
}

function nameOf(key: string, column: number, indent: number): string {
  return `${column} ${indent} ${key}`;
}

/** Whether a block that starts with `code` in `column` ends before the line at `line`. */
function endsBefore(text: string, line: number, column: number, code: number): boolean {
  const spaces = spacesAt(text, line);
  const next = text.charCodeAt(line + spaces);
  // A blank line may belong to the text before it.
  if (next === LF) return false;
  // The items of a list may be in the column of its key.
  return spaces < column || (spaces === column && code === MINUS && next !== MINUS);
}

/** By what identifies a build. */
const OF_BUILDS = new WeakMap<Growth, RepeatedBlocks>();

export function blocksOf(growth: Growth): RepeatedBlocks {
  let blocks = OF_BUILDS.get(growth);
  if (blocks === undefined) OF_BUILDS.set(growth, blocks = new RepeatedBlocks());
  return blocks;
}
