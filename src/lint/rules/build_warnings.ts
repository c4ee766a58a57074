/** What a build itself warns of, with the place. */

import { placeOf } from "../../yaml/tree/node.ts";
import type { Rule } from "../gather/rule.ts";

export const deprecatedFields: Rule = ({ warnings }, report) => {
  for (const warning of warnings) {
    if (warning.code !== "deprecated-field") continue;
    const [, old = "", successor = ""] = /'(\w+)' is deprecated\. Please use '(\w+)'/.exec(warning.message) ?? [];
    report.add({
      ...warning,
      message: `'${old}' is deprecated`,
      hint: `use '${successor}'`,
    });
  }
};

/** A base may define vars for those who use it. */
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
        hint: `write $(${name}) where its value belongs, in a field that vars are looked for in, or drop it`,
      }));
    }
  }
};
