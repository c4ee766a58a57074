/** What is lost or written twice, and what ages. */

import type { CodeTable, Examples } from "../entry.ts";
import { CONFIG_MAP, linted, onDeployment, reader } from "./example.ts";

export const LOST_CODES = {
  "changing-selector": {
    meaning: "A label that changes with each release goes into selectors, which no workload can change.",
    remedy: "Add it by 'labels' without 'includeSelectors'.",
    finding: "warning",
  },
  "empty-file": {
    meaning: "A file under 'resources' holds no resource.",
    remedy: "Drop the entry, or look whether the file has lost its content.",
    finding: "warning",
  },
  "empty-generator": {
    meaning: "A generator has no literals, files or envs, and makes an object without data.",
    remedy: "Add what it is to hold, or drop it.",
    finding: "note",
  },
  "floating-ref": {
    meaning: "A remote source names no version, or a branch: the same kustomization may build otherwise tomorrow.",
    remedy: "Pin a tag or a commit: '?ref=v1.2.3'.",
    finding: "note",
  },
  "label-in-selector": {
    meaning: "A label goes into selectors, which cannot change once a workload is deployed.",
    remedy: "Keep it if it was there from the first day. Otherwise add it by 'labels' without 'includeSelectors'.",
    finding: "note",
  },
  "plain-http": {
    meaning: "A remote source is fetched without encryption.",
    remedy: "Use https.",
    finding: "warning",
  },
  "repeated-field": {
    meaning: "A field of a kustomization is there twice, and only the last one counts.",
    remedy: "Merge the two.",
    finding: "warning",
  },
  "repeated-path": {
    meaning: "A list names one path twice.",
    remedy: "Drop one of the two.",
    finding: "warning",
  },
  "unknown-behavior": {
    meaning: "The behavior of a generator is none that kustomize knows, and counts as 'create'.",
    remedy: "Write create, merge or replace.",
    finding: "warning",
  },
  "unknown-build-metadata": {
    meaning: "An option of 'buildMetadata' is none that kustomize knows, and is ignored.",
    remedy: "Write originAnnotations, transformerAnnotations or managedByLabel.",
    finding: "warning",
  },
  "unlisted-file": {
    meaning: "A file with Kubernetes objects lies beside a kustomization, and none names it.",
    remedy: "Add it to 'resources', or leave the path out by '.kust.yaml'.",
    finding: "note",
  },
  "unused-component": {
    meaning: "No kustomization here uses a component.",
    remedy: "Add it to 'components' of one. Keep it if others use it.",
    finding: "note",
  },
} as const satisfies CodeTable;

function generator(fields: string): Record<string, string> {
  return {
    "kustomization.yaml": `resources: [api.yaml]\nconfigMapGenerator:\n- name: api-settings\n${fields}`,
    "api.yaml": reader("api-settings", "LEVEL"),
  };
}

const COMPONENT = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamePrefix: x-\n";

export const LOST_EXAMPLES: Examples<typeof LOST_CODES> = {
  "changing-selector": linted(
    onDeployment("labels:\n- pairs: {version: v2}\n  includeSelectors: true"),
    onDeployment("labels:\n- pairs: {version: v2}\n  includeTemplates: true"),
  ),
  "empty-file": linted(
    { "kustomization.yaml": "resources: [deployment.yaml, service.yaml]\n", "service.yaml": "# to come\n" },
    onDeployment(""),
  ),
  "empty-generator": linted(generator("  literals: []\n"), generator("  literals: [LEVEL=info]\n")),
  "floating-ref": {
    bad: {
      run: "lint",
      files: { "kustomization.yaml": "resources: [deployment.yaml, 'https://example.com/team/base.git']\n" },
      given: "git works",
    },
    good: {
      run: "lint",
      files: { "kustomization.yaml": "resources: [deployment.yaml, 'https://example.com/team/base.git?ref=v1.0.0']\n" },
      given: "git works",
    },
  },
  "label-in-selector": linted(
    onDeployment("labels:\n- pairs: {team: shop}\n  includeSelectors: true"),
    onDeployment("labels:\n- pairs: {team: shop}\n  includeTemplates: true"),
  ),
  "plain-http": {
    bad: {
      run: "lint",
      files: { "kustomization.yaml": "resources: ['http://example.com/app.yaml']\n" },
      given: "the server answers with resources",
    },
    good: {
      run: "lint",
      files: { "kustomization.yaml": "resources: ['https://example.com/app.yaml']\n" },
      given: "the server answers with resources",
    },
  },
  "repeated-field": linted(
    onDeployment("namePrefix: a-\nnamePrefix: b-\n"),
    onDeployment("namePrefix: b-\n"),
  ),
  "repeated-path": linted(
    {
      "kustomization.yaml": "resources: [deployment.yaml]\nconfigurations: [names.yaml, ./names.yaml]\n",
      "names.yaml": "namePrefix: []\n",
    },
    {
      "kustomization.yaml": "resources: [deployment.yaml]\nconfigurations: [names.yaml]\n",
      "names.yaml": "namePrefix: []\n",
    },
  ),
  "unknown-behavior": linted(
    generator("  behavior: creates\n  literals: [LEVEL=info]\n"),
    generator("  behavior: create\n  literals: [LEVEL=info]\n"),
  ),
  "unknown-build-metadata": linted(
    onDeployment("buildMetadata: [originAnnotation]\n"),
    onDeployment("buildMetadata: [originAnnotations]\n"),
  ),
  "unlisted-file": linted(
    { "kustomization.yaml": "resources: [deployment.yaml]\n", "settings.yaml": CONFIG_MAP },
    { "kustomization.yaml": "resources: [deployment.yaml, settings.yaml]\n", "settings.yaml": CONFIG_MAP },
  ),
  "unused-component": linted(
    { "kustomization.yaml": "resources: [deployment.yaml]\n", "prefix/kustomization.yaml": COMPONENT },
    {
      "kustomization.yaml": "resources: [deployment.yaml]\ncomponents: [prefix]\n",
      "prefix/kustomization.yaml": COMPONENT,
    },
  ),
};
