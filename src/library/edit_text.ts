/** Edits of a kustomization file as functions of its text: `kustomize edit` without files. */

import { NEWEST } from "../compat/compat.ts";
import { Source } from "../diagnostics/source.ts";
import { parseImage, removeImages as removeImagesIn, setImages as setImagesIn } from "../edit/changes/images.ts";
import { addLabelsWithoutSelector, removePairs, setPairs } from "../edit/changes/metadata.ts";
import { addPatch as addPatchIn } from "../edit/changes/patches.ts";
import { addPaths as addPathsIn, removePaths as removePathsIn } from "../edit/changes/paths.ts";
import {
  parseReplica,
  removeReplicas as removeReplicasIn,
  setReplicas as setReplicasIn,
} from "../edit/changes/replicas.ts";
import { EditedFile } from "../edit/edited_file.ts";
import { keepFormat } from "../edit/keep_format.ts";
import { rewrite } from "../edit/rewrite.ts";

/** One change of a kustomization file, made by a function such as `setImages`. */
export interface Edit {
  /** The function that made it. */
  readonly name: string;
}

/** The implementations of edits. Not in the objects, whose type would then include all fields of a kustomization. */
const changes = new WeakMap<Edit, (file: EditedFile) => void>();

function edit(name: string, change: (file: EditedFile) => void): Edit {
  const made = { name };
  changes.set(made, change);
  return made;
}

/** Options of an edit. */
export interface EditOptions {
  /** The name of the file in places of errors. Default: `kustomization.yaml`. */
  name?: string;
  /**
   * Whether to change only the lines that must change, which keeps comments, empty lines, order and quotes elsewhere.
   * Otherwise the whole file is rewritten, byte for byte as `kustomize edit` does. Default: true.
   */
  keepFormat?: boolean;
}

/** The result of an edit. */
export interface EditResult {
  /** The new text. */
  text: string;
  /** Changes that were skipped, each in a sentence, such as a resource that is already in the file. */
  notices: string[];
}

/**
 * The text of a kustomization file after some edits: `kustomize edit` for programs, such as those that update images.
 *
 * @example
 * ```ts
 * import { addPaths, editKustomization, setImages } from "@kust/kust";
 *
 * const before = "# The shop.\nresources:\n- web.yaml # its pages\n";
 * const { text } = editKustomization(before, [addPaths("resources", ["db.yaml"]), setImages(["nginx:1.29"])]);
 * console.assert(text === `# The shop.
 * resources:
 * - web.yaml # its pages
 * - db.yaml
 * images:
 * - name: nginx
 *   newTag: "1.29"
 * `);
 * ```
 *
 * @param text An empty one is a new file.
 * @throws {KustError} If the text is not a kustomization, or an edit is not possible, such as the removal of an entry
 * that the file does not have (`no-match`).
 */
export function editKustomization(text: string, edits: readonly Edit[], options: EditOptions = {}): EditResult {
  const file = new EditedFile(new Source(options.name ?? "kustomization.yaml", text), NEWEST);
  for (const edit of edits) changes.get(edit)?.(file);
  const kept = options.keepFormat === false ? undefined : keepFormat(file);
  return { text: kept ?? rewrite(file), notices: file.notices };
}

/**
 * `edit set image`: sets images by name, each as `name=newname:tag`, `name:tag`, `name@digest` or with an asterisk for
 * what stays. The edit throws `invalid-argument` for other texts.
 */
export function setImages(images: readonly string[]): Edit {
  return edit("setImages", (file) => setImagesIn(file, images.map(parseImage)));
}

/** Removes images by name. The edit throws `no-match` for a missing one. */
export function removeImages(names: readonly string[]): Edit {
  return edit("removeImages", (file) => removeImagesIn(file, [...names]));
}

/** `edit set replicas`: sets counts, each as `name=count`. The edit throws `invalid-argument` for other texts. */
export function setReplicas(replicas: readonly string[]): Edit {
  return edit("setReplicas", (file) => setReplicasIn(file, replicas.map(parseReplica)));
}

/** Removes counts by name. The edit throws `no-match` for a missing one. */
export function removeReplicas(names: readonly string[]): Edit {
  return edit("removeReplicas", (file) => removeReplicasIn(file, [...names]));
}

/** A field with a text: the namespace, or a part of all names. */
export type TextFieldName = "namePrefix" | "nameSuffix" | "namespace";

/** `edit set namespace`, `nameprefix` or `namesuffix`; undefined removes the field. */
export function setText(field: TextFieldName, text: string | undefined): Edit {
  return edit("setText", (file) => {
    file.fields[field] = text;
  });
}

/** A field with a list of paths. */
export type PathFieldName = "resources" | "components" | "generators" | "transformers" | "configurations";

/** `edit add resource`, `component` and the like: appends paths, with a notice for each that is already there. */
export function addPaths(field: PathFieldName, paths: readonly string[]): Edit {
  return edit("addPaths", (file) => addPathsIn(file, field, [...paths]));
}

/** Removes the paths that match a shell pattern, such as `*.yaml`. */
export function removePaths(field: PathFieldName, patterns: readonly string[]): Edit {
  return edit("removePaths", (file) => void removePathsIn(file, field, [...patterns]));
}

/** `edit set annotation`: sets `commonAnnotations`, whether the keys exist or not. */
export function setAnnotations(annotations: Readonly<Record<string, string>>): Edit {
  return edit("setAnnotations", (file) => setPairs(file, "commonAnnotations", new Map(Object.entries(annotations))));
}

/** Removes keys from `commonAnnotations`. The edit throws `no-match` for a missing one. */
export function removeAnnotations(keys: readonly string[]): Edit {
  return edit("removeAnnotations", (file) => removePairs(file, "commonAnnotations", [...keys], false));
}

/**
 * `edit add label --without-selector`: sets `labels` that no selector gets, as a change of a selector would stop the
 * roll-out.
 *
 * @param includeTemplates Whether the templates of pods get them.
 */
export function setLabels(labels: Readonly<Record<string, string>>, includeTemplates = false): Edit {
  const pairs = new Map(Object.entries(labels));
  return edit("setLabels", (file) => addLabelsWithoutSelector(file, pairs, { force: true, includeTemplates }));
}

/** `edit add patch`: appends a patch from a file, with a notice if it is already there. */
export function addPatch(path: string): Edit {
  return edit("addPatch", (file) => void addPatchIn(file, { path }));
}
