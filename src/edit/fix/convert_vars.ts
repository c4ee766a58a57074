/**
 * `edit fix --vars`: converts each var to a replacement whose targets are the occurrences of `$(NAME)` in the project's
 * files, and puts a placeholder there.
 *
 * The occurrences are found by kustomize's rules, with one exception: for a key that is quoted or has a comment above
 * it, kustomize writes quotes and comment into the field path, which then matches nothing; kust writes only the key.
 */

import { fail } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { parseApiVersion } from "../../model/gvk.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { checkEncoding } from "../../yaml/read/parse.ts";
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
  return nodes.flatMap((node) => {
    const places = placesOf(node, name);
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
  const { group, version } = parseApiVersion(scalarAt(node, "apiVersion"));
  return {
    group,
    version,
    kind: scalarAt(node, "kind"),
    name: scalarAt(node, "metadata", "name"),
    namespace: scalarAt(node, "metadata", "namespace"),
  };
}

/** For a patch, selects its target rather than its own id, unless it renames that. */
function patchTargets({ target, options }: Patch, node: Node, places: VarPlace[]): ReplacementTarget[] {
  const select = { ...target };
  if (options?.allowNameChange) select.name = scalarAt(node, "metadata", "name");
  if (options?.allowKindChange) select.kind = scalarAt(node, "kind");
  select.namespace = scalarAt(node, "metadata", "namespace") || select.namespace;
  return places.map((place) => targetAt(place, select));
}

function placesOf(node: Node, name: string, steps: string[] = []): VarPlace[] {
  switch (node.kind) {
    case "sequence":
      return node.items.flatMap((item, index) => placesOf(item, name, [...steps, String(index)]));
    case "mapping":
      return node.entries.flatMap(({ key, value }) => placesOf(value, name, [...steps, stepOf(key)]));
    case "scalar":
      if (!node.value.includes(`$(${name})`)) return [];
      return [{ fieldPath: steps.join("."), options: cutOut(node, node.value, `$(${name})`) }];
    case "alias":
      return [];
  }
}

function stepOf(key: Node): string {
  const text = key.kind === "scalar" ? key.value.trim() : "";
  return text.includes(".") ? `[${text}]` : text;
}

/** The delimiter next to the var, and the index of the var among the parts. */
function cutOut(node: Node, value: string, variable: string): ReplacementOptions {
  if (value === variable) return {};
  const start = value.indexOf(variable);
  const before = value[start - 1];
  const after = value[start + variable.length];
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

function scalarAt(node: Node, ...steps: string[]): string {
  let here: Node | undefined = node;
  for (const step of steps) here = here?.kind === "mapping" ? here.get(step) : undefined;
  return here?.kind === "scalar" ? here.value : "";
}
