/** Replaces a value inside a text that is itself JSON or YAML: the path continues within the text of a scalar. */

import type { Compat } from "../../compat/compat.ts";
import { KustError, type Place } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { lookUpField } from "../../model/fields/lookup.ts";
import { looseSlot, type Making, matchFields, parseEmbedded, type Slot } from "../../model/fields/matches.ts";
import { sourceComments } from "../../model/read/source_comments.ts";
import { readComments } from "../../yaml/comments/read_comments.ts";
import { parseDocument } from "../../yaml/read/parse.ts";
import { type Mapping, type Node, Scalar } from "../../yaml/tree/node.ts";
import { noteWriter, resolvePlain, tagOf } from "../../yaml/scalar/resolve.ts";
import { overwriteScalar } from "../../yaml/value/set_text.ts";
import { printCommented } from "../../yaml/write/print_styled.ts";
import { jsonText } from "./json_text.ts";
import { trimSpace } from "../../text/white_space.ts";

/** How to copy: whether to make fields that are missing, what to do with each field, and as which release. */
interface Copying {
  making: Making;
  put: (slot: Slot) => void;
  compat: Compat;
}

/**
 * Calls `put` for the fields that `steps` lead to in a text, and rewrites the text. Returns false if the path does not
 * lead into a text; any error inside the text counts as that too, as in kustomize.
 */
export function copyIntoText(root: Mapping, steps: string[], { making, put, compat }: Copying): boolean {
  try {
    return tryCopy(root, steps, { making, put, compat });
  } catch (error) {
    // A RangeError means a number that JSON cannot represent.
    if (error instanceof KustError || error instanceof RangeError) return false;
    throw error;
  }
}

function tryCopy(root: Mapping, steps: string[], { making, put, compat }: Copying): boolean {
  let scalar: Node | undefined = root;
  for (let depth = 1; depth < steps.length && scalar !== undefined; depth++) {
    scalar = lookUpField(scalar, [steps[depth - 1]!]);
    if (!(scalar instanceof Scalar)) continue;
    const document = parseEmbedded(scalar);
    const write = writerFor(scalar.value, document, compat);
    const slots = matchFields(looseSlot(document), steps.slice(depth), making);
    if (slots.length === 0) return false;
    slots.forEach(put);
    scalar.value = write();
    return true;
  }
  return false;
}

/**
 * Returns a function that writes the modified document in the format of the text: JSON on one or several lines, or
 * YAML.
 */
function writerFor(text: string, document: Node, compat: Compat): () => string {
  const fromElsewhere = sourceComments();
  const { commentsOf, ...commented } = readComments(document);
  const write = () =>
    printCommented({
      ...commented,
      commentsOf: (node) => node.source === document.source ? commentsOf(node) : fromElsewhere(node),
    });
  const first = trimSpace(text)[0];
  if (first !== "{" && first !== "[") return () => trimSpace(write());
  const indent = text.includes("\n") && text.includes("  ") ? "  " : "";
  // kustomize parses what it has written, which may have another meaning or be invalid.
  return () => jsonText(parseDocument(new Source("embedded text", write()))!, indent, compat);
}

/**
 * Changes the text of a scalar but keeps its type, as in kustomize: a text stays a text even if it looks like a number,
 * and a number with any other text fails to print.
 *
 * @param place What asks for the text, for that error.
 */
export function setValueText(scalar: Scalar, text: string, place: Place | undefined): void {
  if (scalar.isTyped) {
    overwriteScalar(scalar, text, resolvePlain(scalar.value)?.tag);
  } else {
    // The meaning of a generated scalar without a tag still follows from its text.
    if (scalar.tag === "" && scalar.source !== undefined) scalar.tag = tagOf(scalar);
    scalar.value = text;
  }
  noteWriter(scalar, place);
}
