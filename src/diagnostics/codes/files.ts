/** Files and folders. */

import type { CodeTable, Examples } from "./entry.ts";

export const FILE_CODES = {
  "absolute-path": {
    meaning: "A base, component or chart folder is named by an absolute path.",
    remedy: "Use a path relative to the kustomization, so that it works on every machine.",
  },
  "ambiguous-path": {
    meaning:
      "A part of a base's path has '..' and more in it, which happens if one of two list items is indented too far.",
    remedy:
      "Indent all items of the list equally. If the path is intended, write the shorter one that the message names.",
  },
  "cycle": {
    meaning: "A kustomization refers to itself, or to a folder that contains it.",
    remedy: "Remove the reference back: a base must not know its overlays.",
  },
  "empty-path": {
    meaning: "A path is empty.",
    remedy: "Write the path, or remove the entry.",
  },
  "file-error": {
    meaning: "The system refuses to read or write a file.",
    remedy: "The message ends with the system's reason: check that the folder exists, permissions, and free space.",
  },
  "invalid-file-name": {
    meaning: "With -o FOLDER, a resource's name cannot be a file name.",
    remedy: "Write all resources to one file: pass a file, not a folder, to -o.",
  },
  "is-a-folder": {
    meaning: "A folder is named instead of a file.",
    remedy: "Name the files in it one by one.",
  },
  "many-kustomizations": {
    meaning: "A folder has more than one kustomization file.",
    remedy: "Keep one of kustomization.yaml, kustomization.yml and Kustomization.",
  },
  "no-kustomization": {
    meaning: "A folder has no kustomization file.",
    remedy: "Run 'kust create' there, or name another folder.",
  },
  "not-a-folder": {
    meaning: "A file is named instead of a folder with a kustomization.",
    remedy: "Name the folder. A file of resources is listed under 'resources'.",
  },
  "not-found": {
    meaning: "A file or folder does not exist.",
    remedy: "Correct the path, which is relative to the kustomization that names it.",
  },
  "outside-root": {
    meaning:
      "A path leaves the folder that may be read: the kustomization's own for files, the repository for bases. " +
      "Or a link leads out of the folder that -o names.",
    remedy:
      "Move the file below the kustomization, make it a base, or build with --load-restrictor LoadRestrictionsNone. " +
      "Remove the link.",
  },
  "same-output": {
    meaning: "Two targets would be written to the same file.",
    remedy: "Build them with two commands, each with its own output folder.",
  },
} as const satisfies CodeTable;

/** A base that needs no other file. */
const BASE = "configMapGenerator: [{name: settings, literals: [a=1]}]";

export const FILE_EXAMPLES: Examples<typeof FILE_CODES> = {
  "absolute-path": {
    bad: { files: { "kustomization.yaml": "resources: [/srv/base]" } },
    good: { files: { "kustomization.yaml": "resources: [base]", "base/kustomization.yaml": BASE } },
  },
  "ambiguous-path": {
    bad: {
      files: { "kustomization.yaml": "resources:\n- base\n - ../web", "web/kustomization.yaml": BASE },
    },
    good: {
      files: {
        "kustomization.yaml": "resources:\n- base\n- web",
        "base/kustomization.yaml": BASE,
        "web/kustomization.yaml": BASE.replace("settings", "web"),
      },
    },
  },
  "cycle": {
    bad: { files: { "kustomization.yaml": "resources: [base]", "base/kustomization.yaml": "resources: [..]" } },
    good: { files: { "kustomization.yaml": "resources: [base]", "base/kustomization.yaml": BASE } },
  },
  "empty-path": {
    bad: 'resources: [""]',
    good: "resources: [deployment.yaml]",
  },
  "file-error": {
    bad: { run: "build -o missing/out.yaml", files: { "kustomization.yaml": "resources: [deployment.yaml]" } },
    good: { run: "build -o out.yaml", files: { "kustomization.yaml": "resources: [deployment.yaml]" } },
  },
  "invalid-file-name": {
    bad: {
      run: "build -o out",
      files: {
        "kustomization.yaml": "resources: [role.yaml]",
        "role.yaml": "apiVersion: v1\nkind: Role\nmetadata: {name: a/b}",
        "out/.keep": "",
      },
    },
    good: {
      run: "build -o out.yaml",
      files: {
        "kustomization.yaml": "resources: [role.yaml]",
        "role.yaml": "apiVersion: v1\nkind: Role\nmetadata: {name: a/b}",
      },
    },
  },
  "is-a-folder": {
    bad: {
      files: { "kustomization.yaml": "configMapGenerator: [{name: settings, files: [conf]}]", "conf/app.conf": "a=1" },
    },
    good: {
      files: {
        "kustomization.yaml": "configMapGenerator: [{name: settings, files: [conf/app.conf]}]",
        "conf/app.conf": "a=1",
      },
    },
  },
  "many-kustomizations": {
    bad: { files: { "kustomization.yaml": "resources: [deployment.yaml]", "kustomization.yml": "namePrefix: a-" } },
    good: { files: { "kustomization.yaml": "resources: [deployment.yaml]\nnamePrefix: a-" } },
  },
  "no-kustomization": {
    bad: { run: "build apps", files: { "apps/deployment.yaml": "kind: Deployment" } },
    good: { run: "build", files: { "kustomization.yaml": "resources: [deployment.yaml]" } },
  },
  "not-a-folder": {
    bad: { run: "build deployment.yaml" },
    good: { run: "build .", files: { "kustomization.yaml": "resources: [deployment.yaml]" } },
  },
  "not-found": {
    bad: "resources: [deploymnet.yaml]",
    good: "resources: [deployment.yaml]",
  },
  "outside-root": {
    bad: { run: "build app", files: { "app/kustomization.yaml": "resources: [../deployment.yaml]" } },
    good: {
      run: "build app --load-restrictor LoadRestrictionsNone",
      files: { "app/kustomization.yaml": "resources: [../deployment.yaml]" },
    },
  },
  "same-output": {
    bad: {
      run: "build app ./app -o out",
      files: { "app/kustomization.yaml": BASE },
    },
    good: { run: "build app base -o out", files: { "app/kustomization.yaml": BASE, "base/kustomization.yaml": BASE } },
  },
};
