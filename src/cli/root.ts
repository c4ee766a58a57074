/** All commands by name. Each is loaded on demand. */

import type { CommandGroup, Subcommands } from "./command.ts";

const subcommands: Subcommands = {
  affected: {
    summary: "Show which targets a change may alter",
    load: () => import("./affected/affected.ts"),
  },
  build: {
    summary: "Build a kustomization from a directory or URL",
    load: () => import("./build/build.ts"),
  },
  cfg: {
    summary: "Print, count and search the resources of a folder",
    load: () => import("./cfg/cfg.ts"),
  },
  completion: {
    summary: "Print a completion script for a shell",
    load: () => import("./completion/completion.ts"),
  },
  create: {
    summary: "Create a kustomization in the current folder",
    aliases: ["init"],
    load: () => import("./create.ts"),
  },
  diff: {
    summary: "Show differences between two builds, and their effects on the cluster",
    load: () => import("./diff/diff.ts"),
  },
  deps: {
    summary: "Show what a build reads, or which builds read a file",
    load: () => import("./deps/deps.ts"),
  },
  edit: {
    summary: "Change a kustomization file",
    load: () => import("./edit/edit.ts"),
  },
  explain: {
    summary: "Show which file and line set a field",
    load: () => import("./explain/explain.ts"),
  },
  fn: {
    summary: "Run functions on the resources of a folder",
    load: () => import("./fn/fn.ts"),
  },
  help: {
    summary: "Show help for a command or a topic",
    load: () => import("./help/help.ts"),
  },
  lint: {
    summary: "Find mistakes that build successfully",
    load: () => import("./lint/lint.ts"),
  },
  localize: {
    summary: "Copy a kustomization and everything it references",
    load: () => import("./localize.ts"),
  },
  openapi: {
    summary: "Work with Kubernetes OpenAPI data",
    hidden: true,
    load: () => import("./openapi/openapi.ts"),
  },
  schema: {
    summary: "Print the JSON schema of kustomization files",
    load: () => import("./schema.ts"),
  },
  verify: {
    summary: "Compare every build with kustomize's",
    load: () => import("./verify/verify.ts"),
  },
  version: {
    summary: "Print the version",
    load: () => import("./version.ts"),
  },
  "__complete": {
    summary: "Print completions for a shell",
    hidden: true,
    load: () => import("./completion/complete.ts"),
  },
  "docs-fn": {
    summary: "How a kustomization runs functions",
    topic: true,
    load: async () => ({ command: (await import("./help/topics.ts")).functions }),
  },
  "docs-fn-spec": {
    summary: "What a function reads and prints",
    topic: true,
    load: async () => ({ command: (await import("./help/topics.ts")).functionSpecification }),
  },
  "docs-io-annotations": {
    summary: "Annotations that tools preserve",
    topic: true,
    load: async () => ({ command: (await import("./help/topics.ts")).annotations }),
  },
  "docs-merge": {
    summary: "How a patch is merged into a resource",
    topic: true,
    load: async () => ({ command: (await import("./help/topics.ts")).merge }),
  },
  "docs-merge3": {
    summary: "What a three-way merge is",
    topic: true,
    load: async () => ({ command: (await import("./help/topics.ts")).threeWayMerge }),
  },
  "tutorials-command-basics": {
    summary: "How to look at the resources of a folder",
    topic: true,
    load: async () => ({ command: (await import("./help/topics.ts")).commandTutorial }),
  },
  "tutorials-function-basics": {
    summary: "How to run functions on a folder",
    topic: true,
    load: async () => ({ command: (await import("./help/topics.ts")).functionTutorial }),
  },
};

export const root: CommandGroup = {
  manual: {
    long: "Kubernetes configuration without templates: kustomize, in one self-contained program.",
  },
  subcommands,
};
