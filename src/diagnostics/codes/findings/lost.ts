/** Things that are lost, occur twice or become outdated. */

import type { CodeTable, Examples } from "../entry.ts";
import { CONFIG_MAP, linted, onDeployment, reader } from "./example.ts";

export const LOST_CODES = {
  "changing-selector": {
    meaning: "A label that changes with each release is added to selectors, which are immutable.",
    remedy: "Add it with 'labels' without 'includeSelectors'.",
    finding: "warning",
  },
  "empty-file": {
    meaning: "A file under 'resources' contains no resource.",
    remedy: "Remove the entry, or check whether the file has lost its content.",
    finding: "warning",
  },
  "empty-generator": {
    meaning: "A generator has no literals, files or envs, so its object has no data.",
    remedy: "Add data, or remove the generator.",
    finding: "note",
  },
  "floating-ref": {
    meaning: "A remote source has no ref, or names a branch: the output may change although nothing changes here.",
    remedy: "Pin a tag or a commit: '?ref=v1.2.3'.",
    finding: "note",
  },
  "label-in-selector": {
    meaning: "A label is added to selectors, which cannot change once a workload is deployed.",
    remedy:
      "Keep it if it has been there since the first deployment. Otherwise add it with 'labels' without 'includeSelectors'.",
    finding: "note",
  },
  "plain-http": {
    meaning: "A remote source is fetched without encryption.",
    remedy: "Use https.",
    finding: "warning",
  },
  "duplicate-field": {
    meaning: "A field occurs twice in a kustomization, and only the last one is used.",
    remedy: "Merge the two.",
    finding: "warning",
  },
  "duplicate-path": {
    meaning: "A path occurs twice in a list.",
    remedy: "Remove one of them.",
    finding: "warning",
  },
  "unknown-behavior": {
    meaning: "The behavior of a generator is unknown, and treated as 'create'.",
    remedy: "Write create, merge or replace.",
    finding: "warning",
  },
  "unknown-build-metadata": {
    meaning: "An option of 'buildMetadata' is unknown, and ignored.",
    remedy: "Write originAnnotations, transformerAnnotations or managedByLabel.",
    finding: "warning",
  },
  "unlisted-file": {
    meaning: "No kustomization lists a file with Kubernetes objects, although one lists other files of its folder.",
    remedy: "Add it to 'resources', or exclude the path in '.kust.yaml'.",
    finding: "note",
  },
  "unused-component": {
    meaning: "No kustomization here uses a component.",
    remedy: "Add it to 'components' of a kustomization. Keep it if other repositories use it.",
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
  "duplicate-field": linted(
    onDeployment("namePrefix: a-\nnamePrefix: b-\n"),
    onDeployment("namePrefix: b-\n"),
  ),
  "duplicate-path": linted(
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
