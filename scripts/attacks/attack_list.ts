/** All attacks: files, a command, and how the program must react. */

import { type Attack, BOMB, FUNCTION, PROJECT, RUN_FUNCTION } from "./attack.ts";
import { LARGE_INPUT } from "./large_input.ts";
import { SPECIAL_FILES } from "./special_files.ts";
import { TRUST } from "./trust.ts";

export const ATTACKS: readonly Attack[] = [
  {
    name: "an alias bomb in the values of a chart",
    files: { "k/kustomization.yaml": `helmCharts:\n- name: c\n  valuesInline:\n      l0: &l0 x\n${BOMB}` },
    args: ["build", "k", "--enable-helm"],
    refusal: "too-many-aliases",
  },
  {
    name: "an alias bomb in a file that is edited",
    files: { "kustomization.yaml": `helmCharts:\n- name: c\n  valuesInline:\n      l0: &l0 x\n${BOMB}` },
    args: ["edit", "set", "nameprefix", "x-"],
    refusal: "too-many-aliases",
  },
  {
    name: "copies of a JSON patch that double",
    files: {
      ...PROJECT,
      "k/kustomization.yaml": `resources: [r.yaml]\npatches:\n- target: {kind: ConfigMap}\n  patch: |\n` +
        `    - {op: add, path: /a, value: {x: 1}}\n` +
        Array.from({ length: 30 }, (_, i) => `    - {op: copy, from: /a, path: /a/c${i}}\n`).join(""),
    },
    args: ["build", "k"],
    refusal: "too-large",
  },
  {
    name: "a pipe as a resource",
    files: { "k/kustomization.yaml": "resources: [f]\n" },
    prepare: "mkfifo k/f",
    args: ["build", "k"],
    refusal: "not a regular file",
  },
  {
    name: "a pipe as a kustomization",
    files: {},
    prepare: "mkdir k; mkfifo k/kustomization.yaml",
    args: ["build", "k"],
    refusal: "kustomization",
  },
  {
    name: "a namespace that leads out of -o",
    files: {
      ...PROJECT,
      "k/r.yaml": "{apiVersion: v1, kind: A, metadata: {name: a, namespace: ../esc/z}}\n---\n" +
        "{apiVersion: v1, kind: A, metadata: {name: b, namespace: y}}\n",
    },
    prepare: "mkdir out esc",
    args: ["build", "k", "-o", "out"],
    refusal: "cannot be part of a file name",
    after: 'test -z "$(find out esc -type f)"',
  },
  {
    name: "files that others can read",
    files: PROJECT,
    args: ["build", "k", "-o", "f"],
    after: 'test "$(stat -c %a f)" = 600',
  },
  {
    name: "a device as the kustomization that is edited",
    files: {},
    prepare: "mkfifo pipe; ln -s pipe kustomization.yaml",
    args: ["edit", "set", "nameprefix", "x-"],
    refusal: "not a regular file",
    after: "test -p pipe",
  },
  {
    name: "a hard link to a file that is edited",
    files: { "kustomization.yaml": "resources: []\n" },
    prepare: "ln kustomization.yaml other",
    args: ["edit", "set", "nameprefix", "x-"],
    after: "grep -q x- other",
  },
  {
    name: "a function that never ends",
    files: { ...FUNCTION, "k/f": "#!/bin/sh\nsleep 600\n" },
    prepare: "chmod +x k/f",
    args: [...RUN_FUNCTION, "--program-timeout", "1s"],
    refusal: "timed-out",
  },
  {
    name: "a function that writes without end",
    files: { ...FUNCTION, "k/f": "#!/bin/sh\nyes\n" },
    prepare: "chmod +x k/f",
    args: RUN_FUNCTION,
    refusal: "too-large",
  },
  {
    name: "a function that complains without end",
    files: { ...FUNCTION, "k/f": "#!/bin/sh\nhead -c 300000000 /dev/zero >&2; exit 1\n" },
    prepare: "chmod +x k/f",
    args: RUN_FUNCTION,
    refusal: "failed with exit code 1",
  },
  {
    name: "a function that is not a program",
    files: { ...FUNCTION, "k/f": "" },
    args: RUN_FUNCTION,
    refusal: "not executable",
  },
  { name: "no PATH", files: {}, args: ["build", "file:///nowhere/x"], env: { PATH: "" }, refusal: "Error: " },
  {
    name: "arguments that every object has as properties",
    files: {},
    args: ["completion", "toString"],
    refusal: "Error: ",
  },
  {
    name: "flags that every object has as properties",
    files: PROJECT,
    args: ["build", "--__proto__", "k"],
    refusal: "unknown flag",
  },
  {
    name: "an invalid URL",
    files: { "k/kustomization.yaml": 'resources: ["http://us%zz:p@:x/"]\n' },
    args: ["build", "k"],
    refusal: "Error: ",
  },
  {
    name: "a code cache planted by another user",
    files: PROJECT,
    prepare: "mkfifo tmp/deno-compile-kust.cache",
    args: ["build", "k"],
  },
  {
    name: "an escape sequence in a folder's name",
    files: { "\u001b[31mx/kustomization.yaml": "x: 1\n" },
    args: ["build", "--all", ".", "-o", "out"],
    refusal: "\ufffd[31mx",
  },
  ...LARGE_INPUT,
  ...TRUST,
  ...SPECIAL_FILES,
];
