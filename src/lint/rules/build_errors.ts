/** Errors of a build are findings. */

import type { Rule } from "../gather/rule.ts";

export const buildErrors: Rule = ({ target, errors }, report) => {
  for (const error of errors) report.add(error.place === undefined ? { file: target, ...error } : error);
};
