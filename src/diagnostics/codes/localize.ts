/** Copies that 'kust localize' makes. */

import type { CodeTable, Examples } from "./entry.ts";

export const LOCALIZE_CODES = {
  "in-destination": {
    meaning: "A file to copy is in the destination of the copy.",
    remedy: "Choose a destination outside the kustomization.",
  },
  "missing-ref": {
    meaning: "A repository to copy has no ref, so the copy would depend on when it is made.",
    remedy: "Add ?ref= with a tag, branch or commit.",
  },
  "not-verified": {
    meaning: "The copy is complete, but could not be verified.",
    remedy: "Use --no-verify, and compare the output of 'kust build' for both.",
  },
  "outside-scope": {
    meaning: "A base to copy is outside the scope.",
    remedy: "Set --scope to a folder that contains all bases.",
  },
} as const satisfies CodeTable;

const OVERLAY = {
  "apps/dev/kustomization.yaml": "resources: [../base]",
  "apps/base/kustomization.yaml": "configMapGenerator: [{name: settings, literals: [a=1]}]",
};

export const LOCALIZE_EXAMPLES: Examples<typeof LOCALIZE_CODES> = {
  "in-destination": {
    bad: {
      run: "localize . out",
      files: { "kustomization.yaml": "resources: [out]" },
    },
    good: { run: "localize . out", files: { "kustomization.yaml": "resources: [deployment.yaml]" } },
  },
  "missing-ref": {
    bad: { run: "localize 'https://github.com/org/repo'", given: "git works" },
    good: { run: "localize 'https://github.com/org/repo?ref=v1'", given: "git works" },
  },
  "not-verified": {
    bad: { run: "localize apps/dev out --scope .", files: OVERLAY },
    good: { run: "localize apps/dev out --scope . --no-verify", files: OVERLAY },
  },
  "outside-scope": {
    bad: { run: "localize apps/dev out", files: OVERLAY },
    good: { run: "localize apps/dev out --scope apps", files: OVERLAY },
  },
};
