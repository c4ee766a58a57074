/** Env files that kustomize reads differently than a shell does. */

import type { BadAndGood, CodeTable, Examples } from "../entry.ts";
import { linted } from "./example.ts";

export const ENV_FILE_CODES = {
  "byte-order-mark": {
    meaning: "An env file begins with a byte order mark, which other programs read as part of the first key.",
    remedy: "Save it as UTF-8 without a byte order mark.",
    finding: "note",
  },
  "env-comment": {
    meaning: "A comment after a value in an env file is part of the value.",
    remedy: "Move the comment to its own line.",
    finding: "warning",
  },
  "env-export": {
    meaning: "A line of an env file begins with 'export', which is part of the key.",
    remedy: "Remove 'export'.",
    finding: "warning",
  },
  "env-quotes": {
    meaning: "Quotes around a value in an env file are part of the value.",
    remedy: "Remove the quotes: a value extends to the end of the line.",
    finding: "warning",
  },
  "env-without-equals": {
    meaning: "A line of an env file has no '=', so it is a key with an empty value.",
    remedy: "Write KEY=VALUE, or '#' before a comment.",
    finding: "warning",
  },
} as const satisfies CodeTable;

function envFile(bad: string, good: string): BadAndGood {
  const kustomization =
    "secretGenerator:\n- name: login\n  envs: [login.env]\n  options: {disableNameSuffixHash: true}\n";
  return linted(
    { "kustomization.yaml": kustomization, "login.env": bad },
    { "kustomization.yaml": kustomization, "login.env": good },
  );
}

export const ENV_FILE_EXAMPLES: Examples<typeof ENV_FILE_CODES> = {
  "byte-order-mark": envFile("\uFEFFUSER=ada\n", "USER=ada\n"),
  "env-comment": envFile("USER=ada # the first\n", "# the first\nUSER=ada\n"),
  "env-export": envFile("export USER=ada\n", "USER=ada\n"),
  "env-quotes": envFile('USER="ada"\n', "USER=ada\n"),
  "env-without-equals": envFile("USER: ada\n", "USER=ada\n"),
};
