/** The one registry of built-in transformers: how each is configured by an object under `transformers` or `validators`. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import {
  fieldSpec,
  image,
  jsonPatchSettings,
  patch,
  replacementEntry,
  replica,
  valueAddTarget,
} from "../kustomization/change_fields.ts";
import { list, pointer, struct, text } from "../kustomization/field.ts";
import { decodeObject, LENIENT, LENIENT_EXACT, ObjectReader } from "../kustomization/object_reader.ts";
import { readFields, readOne } from "../kustomization/read_fields.ts";
import type { FieldSpec, Patch, ValueAddTarget } from "../kustomization/types.ts";
import type { IsClusterScoped } from "../model/resource.ts";
import { atPlace, type Node } from "../yaml/tree/node.ts";
import { parseDocument } from "../yaml/read/parse.ts";
import { prefix, suffix } from "./affix.ts";
import { addHashes } from "./hash.ts";
import { images } from "./images.ts";
import { annotations, labels } from "./metadata_entries.ts";
import { loadReplacements } from "./replacements/load.ts";
import { makePatch, makePatchJson6902, makePatchStrategicMerge } from "./patches/make_patch.ts";
import { namespace } from "./namespace.ts";
import { replacements } from "./replacements/replacements.ts";
import { replicas } from "./replicas.ts";
import type { Transform } from "./transform.ts";
import { valueAdd } from "./value_add.ts";

/** What a transformer may use while it is configured. */
export interface ConfigureContext {
  /** Reads a file below the root of the kustomization; `node` is where it is named. */
  readText(path: string, node: Node | undefined): Source;
  /** Name of the folder that holds the kustomization. */
  rootName: string;
  isClusterScoped: IsClusterScoped;
}

/** Makes a transformer from its settings. Throws `KustError`. */
export type Configure = (settings: ObjectReader, context: ConfigureContext) => Transform;

/** By kind. Settings that are unknown are ignored, as in kustomize. */
export const TRANSFORMERS: Readonly<Record<string, Configure>> = {
  AnnotationsTransformer: (settings) =>
    annotations({ annotations: settings.textMap("annotations"), fieldSpecs: fieldSpecs(settings) }),
  HashTransformer: () => addHashes,
  ImageTagTransformer: (settings) => {
    const imageTag = readOne(settings, "imageTag", pointer(image));
    return images({ images: imageTag === undefined ? [] : [imageTag], fieldSpecs: fieldSpecs(settings) });
  },
  LabelTransformer: (settings) => labels({ labels: settings.textMap("labels"), fieldSpecs: fieldSpecs(settings) }),
  NamespaceTransformer: (settings) =>
    namespace({
      namespace: settings.object("metadata", (metadata) => metadata.text("namespace")) ?? "",
      fieldSpecs: fieldSpecs(settings),
      unsetOnly: settings.flag("unsetOnly"),
      setRoleBindingSubjects: settings.text("setRoleBindingSubjects"),
    }),
  PatchJson6902Transformer: (settings, context) => makePatchJson6902(decodeJsonOp(settings), context, "jsonOp"),
  PatchStrategicMergeTransformer: (settings, context) =>
    makePatchStrategicMerge(settings.texts("paths"), settings.placedText("patches"), context, settings.node),
  PatchTransformer: (settings, context) => makePatch(readFields(settings, patch), context),
  PrefixSuffixTransformer: (settings) => {
    const addPrefix = prefixTransformer(settings);
    const addSuffix = suffixTransformer(settings);
    return (set, context) => {
      addPrefix(set, context);
      addSuffix(set, context);
    };
  },
  PrefixTransformer: prefixTransformer,
  SuffixTransformer: suffixTransformer,
  ReplacementTransformer: ({ node, name }, { readText }) => {
    const settings = new ObjectReader(node, name, LENIENT_EXACT);
    return replacements(
      loadReplacements(readOne(settings, "replacements", list(replacementEntry)), readText),
    );
  },
  ReplicaCountTransformer: (settings) => {
    const given = readOne(settings, "replica", pointer(replica));
    return replicas({
      replicas: [given ?? { name: "", count: 0, node: settings.node }],
      fieldSpecs: fieldSpecs(settings),
    });
  },
  ValueAddTransformer: (settings, context) =>
    valueAdd({
      value: settings.text("value").trim() || context.rootName,
      targets: [...readOne(settings, "targets", list(valueAddTarget)), ...targetsOfFile(settings, context)],
      node: settings.node,
    }),
};

/** The targets of the file that `targetFilePath` names. */
function targetsOfFile(settings: ObjectReader, { readText }: ConfigureContext): ValueAddTarget[] {
  const path = settings.text("targetFilePath");
  if (path === "") return [];
  const root = parseDocument(readText(path, settings.value("targetFilePath")), { uniqueKeys: false });
  if (root === undefined) return [];
  const mode = { ...LENIENT, dialect: "v2" } as const;
  return decodeObject(root, path, mode, (file) => readOne(file, "targets", list(valueAddTarget)));
}

/** The settings of a PatchJson6902Transformer as an entry of `patchesJson6902`, where the text has another name. */
function decodeJsonOp(settings: ObjectReader): Patch {
  const { jsonOp, ...fields } = readFields(settings, jsonPatchSettings);
  return { ...fields, patch: jsonOp };
}

function prefixTransformer(settings: ObjectReader): Transform {
  return prefix({ prefix: settings.text("prefix"), fieldSpecs: requiredFieldSpecs(settings) });
}

function suffixTransformer(settings: ObjectReader): Transform {
  return suffix({ suffix: settings.text("suffix"), fieldSpecs: requiredFieldSpecs(settings) });
}

/** kustomize decodes the settings of these two without JSON between: there a kind may be a number. */
const coercedFieldSpec = struct({ ...fieldSpec.fields, group: text, version: text, kind: text });

function fieldSpecs(settings: ObjectReader): FieldSpec[] {
  return readOne(settings, "fieldSpecs", list(fieldSpec));
}

function requiredFieldSpecs(settings: ObjectReader): FieldSpec[] {
  if (settings.has("fieldSpecs")) return readOne(settings, "fieldSpecs", list(coercedFieldSpec));
  fail("missing-field", "the field 'fieldSpecs' is missing", {
    ...atPlace(settings.node),
    hint: "add 'fieldSpecs: [{path: metadata/name}]'",
  });
}
