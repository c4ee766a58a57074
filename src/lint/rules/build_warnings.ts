/** Warnings of the build itself, with their places. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Fields } from "../../kustomization/field_type.ts";
import { kustomization as table } from "../../kustomization/fields.ts";
import { placeOf } from "../../yaml/tree/place.ts";
import type { Rule } from "../gather/rule.ts";
import { dirName } from "../../text/paths.ts";
import { ownValue } from "../../text/own_value.ts";

const fields: Fields = table.fields;

export const deprecatedFields: Rule = ({ warnings }, report) => {
  for (const warning of warnings) {
    if (warning.code !== "deprecated-field") continue;
    const [, old = "", successor = ""] = /'(\w+)' is deprecated\. Please use '(\w+)'/.exec(warning.message) ?? [];
    const isFixable = ownValue(fields, old)?.experimentalFix !== true;
    const way = isFixable
      ? "'kust lint --fix' rewrites it if the output stays the same"
      : `'kust edit fix --vars${pathFlag(warning)}' converts them`;
    report.add({ ...warning, message: `'${old}' is deprecated`, hint: `use '${successor}'; ${way}`, isFixable });
  }
};

/** For a kustomization that is not in the current folder. */
function pathFlag({ place }: Diagnostic): string {
  const folder = dirName(place?.source.name ?? "");
  return folder === "." ? "" : ` --path ${folder}`;
}

/** A base may define vars for its overlays. */
export const unusedVars: Rule = ({ entered, warnings, errors }, report) => {
  if (errors.length > 0) return;
  const unused = new Set(
    warnings.filter(({ code }) => code === "unused-var").flatMap(({ notes = [] }) => notes)
      .map(({ message }) => message),
  );
  for (const { kustomization } of entered) {
    for (const { name, node } of kustomization.vars) {
      report.judge(!unused.has(name), { code: "unused-var", place: node && placeOf(node) }, () => ({
        message: `nothing uses the var '${name}'`,
        hint: `write $(${name}) in a field in which vars are replaced, or remove the var`,
      }));
    }
  }
};
