/** Functions, plugins, and the programs behind them. */

import type { CodeTable, Example, Examples } from "./entry.ts";

export const PLUGIN_CODES = {
  "cannot-run": {
    meaning: "A program that is needed is missing, or cannot be started.",
    remedy: "Install it, put it on PATH, or make it executable: the hint says which.",
  },
  "function-failed": {
    meaning: "A function or plugin ends with an exit code other than 0.",
    remedy: "Its error is on standard error and in the notes. Correct its input.",
  },
  "go-plugin": {
    meaning: "A plugin is a Go shared object, which only the kustomize that it was built with can load.",
    remedy: "Turn it into an executable or a KRM function.",
  },
  "mount-not-permitted": {
    meaning: "A function mounts a folder outside the kustomization.",
    remedy: "Mount a folder below the kustomization, by a relative path.",
  },
  "network-disabled": {
    meaning: "A function requests network access, which is not enabled.",
    remedy: "Build with --network if you trust the function.",
  },
  "plugin-not-found": {
    meaning: "There is no program for a plugin.",
    remedy: "Set KUSTOMIZE_PLUGIN_HOME to the plugins' folder, or add the annotation config.kubernetes.io/function.",
  },
  "plugins-disabled": {
    meaning: "A kustomization uses a function or plugin that is not built in, and they are not enabled.",
    remedy: "Build with --enable-alpha-plugins, and --enable-exec for programs, if you trust the kustomization.",
  },
  "root-folder": {
    meaning: "An exec function would run in the folder '/'.",
    remedy: "Move the kustomization into its own folder.",
  },
  "timed-out": {
    meaning: "A function, a plugin, helm, or the program of verify takes longer than it may.",
    remedy: "Allow more time with --program-timeout, such as 30m.",
  },
  "unknown-plugin": {
    meaning: "There is no built-in generator or transformer of that kind.",
    remedy: "Correct the kind: 'kust edit alpha-list-builtin-plugin' lists them.",
  },
  "validator-changed": {
    meaning: "A validator changes or adds resources.",
    remedy: "List it under 'transformers' instead, or let it print the resources as it read them.",
  },
} as const satisfies CodeTable;

/** A build with a function that is configured by one file. */
function configured(field: string, config: string, rest: Partial<Exclude<Example, string>> = {}): Example {
  const files = {
    "kustomization.yaml": `resources: [deployment.yaml]\n${field}: [plugin.yaml]`,
    "plugin.yaml": config,
  };
  return { run: "build --enable-alpha-plugins --enable-exec", ...rest, files };
}

function functionOf(spec: string): string {
  return `apiVersion: example.com/v1
kind: AddLabel
metadata:
  name: add-label
  annotations:
    config.kubernetes.io/function: "${spec}"`;
}

const EXEC = functionOf("exec: {path: ./add-label}");
const LEGACY = "apiVersion: example.com/v1\nkind: AddLabel\nmetadata: {name: add-label}";

export const PLUGIN_EXAMPLES: Examples<typeof PLUGIN_CODES> = {
  "cannot-run": {
    bad: {
      given: "git is not installed",
      files: { "kustomization.yaml": "resources: ['https://github.com/org/repo?ref=v1']" },
    },
    good: {
      given: "git works",
      files: { "kustomization.yaml": "resources: ['https://github.com/org/repo?ref=v1']" },
    },
  },
  "function-failed": {
    bad: configured("transformers", EXEC, { given: "the function exits with code 1" }),
    good: configured("transformers", EXEC, { given: "the function succeeds" }),
  },
  "go-plugin": {
    bad: {
      run: "build --enable-alpha-plugins",
      files: {
        "kustomization.yaml": "resources: [deployment.yaml]\ntransformers: [plugin.yaml]",
        "plugin.yaml": LEGACY,
        "home/kustomize/plugin/example.com/v1/addlabel/AddLabel.so": "",
      },
    },
    good: configured("transformers", EXEC, { given: "the function succeeds" }),
  },
  "mount-not-permitted": {
    bad: configured(
      "transformers",
      functionOf("container: {image: add-label, mounts: [{type: bind, src: ../data, dst: /data}]}"),
      { given: "the function succeeds" },
    ),
    good: configured(
      "transformers",
      functionOf("container: {image: add-label, mounts: [{type: bind, src: data, dst: /data}]}"),
      { given: "the function succeeds" },
    ),
  },
  "network-disabled": {
    bad: configured("transformers", functionOf("container: {image: add-label, network: true}"), {
      given: "the function succeeds",
    }),
    good: configured("transformers", functionOf("container: {image: add-label, network: true}"), {
      given: "the function succeeds",
      run: "build --enable-alpha-plugins --network",
    }),
  },
  "plugin-not-found": {
    bad: configured("transformers", LEGACY),
    good: configured("transformers", EXEC, { given: "the function succeeds" }),
  },
  "plugins-disabled": {
    bad: configured("transformers", EXEC, { run: "build" }),
    good: configured("transformers", EXEC, { given: "the function succeeds" }),
  },
  "root-folder": {
    bad: {
      run: "build / --enable-alpha-plugins --enable-exec",
      files: { "/kustomization.yaml": "transformers: [plugin.yaml]", "/plugin.yaml": EXEC },
    },
    good: configured("transformers", EXEC, { given: "the function succeeds" }),
  },
  "timed-out": {
    bad: configured("transformers", EXEC, { given: "the function does not end" }),
    good: configured("transformers", EXEC, { given: "the function succeeds" }),
  },
  "unknown-plugin": {
    bad: configured("transformers", "apiVersion: builtin\nkind: PrefixTransfromer\nmetadata: {name: prefix}"),
    good: configured(
      "transformers",
      "apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: prefix}\nprefix: a-\nfieldSpecs: [{path: metadata/name}]",
    ),
  },
  "validator-changed": {
    bad: configured("validators", EXEC, { given: "the function changes a label" }),
    good: configured("transformers", EXEC, { given: "the function changes a label" }),
  },
};
