/** git repositories and http files. */

import type { CodeTable, Examples } from "./entry.ts";

export const REMOTE_CODES = {
  "forced-git": {
    meaning: "The prefix 'git::' of a repository is ignored, and will be an error in a later kustomize.",
    remedy: "Remove the prefix.",
    isWarning: true,
  },
  "git-failed": {
    meaning: "git reports an error, or takes too long.",
    remedy:
      "The notes have git's own words. Check the address, the ref and the credentials; '?timeout=2m' allows more time.",
  },
  "html-page": {
    meaning: "An address returns a web page instead of resources.",
    remedy: "Use the URL of the file itself: on GitHub, the one that the 'Raw' button leads to.",
  },
  "http-failed": {
    meaning: "A file cannot be fetched over http.",
    remedy: "Check the address and the network. '?timeout=2m' allows more time.",
  },
  "invalid-url": {
    meaning: "A URL is malformed, or has parts that cannot be used.",
    remedy: "Correct the URL.",
  },
  "is-repository": {
    meaning: "The URL of a git repository is used for a file.",
    remedy: "Use the URL of the file itself, as https://raw.githubusercontent.com serves it.",
  },
  "no-capability": {
    meaning: "A build needs programs or remote sources, and the program that embeds kust provides none.",
    remedy: "Pass 'remote' and 'capabilities' to build(), or use the kust program.",
  },
  "not-allowed": {
    meaning: "Deno's permissions do not allow what the command needs.",
    remedy: "Add the flags that the notes list to 'deno run', or use a compiled program.",
  },
  "offline": {
    meaning: "With --offline, a remote source is not in the cache.",
    remedy: "Build once with --remote-cache DIR and without --offline, then with the same DIR.",
  },
  "remote-refused": {
    meaning: "With --no-remote, a kustomization needs a remote source.",
    remedy: "Copy the source next to the kustomization ('kust localize' does), or build without --no-remote.",
  },
  "too-large": {
    meaning:
      "A file from a server, the output of a program, the result of copies, labels or patterns, or the number of bases is too large.",
    remedy: "Allow larger files with --max-download, such as 256Mi. The other limits are fixed.",
  },
  "unsafe-argument": {
    meaning: "A text would be taken for an option of git, ssh or helm, which can run any command.",
    remedy: "Do not build this kustomization unless you know why it contains this argument.",
  },
} as const satisfies CodeTable;

const REPOSITORY = { "kustomization.yaml": "resources: ['https://github.com/org/repo?ref=v1']" };
const HTTP_FILE = { "kustomization.yaml": "resources: [https://example.com/app.yaml]" };
const LOCAL = { "kustomization.yaml": "resources: [deployment.yaml]" };

export const REMOTE_EXAMPLES: Examples<typeof REMOTE_CODES> = {
  "forced-git": {
    bad: {
      given: "git works",
      files: { "kustomization.yaml": "resources: ['git::https://github.com/org/repo?ref=v1']" },
    },
    good: { given: "git works", files: REPOSITORY },
  },
  "git-failed": {
    bad: { given: "git reports an error", files: REPOSITORY },
    good: { given: "git works", files: REPOSITORY },
  },
  "html-page": {
    bad: { given: "the server answers with a web page", files: HTTP_FILE },
    good: { given: "the server answers with resources", files: HTTP_FILE },
  },
  "http-failed": {
    bad: { given: "the server answers 404", files: HTTP_FILE },
    good: { given: "the server answers with resources", files: HTTP_FILE },
  },
  "invalid-url": {
    bad: { files: { "kustomization.yaml": "resources: ['http://:x/']" } },
    good: { given: "the server answers with resources", files: HTTP_FILE },
  },
  "is-repository": {
    bad: {
      files: {
        "kustomization.yaml": "resources: [deployment.yaml]\nconfigurations: [https://github.com/org/repo/app.yaml]",
      },
    },
    good: { files: LOCAL },
  },
  "no-capability": {
    bad: { given: "an embedder calls build() without remote sources", files: REPOSITORY },
    good: { given: "an embedder calls build() without remote sources", files: LOCAL },
  },
  "not-allowed": {
    bad: { given: "deno run is given no --allow-net", files: HTTP_FILE },
    good: { given: "deno run is given no --allow-net", files: LOCAL },
  },
  "offline": {
    bad: { run: "build --offline", files: REPOSITORY },
    good: { run: "build --offline", files: LOCAL },
  },
  "remote-refused": {
    bad: { run: "build --no-remote", files: REPOSITORY },
    good: { run: "build --no-remote", files: LOCAL },
  },
  "too-large": {
    bad: { run: "build --max-download 10", given: "the server answers with resources", files: HTTP_FILE },
    good: { run: "build --max-download 10Ki", given: "the server answers with resources", files: HTTP_FILE },
  },
  "unsafe-argument": {
    bad: { files: { "kustomization.yaml": "resources: ['https://github.com/org/repo?ref=--upload-pack=x']" } },
    good: { given: "git works", files: REPOSITORY },
  },
};
