/** Patches that do nothing, or not what they seem to. */

import { describeId } from "../../../model/res_id.ts";
import type { Place } from "../../../diagnostics/diagnostic.ts";
import type { PatchContent } from "../../../transform/match_observer.ts";
import { placeOf } from "../../../yaml/tree/place.ts";
import type { PatchStep, PatchUse } from "../../gather/facts.ts";
import { typoOf } from "../../gather/typo.ts";
import type { Rule } from "../../gather/rule.ts";

export const patchesWithoutTarget: Rule = ({ patches, gathered }, report) => {
  // A failed build may not have reached the patch.
  if (gathered === undefined) return;
  for (const { step, entry, uses, meant } of patches) {
    if (entry?.target === undefined) continue;
    report.judge(uses.length > 0, { code: "patch-without-target", place: step.place }, () => ({
      message: `the target of ${step.field ?? "the patch"} matches no resource`,
      ...meant,
    }));
  }
};

export const patchesWithoutEffect: Rule = ({ patches }, report) => {
  for (const patch of patches) {
    for (const [content, uses] of usesByContent(patch)) {
      const place = placeOfContent(content) ?? patch.step.place;
      const first = uses[0]!;
      report.judge(uses.some(({ changed }) => changed), { code: "patch-changes-nothing", place }, () => ({
        message: `the patch changes nothing in ${
          uses.length > 1 ? `the ${uses.length} resources that it matches` : first.subject
        }`,
        notes: [{ message: `it is applied by ${patch.step.field ?? "this"}`, place: patch.step.place }],
        hint: "it sets what is already there: remove it, or check whether another field or resource was meant",
      }));
    }
  }
};

/** A patch can be copied for each target. */
function usesByContent({ uses }: PatchStep): Map<PatchContent, PatchUse[]> {
  const byPlace = new Map<string, PatchContent>();
  const grouped = new Map<PatchContent, PatchUse[]>();
  for (const use of uses) {
    const place = placeOfContent(use.content);
    const key = place === undefined ? "" : `${place.source.name}:${place.offset}`;
    const content = byPlace.get(key) ?? use.content;
    byPlace.set(key, content);
    grouped.set(content, [...grouped.get(content) ?? [], use]);
  }
  return grouped;
}

function placeOfContent(content: PatchContent): Place | undefined {
  return content.kind === "merge" ? content.patch.place : content.patch.operations[0]?.path.place;
}

export const ignoredNames: Rule = ({ patches }, report) => {
  for (const { step, others } of patches) {
    for (const { named, patch } of others) {
      const name = patch.metadata?.get("name");
      report.add({
        code: "ignored-patch-name",
        message: `the patch names ${describeId(named.id)}, but its target selects other resources`,
        place: (name && placeOf(name)) ?? step.place,
        notes: [{ message: "the target is here", place: step.place }, {
          message: "the resource that it names is here",
          place: named.place,
        }],
        hint: "the name in a patch with a target is ignored: use the same name in both",
      });
    }
  }
};

/** `replica:` next to `replicas:`: a patch that adds a field whose name resembles that of an existing one. */
export const fieldTypos: Rule = ({ patches }, report) => {
  for (const { uses } of patches) {
    for (const { made, subject, target } of uses) {
      for (const field of made) {
        const meant = typoOf(field, target);
        const key = field.path.at(-1) ?? "";
        if (meant === undefined) continue;
        report.add({
          code: "misspelt-field",
          message: `the patch adds the field '${key}' to ${subject}, which has '${meant}'`,
          place: placeOf(field.key ?? field.value) ?? placeOf(field.value),
          hint: `did you mean '${meant}'?`,
        });
      }
    }
  }
};
