/** The lines of a resource's output, each with its field and the steps that set it. */

import { Source } from "../diagnostics/source.ts";
import { printInParts } from "../model/print_resource.ts";
import type { Resource } from "../model/resource.ts";
import { escapePart } from "../text/json_pointer.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { type Node, scalarText } from "../yaml/tree/node.ts";
import type { Field, Writer } from "./field.ts";
import { childOf, fieldsOf } from "./trace.ts";

/** A line of the output. */
export interface OutputLine {
  /** The line without its line break. */
  text: string;
  /** A JSON pointer to the field on it; undefined for a line that continues a text of several lines. */
  pointer: string | undefined;
  /** The steps that set the field, oldest first; none without a field. */
  writers: readonly Writer[];
}

/**
 * The output of one resource line by line, without the separator between resources. Needs a build with `trace: true`.
 *
 * @example
 * ```ts
 * import { build, MemoryFileSystem, outputLines } from "@kust/kust";
 *
 * const files = new MemoryFileSystem({
 *   "/app/kustomization.yaml": "namePrefix: dev-\nresources: [service.yaml]\n",
 *   "/app/service.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n",
 * });
 * const { resources: [service] } = await build(files, "/app", { trace: true });
 * const [, , , name] = outputLines(service!);
 * console.assert(name?.text === "  name: dev-web" && name.writers.at(-1)?.step.kind === "PrefixTransformer");
 * ```
 *
 * @returns Lines as `printResources` prints them. None has a writer if the build had no trace.
 */
export function outputLines(resource: Resource): OutputLine[] {
  const source = new Source("output", [...printInParts([resource])].join(""));
  const node = parseDocument(source);
  const root = fieldsOf(resource);
  const fields = new Map<number, Omit<OutputLine, "text">>();
  if (node !== undefined && root !== undefined) collect(node, root, "", source, fields);
  const lines = source.text.replace(/\n$/, "").split("\n");
  return lines.map((text, index) => ({ text, ...fields.get(index + 1) ?? CONTINUED }));
}

const CONTINUED: Omit<OutputLine, "text"> = { pointer: undefined, writers: [] };

/** Deeper fields come later: the line `- name: web` belongs to the name, not to the item. */
function collect(
  node: Node,
  parent: Field,
  pointer: string,
  source: Source,
  fields: Map<number, Omit<OutputLine, "text">>,
): void {
  const visit = (key: Node, value: Node, part: string): void => {
    const field = childOf(parent, part);
    if (field === undefined) return;
    const own = `${pointer}/${escapePart(part)}`;
    fields.set(source.position(key.start).line, { pointer: own, writers: field.writers });
    collect(value, field, own, source, fields);
  };
  if (node.kind === "mapping") node.entries.forEach(({ key, value }) => visit(key, value, scalarText(key)));
  else if (node.kind === "sequence") node.items.forEach((item, index) => visit(item, item, String(index)));
}
