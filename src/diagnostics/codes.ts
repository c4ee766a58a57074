/**
 * The register of codes: each kind of error and warning, what it means, and what to do about it. A build only needs the
 * type `Code`, which `deno task docs:errors` derives from this; what explains a code loads the rest.
 */

import type { Code } from "./code.ts";
import { COMMAND_LINE_CODES, COMMAND_LINE_EXAMPLES } from "./codes/command_line.ts";
import type { BadAndGood, CodeEntry, CodeText, Level } from "./codes/entry.ts";
import { EFFECT_CODES, EFFECT_EXAMPLES } from "./codes/effects.ts";
import { FILE_CODES, FILE_EXAMPLES } from "./codes/files.ts";
import { ENV_FILE_CODES, ENV_FILE_EXAMPLES } from "./codes/findings/env_files.ts";
import { LOST_CODES, LOST_EXAMPLES } from "./codes/findings/lost.ts";
import { NEW_FIELD_CODES, NEW_FIELD_EXAMPLES } from "./codes/findings/new_fields.ts";
import { NO_MATCH_CODES, NO_MATCH_EXAMPLES } from "./codes/findings/no_match.ts";
import { REFUSED_CODES, REFUSED_EXAMPLES } from "./codes/findings/refused.ts";
import { ROLL_CODES, ROLL_EXAMPLES } from "./codes/findings/roll.ts";
import { GENERATOR_CODES, GENERATOR_EXAMPLES } from "./codes/generators.ts";
import { KUSTOMIZATION_CODES, KUSTOMIZATION_EXAMPLES } from "./codes/kustomization.ts";
import { LOCALIZE_CODES, LOCALIZE_EXAMPLES } from "./codes/localize.ts";
import { PATCH_CODES, PATCH_EXAMPLES } from "./codes/patches.ts";
import { PLUGIN_CODES, PLUGIN_EXAMPLES } from "./codes/plugins.ts";
import { REMOTE_CODES, REMOTE_EXAMPLES } from "./codes/remote.ts";
import { REPLACEMENT_CODES, REPLACEMENT_EXAMPLES } from "./codes/replacements.ts";
import { RESOURCE_CODES, RESOURCE_EXAMPLES } from "./codes/resources.ts";
import { YAML_CODES, YAML_EXAMPLES } from "./codes/yaml.ts";

const TEXTS = {
  ...YAML_CODES,
  ...KUSTOMIZATION_CODES,
  ...FILE_CODES,
  ...RESOURCE_CODES,
  ...GENERATOR_CODES,
  ...PATCH_CODES,
  ...REPLACEMENT_CODES,
  ...REMOTE_CODES,
  ...PLUGIN_CODES,
  ...LOCALIZE_CODES,
  ...COMMAND_LINE_CODES,
  ...EFFECT_CODES,
  ...ENV_FILE_CODES,
  ...LOST_CODES,
  ...NEW_FIELD_CODES,
  ...NO_MATCH_CODES,
  ...REFUSED_CODES,
  ...ROLL_CODES,
} satisfies Record<Code, CodeText>;

const EXAMPLES: Record<keyof typeof TEXTS, BadAndGood> = {
  ...YAML_EXAMPLES,
  ...KUSTOMIZATION_EXAMPLES,
  ...FILE_EXAMPLES,
  ...RESOURCE_EXAMPLES,
  ...GENERATOR_EXAMPLES,
  ...PATCH_EXAMPLES,
  ...REPLACEMENT_EXAMPLES,
  ...REMOTE_EXAMPLES,
  ...PLUGIN_EXAMPLES,
  ...LOCALIZE_EXAMPLES,
  ...COMMAND_LINE_EXAMPLES,
  ...EFFECT_EXAMPLES,
  ...ENV_FILE_EXAMPLES,
  ...LOST_EXAMPLES,
  ...NEW_FIELD_EXAMPLES,
  ...NO_MATCH_EXAMPLES,
  ...REFUSED_EXAMPLES,
  ...ROLL_EXAMPLES,
};

/** All codes, by name. */
export const CODES: ReadonlyMap<string, CodeEntry> = new Map(
  Object.keys(TEXTS).filter(isCode).sort().map((code) => [code, entryOf(code)]),
);

/** What the register says of a code. */
export function entryOf(code: Code): CodeEntry {
  return { ...TEXTS[code], ...EXAMPLES[code] };
}

/** How bad a code is, unless settings say otherwise. */
export function defaultLevel(code: Code): Level {
  return levelOf(TEXTS[code]);
}

/** The level of an entry. */
export function levelOf({ finding, isWarning }: CodeText): Level {
  return finding ?? (isWarning ? "warning" : "error");
}

function isCode(name: string): name is keyof typeof TEXTS {
  return Object.hasOwn(TEXTS, name);
}
