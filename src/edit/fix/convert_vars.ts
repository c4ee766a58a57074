/**
 * `edit fix --vars`: converts each var to a replacement whose targets are the occurrences of `$(NAME)` in the project's
 * files, and puts a placeholder there.
 *
 * The occurrences are found by kustomize's rules. Its field paths have keys as they are written, with quotes and
 * comments, even though such a path matches nothing.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { metaOf } from "../../packages/annotations.ts";
import { parseApiVersion } from "../../model/gvk.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import type { CommentsOf } from "../../yaml/tree/comments.ts";
import { type Node, scalarText } from "../../yaml/tree/node.ts";
import { firstEntries } from "../../yaml/value/unique_keys.ts";
import { checkEncoding } from "../../yaml/read/parse.ts";
import { printStyled } from "../../yaml/write/print_styled.ts";
import { sourceComments } from "../../model/read/source_comments.ts";
import { trimSpace } from "../../text/white_space.ts";
import { encodeUtf8 } from "../../text/bytes/utf8.ts";
import type { EditedFile } from "../edited_file.ts";
import type { Patch, Replacement, ReplacementOptions, ReplacementTarget, Variable } from "../fields.ts";
import { type ProjectFile, projectFiles, type ReadProject } from "./project_files.ts";
import { resourceNodes } from "./resource_nodes.ts";

/**
 * Replaces `vars` with `replacements` (existing ones are lost, as in kustomize).
 *
 * @returns The other files that change, with their new texts.
 */
export function convertVars(file: EditedFile, project: ReadProject): Map<string, string> {
  const changed = new Map<string, string>();
  const { vars } = file.fields;
  if (vars === undefined) return changed;
  const now = (path: string): Source | undefined => {
    const text = changed.get(path);
    return text === undefined ? project.read(path) : new Source(path, text);
  };
  const read: ReadProject = { ...project, read: now };
  const files = projectFiles(file, read);
  const replacements: Replacement[] = [];
  for (const variable of vars) {
    const name = variable.name ?? "";
    const targets = files.flatMap((each) => targetsIn(each, name, read));
    replacements.push({ source: sourceOf(variable), targets });
    putPlaceholders(name, files, read, changed);
  }
  file.fields.replacements = replacements;
  file.fields.vars = undefined;
  return changed;
}

function sourceOf({ objref = {}, fieldref }: Variable): Replacement["source"] {
  const { group, version } = parseApiVersion(objref.apiVersion ?? "");
  const { kind, name, namespace } = objref;
  return { group, version, kind, name, namespace, fieldPath: fieldref?.fieldPath };
}

function putPlaceholders(name: string, files: ProjectFile[], read: ReadProject, changed: Map<string, string>): void {
  for (const { path } of files) {
    const source = read.read(path);
    // kustomize searches for the bytes of the var, which it cannot find in UTF-16.
    if (source === undefined || source.encoding.isUtf16 || !source.text.includes(`$(${name})`)) continue;
    checkEncoding(source, 0, source.text.length);
    changed.set(path, source.text.replaceAll(`$(${name})`, () => `${name}_PLACEHOLDER`));
  }
}

function targetsIn({ path, patch }: ProjectFile, name: string, read: ReadProject): ReplacementTarget[] {
  const nodes = resourceNodes(read.read(path));
  const commentsOf = sourceComments();
  return nodes.flatMap((node) => {
    const places = placesOf(node, { name, commentsOf });
    return patch !== undefined && !(patch.options?.allowNameChange && patch.options.allowKindChange)
      ? patchTargets(patch, node, places)
      : places.map((place) => targetAt(place, resourceSelector(node)));
  });
}

/** An occurrence of a var: the field, and how to cut the var out of its text. */
interface VarPlace {
  fieldPath: string;
  options: ReplacementOptions;
}

function targetAt({ fieldPath, options }: VarPlace, select: ReplacementTarget["select"]): ReplacementTarget {
  return { select, fieldPaths: [fieldPath], options: options.delimiter ? options : undefined };
}

function resourceSelector(node: Node): NonNullable<ReplacementTarget["select"]> {
  const { apiVersion, kind, name, namespace } = metaOf(node);
  const { group, version } = parseApiVersion(apiVersion);
  return { group, version, kind, name, namespace };
}

/** For a patch, selects its target rather than its own id, unless it renames that. */
function patchTargets({ target, options }: Patch, node: Node, places: VarPlace[]): ReplacementTarget[] {
  const select = { ...target };
  const { kind, name, namespace } = metaOf(node);
  if (options?.allowNameChange) select.name = name;
  if (options?.allowKindChange) select.kind = kind;
  select.namespace = namespace || select.namespace;
  return places.map((place) => targetAt(place, select));
}

/** A var's name, and the comments of the file that is searched for it. */
interface VarSearch {
  name: string;
  commentsOf: CommentsOf;
}

function placesOf(node: Node, search: VarSearch, steps: string[] = []): VarPlace[] {
  const { name, commentsOf } = search;
  switch (node.kind) {
    case "sequence":
      return node.items.flatMap((item, index) => placesOf(item, search, [...steps, String(index)]));
    case "mapping": {
      // kustomize looks up each key by its text, and so finds the first entry for a repeated key.
      const first = firstEntries(node);
      return node.entries.map((entry) => first.get(scalarText(entry.key)) ?? entry)
        .flatMap(({ key, value }) => placesOf(value, search, [...steps, stepOf(key, commentsOf)]));
    }
    case "scalar":
      if (!node.value.includes(`$(${name})`)) return [];
      return [{ fieldPath: steps.join("."), options: cutOut(node, node.value, `$(${name})`) }];
    case "alias":
      return [];
  }
}

function stepOf(key: Node, commentsOf: CommentsOf): string {
  const text = trimSpace(printStyled(key, commentsOf));
  return text.includes(".") ? `[${text}]` : text;
}

/** The delimiter next to the var, and the index of the var among the parts. */
function cutOut(node: Node, value: string, variable: string): ReplacementOptions {
  if (value === variable) return {};
  const [head = "", ...rest] = value.split(variable);
  const before = byteAsText(head, -1);
  const after = byteAsText(rest.join(variable), 0);
  if (before === undefined) return { delimiter: after!, index: 0n };
  if (after === undefined) return { delimiter: before, index: BigInt(value.split(before).length - 1) };
  const index = before === after ? value.split(before).indexOf(variable) : -1;
  if (index < 0) {
    fail("var-not-delimited", `cannot convert all vars to replacements; ${variable} is not delimited`, {
      ...atPlace(node),
      hint: "a replacement needs the same character on both sides of the var",
    });
  }
  return { delimiter: before, index: BigInt(index) };
}

/** The code point with the number of a byte: kustomize takes single bytes for characters. */
function byteAsText(text: string, index: number): string | undefined {
  const byte = encodeUtf8(text).at(index);
  return byte === undefined ? undefined : String.fromCharCode(byte);
}
