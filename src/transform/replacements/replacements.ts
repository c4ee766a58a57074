/** The transformer of `replacements`: copies a value from one resource, or a given text, into fields of others. */

import type { Compat } from "../../compat/compat.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import { replacement, replacementEntry } from "../../kustomization/change_fields.ts";
import { list } from "../../kustomization/field.ts";
import { LENIENT_EXACT } from "../../kustomization/reader_mode.ts";
import { ObjectReader } from "../../kustomization/object_reader.ts";
import { readOne } from "../../kustomization/read_fields.ts";
import type { Replacement, ReplacementTarget } from "../../kustomization/types.ts";
import { compileSelector, type Selector } from "../../model/selector.ts";
import { fitsIdPattern, type IdPattern } from "../../model/id_pattern.ts";
import type { ResId } from "../../model/res_id.ts";
import { fieldsNamed } from "../../model/text_map.ts";
import { atPlace, partOf } from "../../yaml/tree/place.ts";
import { type Node, Scalar } from "../../yaml/tree/node.ts";
import { isNull } from "../../yaml/scalar/resolve.ts";
import { copyToTarget } from "./copy.ts";
import type { ResourceIndex } from "../../model/resource_index.ts";
import { findSourceValue, type SourceValue } from "./source.ts";
import type { FieldTransformerKind, Transform } from "../transform.ts";
import { loadReplacements } from "./load.ts";

export const replacementTransformer: FieldTransformerKind = {
  configure({ node, name }, { readText, compat }) {
    const settings = new ObjectReader(node, name, { ...LENIENT_EXACT, compat });
    const others = compat.has("replacements-as-omitempty") ? readOne(settings, "omitempty", list(replacement)) : [];
    const entries = readOne(settings, "replacements", list(replacementEntry));
    return replacements([...others, ...loadReplacements(entries, readText, compat)]);
  },
  fromFields(kustomization, _config, { readText, compat }) {
    const entries = kustomization.replacements;
    const loaded = loadReplacements(entries, readText, compat);
    const inline = new Set<Replacement>(entries);
    const parts = () => loaded.map((one) => ({ transform: replacements([one], inline), node: one.node }));
    return [{ transform: replacements(loaded, inline), parts }];
  },
};

/**
 * @param replacements In the order in which they apply, including those from files.
 * @param inline Those of a field: their empty list of targets is missing to kustomize, which omits it when it writes the
 * settings of the transformer.
 */
function replacements(replacements: readonly Replacement[], inline?: ReadonlySet<Replacement>): Transform {
  return ({ index, resources }, { compat, matches }) => {
    // Every target reads all labels and annotations, which fails for lists of odd length.
    if (replacements.some(({ targets }) => targets.length > 0)) resources.forEach(compileSelector(ANY).selectsLabels);
    for (const replacement of replacements) {
      checkParts(replacement, inline?.has(replacement) ?? false);
      const value = valueOf(replacement, index);
      for (const target of replacement.targets) {
        const count = replaceIn(target, value, index, compat);
        matches?.selected(target, count);
      }
    }
  };
}

/** Throws `invalid-replacement` unless there is exactly one source, and a target. */
function checkParts({ source, sourceValue, targets, node }: Replacement, isInline: boolean): void {
  if (source === undefined && sourceValue === undefined) {
    fail("invalid-replacement", "a replacement needs a source", {
      ...atPlace(node),
      hint: "add 'source' or 'sourceValue'",
    });
  }
  if (targets.length === 0 && (isInline || isNull(fieldsNamed(node, "targets").at(-1)?.value))) {
    fail("invalid-replacement", "a replacement needs at least one target", atPlace(node));
  }
  if (source !== undefined && sourceValue !== undefined) {
    fail("invalid-replacement", "'source' and 'sourceValue' are mutually exclusive", atPlace(node));
  }
}

/** The value to copy. */
function valueOf({ source, sourceValue = "" }: Replacement, index: ResourceIndex): SourceValue {
  if (source !== undefined) return findSourceValue(source, index);
  const value = new Scalar(sourceValue);
  return () => value;
}

/** Returns how many resources the target selects. */
function replaceIn(target: ReplacementTarget, value: SourceValue, index: ResourceIndex, compat: Compat): number {
  if (target.select === undefined) {
    fail("invalid-replacement", "a target must select resources", {
      ...atPlace(target.node),
      hint: "add 'select', for example 'select: {kind: Deployment, name: web}'",
    });
  }
  checkRejects(target.node);
  const compile = compat.has("replacement-target-patterns") ? compileSelector : compileIdPattern;
  const select = compile(target.select);
  let count = 0;
  const rejects = target.reject.map((selector) => ({ selector, ...compile(selector) }));
  // Labels come first: an invalid label selector is an error even if no id matches.
  const usesLabels = hasLabels(target.select) || rejects.some(({ selector }) => hasLabels(selector));
  for (const resource of index.candidates(usesLabels ? ALL : select)) {
    const ids = resource.allIds();
    if (!select.selectsLabels(resource)) continue;
    if (rejects.some((reject) => hasLabels(reject.selector) && reject.selectsLabels(resource))) continue;
    if (rejects.some((reject) => hasId(reject.selector) && ids.some(reject.selectsId))) continue;
    if (!ids.some(select.selectsId)) continue;
    copyToTarget(resource, target, value, compat);
    count++;
  }
  return count;
}

/** kustomize crashes on null. */
function checkRejects(target: Node | undefined): void {
  const rejects = partOf(target, "reject");
  const none = rejects?.kind === "sequence" ? rejects.items.find(isNull) : undefined;
  if (none === undefined) return;
  fail("invalid-replacement", "an entry of 'reject' must be a selector, found null", atPlace(none));
}

const ALL = { onlyName: undefined, onlyKind: undefined };

/** As `compileSelector`, but the parts of an id are compared whole. */
function compileIdPattern(selector: Selector) {
  const { selectsLabels } = compileSelector({ ...selector, ...ANY_ID });
  return {
    onlyName: selector.name || undefined,
    onlyKind: selector.kind || undefined,
    selectsId: (id: ResId) => fitsIdPattern(id, selector),
    selectsLabels,
  };
}

const ANY_ID: IdPattern = { group: "", version: "", kind: "", name: "", namespace: "" };

const ANY: Selector = { ...ANY_ID, annotationSelector: "", labelSelector: "" };

function hasLabels({ annotationSelector, labelSelector }: Selector): boolean {
  return annotationSelector !== "" || labelSelector !== "";
}

function hasId({ group, version, kind, name, namespace }: Selector): boolean {
  return group + version + kind + name + namespace !== "";
}
