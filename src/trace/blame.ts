/** The lines of a resource's output, each with the step that last set its value. */

import { Source } from "../diagnostics/source.ts";
import { printInParts } from "../model/print_resource.ts";
import type { Resource } from "../model/resource.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { type Node, scalarText } from "../yaml/tree/node.ts";
import { contentOf, type Field, type Writer } from "./field.ts";

export interface BlamedLine {
  text: string;
  /** Absent for a line that continues a text of several lines. */
  writer: Writer | undefined;
}

/** The output of one resource line by line, without the separator between resources. */
export function blameLines(resource: Resource, root: Field): BlamedLine[] {
  const source = new Source("output", [...printInParts([resource])].join(""));
  const node = parseDocument(source);
  const writers = new Map<number, Writer>();
  if (node !== undefined) collect(node, root, source, writers);
  return source.text.trimEnd().split("\n").map((text, index) => ({ text, writer: writers.get(index + 1) }));
}

/** Deeper fields come later: the line `- name: web` belongs to the name, not to the item. */
function collect(node: Node, parent: Field, source: Source, writers: Map<number, Writer>): void {
  const content = contentOf(parent);
  const visit = (key: Node, value: Node, field: Field | undefined): void => {
    const writer = field?.writers.at(-1);
    if (field === undefined || writer === undefined) return;
    writers.set(source.position(key.start).line, writer);
    collect(value, field, source, writers);
  };
  if (node.kind === "mapping" && content.kind === "mapping") {
    for (const { key, value } of node.entries) {
      visit(key, value, content.fields.get(scalarText(key)));
    }
  } else if (node.kind === "sequence" && content.kind === "sequence") {
    for (const [index, item] of node.items.entries()) visit(item, item, content.items[index]);
  }
}
