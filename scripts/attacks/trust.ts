/** Attacks by names, and on what may run, be read and be written. */

import { type Attack, FUNCTION, PROJECT } from "./attack.ts";

export const TRUST: readonly Attack[] = [
  ...["constructor", "__proto__", "toString"].map((kind): Attack => ({
    name: `a plugin of the kind ${kind}`,
    files: { "k/kustomization.yaml": `transformers: ["{apiVersion: builtin, kind: ${kind}, metadata: {name: x}}"]\n` },
    args: ["build", "k"],
    refusal: "unknown-plugin",
  })),
  {
    name: "names that every object has, wherever a user can write a name",
    files: {
      "k/kustomization.yaml": "resources: [r.yaml]\nlabels: [{pairs: {constructor: x, __proto__: z}}]\n" +
        "images: [{name: __proto__, newTag: v}]\n" +
        "configMapGenerator: [{name: __proto__, literals: [constructor=1, __proto__=2]}]\n",
      "k/r.yaml": "apiVersion: __proto__/v1\nkind: constructor\nmetadata: {name: toString, labels: {valueOf: x}}\n" +
        "spec: {replicas: 2, containers: [{name: hasOwnProperty, image: __proto__}]}\n",
    },
    args: ["build", "k"],
    after:
      "grep -q '__proto__: z' stdout && grep -q '^  __proto__: \"2\"' stdout && grep -q 'image: __proto__:v' stdout",
  },
  {
    name: "a mount with further fields",
    files: {
      ...FUNCTION,
      "k/t.yaml":
        "apiVersion: x/v1\nkind: Fn\nmetadata:\n  name: f\n  annotations:\n    config.kubernetes.io/function: |\n" +
        '      container: {image: x, mounts: [{type: bind, src: "a,source=/,target=/host", dst: /x}]}\n',
      "bin/docker": "#!/bin/sh\ntouch ran\ncat\n",
    },
    prepare: "chmod +x bin/docker",
    args: ["build", "k", "--enable-alpha-plugins"],
    refusal: "mount-not-permitted",
    after: "test ! -e ran",
  },
  {
    name: "a plugin outside the folder of plugins",
    files: {
      "k/kustomization.yaml": "generators: [t.yaml]\n",
      "k/t.yaml": "apiVersion: x/v1\nkind: ../../../k/evil\nmetadata: {name: f}\n",
      "k/evil": "#!/bin/sh\ntouch ran\n",
      "home/x/v1/y": "",
    },
    prepare: "chmod +x k/evil",
    args: ["build", "k", "--enable-alpha-plugins"],
    env: { KUSTOMIZE_PLUGIN_HOME: "home" },
    refusal: "plugin-not-found",
    after: "test ! -e ran",
  },
  {
    name: "a chart whose name is a path",
    files: { "k/kustomization.yaml": "helmCharts: [{name: ../../loot, valuesFile: v.yaml}]\n", "k/v.yaml": "a: b\n" },
    args: ["build", "k", "--enable-helm"],
    refusal: "is a path",
  },
  {
    name: "a null character in an argument of helm",
    files: { "k/kustomization.yaml": 'helmCharts: [{name: c, releaseName: "a\\0b"}]\n' },
    args: ["build", "k", "--enable-helm"],
    refusal: "null character",
  },
  {
    name: "a configuration of helm that comes with the kustomization",
    files: {
      "kustomization.yaml": "helmGlobals: {configHome: hc}\nhelmCharts: [{name: c, repo: 'evil://x'}]\n",
      "hc/.data/plugins/ev/plugin.yaml": "name: ev\n",
    },
    args: ["build", ".", "--enable-helm"],
    refusal: "unsafe-configuration",
  },
  {
    name: "a chart of a repository with a link out of it",
    files: {
      "r/kustomization.yaml": "helmCharts: [{name: c}]\n",
      "r/charts/c/Chart.yaml": "apiVersion: v2\nname: c\nversion: 1.0.0\n",
    },
    prepare: "ln -s /etc/hostname r/charts/c/p; cd r && git init -q -b main . && git add -A && " +
      "git -c user.email=a@b -c user.name=x commit -qm x",
    args: ["build", "file://DIR/r", "--enable-helm"],
    refusal: "outside-root",
  },
  {
    name: "a cache that others can write",
    files: {},
    prepare: "mkdir cache; chmod 777 cache",
    args: ["build", "file://DIR/r?ref=0123456789012345678901234567890123456789", "--remote-cache", "cache"],
    refusal: "Error: ",
    after: 'test -z "$(ls -A cache)"',
  },
  {
    name: "a cache in a folder that others can write",
    files: {},
    prepare: "mkdir -p open/cache; chmod 777 open; chmod 700 open/cache; git init -q r; cd r; " +
      "git -c user.email=a@b -c user.name=x commit -qm x --allow-empty",
    args: ["build", "file://DIR/r?ref=HEAD", "--remote-cache", "open/cache"],
    refusal: "unsafe-configuration",
    after: 'test -z "$(ls -A open/cache/git/refs)"',
  },
  {
    name: "variables through which the runtime would run other code",
    files: { ...PROJECT, "evil.js": 'require("fs").writeFileSync("ran", "x");\n' },
    args: ["build", "k"],
    env: { BUN_OPTIONS: "--preload ./evil.js", BUN_BE_BUN: "1", NODE_OPTIONS: "--require ./evil.js" },
    after: "test ! -e ran && grep -q 'kind: ConfigMap' stdout",
  },
  {
    name: "bytes that are not UTF-8",
    files: { "kustomization.yaml": "" },
    prepare: "printf '# caf\\351\\nresources: []\\n' > kustomization.yaml; cp kustomization.yaml before",
    args: ["edit", "set", "nameprefix", "x-"],
    refusal: "not UTF-8",
    after: "cmp kustomization.yaml before",
  },
];
