/** The one registry of built-in transformers: how each is configured by an object under `transformers` or `validators`. */

import { fail } from "../diagnostics/diagnostic.ts";
import type { Source } from "../diagnostics/source.ts";
import {
  decodeFieldSpec,
  decodeImage,
  decodePatch,
  decodePatchOptions,
  decodeReplacementField,
  decodeReplica,
  decodeSelector,
} from "../kustomization/decode_changes.ts";
import { decodeObject, LENIENT, LENIENT_EXACT, ObjectReader } from "../kustomization/object_reader.ts";
import type { FieldSpec, Patch } from "../kustomization/types.ts";
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
import { valueAdd, type ValueAddTarget } from "./value_add.ts";

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
    const image = settings.object("imageTag", decodeImage);
    return images({ images: image === undefined ? [] : [image], fieldSpecs: fieldSpecs(settings) });
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
  PatchStrategicMergeTransformer: (settings, context) => {
    const patches = settings.value("patches");
    const text = { value: settings.text("patches"), ...(patches === undefined ? {} : { node: patches }) };
    return makePatchStrategicMerge(settings.texts("paths"), text, context, settings.node);
  },
  PatchTransformer: (settings, context) => makePatch(decodePatch(settings), context),
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
      loadReplacements(settings.list("replacements", decodeReplacementField), readText),
    );
  },
  ReplicaCountTransformer: (settings) => {
    const replica = settings.object("replica", decodeReplica);
    return replicas({
      replicas: [replica ?? { name: "", count: 0, node: settings.node }],
      fieldSpecs: fieldSpecs(settings),
    });
  },
  ValueAddTransformer: (settings, context) =>
    valueAdd({
      value: settings.text("value").trim() || context.rootName,
      targets: [...settings.list("targets", decodeTarget), ...targetsOfFile(settings, context)],
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
  return decodeObject(root, path, mode, (file) => file.list("targets", decodeTarget));
}

function decodeTarget(target: ObjectReader): ValueAddTarget {
  const selector = target.object("selector", decodeSelector);
  return {
    ...(selector === undefined ? {} : { selector }),
    fieldPath: target.text("fieldPath"),
    filePathPosition: Number(target.integer("filePathPosition") ?? 0),
    node: target.node,
  };
}

/** The settings of a PatchJson6902Transformer as an entry of `patchesJson6902`, where the text has another name. */
function decodeJsonOp(settings: ObjectReader): Patch {
  const target = settings.object("target", decodeSelector);
  const patchNode = settings.value("jsonOp");
  return {
    path: settings.text("path"),
    patch: settings.text("jsonOp"),
    ...(target === undefined ? {} : { target }),
    options: decodePatchOptions(settings),
    node: settings.node,
    ...(patchNode === undefined ? {} : { patchNode }),
  };
}

function prefixTransformer(settings: ObjectReader): Transform {
  return prefix({ prefix: settings.text("prefix"), fieldSpecs: requiredFieldSpecs(settings) });
}

function suffixTransformer(settings: ObjectReader): Transform {
  return suffix({ suffix: settings.text("suffix"), fieldSpecs: requiredFieldSpecs(settings) });
}

/** kustomize decodes the settings of these two without JSON between: there a kind may be a number. */
function decodeCoercedFieldSpec(object: ObjectReader): FieldSpec {
  const [group, version, kind] = [object.text("group"), object.text("version"), object.text("kind")];
  return { group, version, kind, path: object.text("path"), create: object.flag("create"), node: object.node };
}

function fieldSpecs(settings: ObjectReader): FieldSpec[] {
  return settings.list("fieldSpecs", decodeFieldSpec);
}

function requiredFieldSpecs(settings: ObjectReader): FieldSpec[] {
  if (settings.has("fieldSpecs")) return settings.list("fieldSpecs", decodeCoercedFieldSpec);
  fail("missing-field", "the field 'fieldSpecs' is missing", {
    ...atPlace(settings.node),
    hint: "add 'fieldSpecs: [{path: metadata/name}]'",
  });
}
