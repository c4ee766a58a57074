/** Faults of the kustomization file itself, and of any file that is read field by field. */

import type { CodeTable, Examples } from "./entry.ts";

export const KUSTOMIZATION_CODES = {
  "conflicting-field-specs": {
    meaning: "Two field specs for one path and kind disagree on 'create'.",
    remedy: "Give both the same value of 'create', or remove one.",
  },
  "deprecated-field": {
    meaning: "A field is deprecated: kustomize plans to remove it.",
    remedy: "Run 'kust edit fix', or use the field that the warning names.",
    isWarning: true,
  },
  "empty-kustomization": {
    meaning: "A kustomization file sets no field.",
    remedy: "Add 'resources' or another field.",
  },
  "invalid-crd": {
    meaning: "A file under 'crds' does not map type names to openapi schemas.",
    remedy: "List CustomResourceDefinitions under 'resources'. 'crds' takes openapi definitions only.",
  },
  "invalid-field-spec": {
    meaning: "A field spec has a path that cannot be used.",
    remedy: "Write the names of fields with slashes between them. Lists are entered by themselves, or marked by '[]'.",
  },
  "invalid-openapi": {
    meaning: "The 'openapi' field, or the document that it names, cannot be used.",
    remedy: "Name a document with 'definitions' by 'path', or the built-in version by 'version'.",
  },
  "invalid-value": {
    meaning: "A field has a value that it does not accept.",
    remedy: "Use one of the values that the message lists.",
  },
  "missing-field": {
    meaning: "A required field is missing.",
    remedy: "Add the field that the message names.",
  },
  "order-given-twice": {
    meaning: "Both the flag --reorder and the field 'sortOptions' set the order of resources; the field wins.",
    remedy: "Leave out the flag, which is deprecated.",
    isWarning: true,
  },
  "unknown-field": {
    meaning: "An object has an unknown field.",
    remedy: "Correct the spelling, or remove the field.",
  },
  "wrong-kind": {
    meaning: "An object is of a kind that does not belong there.",
    remedy: "List it under the field for its kind: Components under 'components', everything else under 'resources'.",
  },
  "wrong-type": {
    meaning: "A value has the wrong type for its field.",
    remedy: "Write the type that the message expects. Numbers and booleans become strings in quotes.",
  },
} as const satisfies CodeTable;

export const KUSTOMIZATION_EXAMPLES: Examples<typeof KUSTOMIZATION_CODES> = {
  "conflicting-field-specs": {
    bad: {
      files: {
        "kustomization.yaml": "resources: [deployment.yaml]\nconfigurations: [config.yaml]",
        "config.yaml": "commonLabels: [{path: metadata/labels, create: false}]",
      },
    },
    good: {
      files: {
        "kustomization.yaml": "resources: [deployment.yaml]\nconfigurations: [config.yaml]",
        "config.yaml": "commonLabels: [{path: metadata/labels, create: true}]",
      },
    },
  },
  "deprecated-field": {
    bad: "resources: [deployment.yaml]\ncommonLabels: {app: web}",
    good: "resources: [deployment.yaml]\nlabels: [{pairs: {app: web}, includeSelectors: true}]",
  },
  "empty-kustomization": {
    bad: "kind: Kustomization",
    good: "kind: Kustomization\nresources: [deployment.yaml]",
  },
  "invalid-crd": {
    bad: {
      files: {
        "kustomization.yaml": "resources: [deployment.yaml]\ncrds: [crd.yaml]",
        "crd.yaml": "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition",
      },
    },
    good: {
      files: {
        "kustomization.yaml": "resources: [deployment.yaml]\ncrds: [types.yaml]",
        "types.yaml": "example.com/v1.Bee: {Schema: {properties: {action: {type: string}}}}",
      },
    },
  },
  "invalid-field-spec": {
    bad: {
      files: {
        "kustomization.yaml": "resources: [deployment.yaml]\nnamePrefix: dev-\nconfigurations: [config.yaml]",
        "config.yaml": "namePrefix: [{path: spec//name}]",
      },
    },
    good: {
      files: {
        "kustomization.yaml": "resources: [deployment.yaml]\nnamePrefix: dev-\nconfigurations: [config.yaml]",
        "config.yaml": "namePrefix: [{path: spec/name}]",
      },
    },
  },
  "invalid-openapi": {
    bad: "resources: [deployment.yaml]\nopenapi: {version: v1.30.0}",
    good: "resources: [deployment.yaml]\nopenapi: {version: v1.21.2}",
  },
  "invalid-value": {
    bad: "resources: [deployment.yaml]\nsortOptions: {order: alphabetical}",
    good: "resources: [deployment.yaml]\nsortOptions: {order: fifo}",
  },
  "missing-field": {
    bad: {
      files: {
        "kustomization.yaml": "resources: [deployment.yaml]\ntransformers: [prefix.yaml]",
        "prefix.yaml": "apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: prefix}\nprefix: dev-",
      },
    },
    good: {
      files: {
        "kustomization.yaml": "resources: [deployment.yaml]\ntransformers: [prefix.yaml]",
        "prefix.yaml":
          "apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: prefix}\nprefix: dev-\nfieldSpecs: [{path: metadata/name}]",
      },
    },
  },
  "order-given-twice": {
    bad: {
      run: "build --reorder legacy",
      files: { "kustomization.yaml": "resources: [deployment.yaml]\nsortOptions: {order: fifo}" },
    },
    good: "resources: [deployment.yaml]\nsortOptions: {order: fifo}",
  },
  "unknown-field": {
    bad: "resuorces: [deployment.yaml]",
    good: "resources: [deployment.yaml]",
  },
  "wrong-kind": {
    bad: {
      files: {
        "kustomization.yaml": "resources: [tls]",
        "tls/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnameSuffix: -tls",
      },
    },
    good: {
      files: {
        "kustomization.yaml": "resources: [deployment.yaml]\ncomponents: [tls]",
        "tls/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnameSuffix: -tls",
      },
    },
  },
  "wrong-type": {
    bad: "resources: deployment.yaml",
    good: "resources: [deployment.yaml]",
  },
};
