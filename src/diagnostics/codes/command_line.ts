/** Faults of command lines. */

import type { CodeTable, Examples } from "./entry.ts";

export const COMMAND_LINE_CODES = {
  "already-exists": {
    meaning: "Something with that name already exists, and is not replaced.",
    remedy: "Choose another name, or use the flag that the hint names.",
  },
  "flag-conflict": {
    meaning: "Flags exclude each other, or one needs another.",
    remedy: "Leave one of them out, or add the one that the message names.",
  },
  "internal": {
    meaning: "There is a bug in kust.",
    remedy: "Please report it, with the input and the output of --stack-trace.",
  },
  "invalid-baseline": {
    meaning: "The file of --baseline is not one that kust has written.",
    remedy: "Create it with --write-baseline.",
  },
  "invalid-argument": {
    meaning: "An argument does not have the form that the command expects.",
    remedy: "Use the form that the hint shows.",
  },
  "invalid-flag": {
    meaning: "A flag is not written as --NAME or --NAME=VALUE.",
    remedy: "Write two dashes, the name, and no spaces around '='.",
  },
  "invalid-flag-value": {
    meaning: "A flag has no value, or one that it does not accept.",
    remedy: "Use a value that the message or the command's help lists.",
  },
  "kubectl-failed": {
    meaning: "kubectl reports an error.",
    remedy: "Check that the cluster is up and kubectl's context is set.",
  },
  "missing-argument": {
    meaning: "A command needs more arguments.",
    remedy: "Add them: --help shows which.",
  },
  "missing-flag": {
    meaning: "A command needs a flag.",
    remedy: "Add the flag that the message names.",
  },
  "too-many-arguments": {
    meaning: "A command has too many arguments.",
    remedy: "Remove the rest, or separate several values with commas.",
  },
  "unknown-command": {
    meaning: "There is no such command.",
    remedy: "Correct the spelling: 'kust help' lists the commands.",
  },
  "unknown-flag": {
    meaning: "The command has no such flag.",
    remedy: "Correct the spelling: --help lists the flags.",
  },
  "unknown-release": {
    meaning: "The command asks for a release of kustomize that kust does not know.",
    remedy: "Name one of those that the message lists.",
  },
} as const satisfies CodeTable;

const FILES = { "kustomization.yaml": "resources: [deployment.yaml]" };

export const COMMAND_LINE_EXAMPLES: Examples<typeof COMMAND_LINE_CODES> = {
  "invalid-baseline": {
    bad: { run: "lint --baseline known.json", files: { ...FILES, "known.json": "[]" } },
    good: {
      run: "lint --baseline known.json",
      files: { ...FILES, "known.json": '{"apiVersion": "kust.dev/v1alpha1", "kind": "LintBaseline", "findings": []}' },
    },
  },
  "already-exists": {
    bad: { run: "edit add label app:api", files: { "kustomization.yaml": "commonLabels: {app: web}" } },
    good: { run: "edit add label --force app:api", files: { "kustomization.yaml": "commonLabels: {app: web}" } },
  },
  "flag-conflict": {
    bad: { run: "version --short --output json" },
    good: { run: "version --output json" },
  },
  "internal": {
    bad: { given: "kust has a bug", files: FILES },
    good: { files: FILES },
  },
  "invalid-argument": {
    bad: { run: "edit set replicas web:3", files: FILES },
    good: { run: "edit set replicas web=3", files: FILES },
  },
  "invalid-flag": {
    bad: { run: "build ---output=out.yaml", files: FILES },
    good: { run: "build --output=out.yaml", files: FILES },
  },
  "invalid-flag-value": {
    bad: { run: "build --load-restrictor none", files: FILES },
    good: { run: "build --load-restrictor LoadRestrictionsNone", files: FILES },
  },
  "kubectl-failed": {
    bad: { run: "openapi fetch", given: "kubectl reports an error" },
    good: { run: "openapi info" },
  },
  "missing-argument": {
    bad: { run: "edit set image", files: FILES },
    good: { run: "edit set image nginx:1.28", files: FILES },
  },
  "missing-flag": {
    bad: { run: "edit add patch", files: FILES },
    good: { run: "edit add patch --patch '- {op: remove, path: /spec/replicas}' --kind Deployment", files: FILES },
  },
  "too-many-arguments": {
    bad: { run: "edit remove label app env", files: { "kustomization.yaml": "commonLabels: {app: web, env: dev}" } },
    good: { run: "edit remove label app,env", files: { "kustomization.yaml": "commonLabels: {app: web, env: dev}" } },
  },
  "unknown-command": {
    bad: { run: "biuld", files: FILES },
    good: { run: "build", files: FILES },
  },
  "unknown-release": {
    bad: { run: "build --compat v4.5.7", files: FILES },
    good: { run: "build --compat v5.8.1", files: FILES },
  },
  "unknown-flag": {
    bad: { run: "build --ouput out.yaml", files: FILES },
    good: { run: "build --output out.yaml", files: FILES },
  },
};
