/** All rules, in the order in which they are asked. */

import type { Rule } from "./gather/rule.ts";
import { deprecatedFields, unusedVars } from "./rules/build_warnings.ts";
import { buildErrors } from "./rules/build_errors.ts";
import { containersWithoutImage } from "./rules/containers.ts";
import { dataValues } from "./rules/data.ts";
import { doubled } from "./rules/doubled.ts";
import { envFiles } from "./rules/env_files.ts";
import { generatorSettings } from "./rules/generator_settings.ts";
import { images } from "./rules/images.ts";
import { jsonOperations } from "./rules/json_operations.ts";
import { labelsAndAnnotations } from "./rules/labels.ts";
import { missingKeys } from "./rules/missing_keys.ts";
import { misplacedFields } from "./rules/misplaced_fields.ts";
import { names } from "./rules/names.ts";
import { fieldTypos, ignoredNames, patchesWithoutEffect, patchesWithoutTarget } from "./rules/patches.ts";
import { references } from "./rules/references.ts";
import { remoteReferences } from "./rules/remote.ts";
import { replicas } from "./rules/replicas.ts";
import { replacementTargets } from "./rules/replacements.ts";
import { selectorLabels } from "./rules/selectors.ts";
import { emptyTargets } from "./rules/targets.ts";
import { generatorsInUse } from "./rules/unused_generators.ts";

export const RULES: readonly Rule[] = [
  buildErrors,
  patchesWithoutTarget,
  patchesWithoutEffect,
  emptyTargets,
  images,
  replacementTargets,
  replicas,
  unusedVars,
  references,
  missingKeys,
  generatorsInUse,
  containersWithoutImage,
  fieldTypos,
  misplacedFields,
  jsonOperations,
  ignoredNames,
  envFiles,
  names,
  labelsAndAnnotations,
  dataValues,
  doubled,
  generatorSettings,
  selectorLabels,
  remoteReferences,
  deprecatedFields,
];
