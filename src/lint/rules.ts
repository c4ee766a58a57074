/** All rules, in the order in which they run. */

import type { Rule } from "./gather/rule.ts";
import { deprecatedFields, unusedVars } from "./rules/build_warnings.ts";
import { buildErrors } from "./rules/build_errors.ts";
import { containersWithoutImage } from "./rules/fields/containers.ts";
import { dataValues } from "./rules/refused/data.ts";
import { doubled } from "./rules/doubled.ts";
import { envFiles } from "./rules/env_files.ts";
import { generatorSettings } from "./rules/roll/generator_settings.ts";
import { images } from "./rules/matches/images.ts";
import { jsonOperations } from "./rules/fields/json_operations.ts";
import { labelsAndAnnotations } from "./rules/refused/labels.ts";
import { missingKeys } from "./rules/roll/missing_keys.ts";
import { misplacedFields } from "./rules/fields/misplaced_fields.ts";
import { names } from "./rules/refused/names.ts";
import { fieldTypos, ignoredNames, patchesWithoutEffect, patchesWithoutTarget } from "./rules/matches/patches.ts";
import { references } from "./rules/roll/references.ts";
import { remoteReferences } from "./rules/remote.ts";
import { replicas } from "./rules/matches/replicas.ts";
import { replacementTargets } from "./rules/matches/replacements.ts";
import { selectorLabels } from "./rules/matches/selectors.ts";
import { emptyTargets } from "./rules/targets.ts";
import { generatorsInUse } from "./rules/roll/unused_generators.ts";

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
