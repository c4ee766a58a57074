/**
 * The differences between kustomize's releases, in one table. docs/releases.md is generated from it.
 *
 * A row applies from the release `since` to the last one before `until`.
 */

export interface Row {
  since?: string;
  until?: string;
  /** What the releases with this behaviour do, as a clause. */
  does: string;
  /** What the others do. */
  otherwise: string;
  /** Numbers of issues and pull requests of kubernetes-sigs/kustomize. */
  threads?: readonly number[];
}

export const BEHAVIOURS = {
  "integer-keys": {
    since: "v5.8.3",
    does: "keys of a mapping that are integers or timestamps are written, as text",
    otherwise: "they are rejected, except at the top level of a resource",
  },
  "volume-claim-template-labels": {
    since: "v5.8.2",
    does: "`labels` with `includeTemplates` does not change the `volumeClaimTemplates` of a StatefulSet; the field " +
      "`includeVolumeClaimTemplates`, and `volumeClaimTemplateLabels` in configurations, do",
    otherwise: "`includeTemplates` labels them too, and there are no such fields",
    threads: [5831],
  },
  "refuses-dotted-paths": {
    since: "v5.8.2",
    does: "a base is rejected if a part of its path contains `..` and more: most likely two list items became one",
    otherwise: "the path is followed",
    threads: [6087],
  },
  "options-in-texts": {
    since: "v5.8.2",
    does: "a replacement into JSON or YAML inside a text observes `delimiter` and `index`",
    otherwise: "`options` other than `create` are ignored there",
    threads: [6029],
  },
  "any-digest": {
    since: "v5.8.2",
    does: "`images` matches names with a digest of any algorithm",
    otherwise: "only those with `@sha256:`",
    threads: [6167],
  },
  "bad-image-pattern-matches-nothing": {
    since: "v5.8.2",
    does: "a name in `images` that is not a valid pattern matches nothing",
    otherwise: "kustomize crashes; here it is an error",
    threads: [6184],
  },
  "cluster-scoped-admission-policies": {
    since: "v5.8.2",
    does: "ValidatingAdmissionPolicy and ValidatingAdmissionPolicyBinding of v1 are cluster-scoped",
    otherwise: "they get a namespace",
    threads: [6056],
  },
  "merges-string-data": {
    since: "v5.8.2",
    does: "`behavior: merge` folds the `stringData` of a Secret into its `data` first",
    otherwise: "`stringData` is lost",
    threads: [6237],
  },
  "images-of-cron-job-volumes": {
    since: "v5.8.2",
    does: "`images` changes image volumes of a CronJob",
    otherwise: "it leaves them alone",
    threads: [6239],
  },
  "edit-add-configuration": {
    since: "v5.8.2",
    does: "there is a command `edit add configuration`",
    otherwise: "there is none",
    threads: [6037],
  },
  "edit-remove-component": {
    since: "v5.8.2",
    does: "there is a command `edit remove component`",
    otherwise: "there is none",
    threads: [6083],
  },
  "checks-fetched-schema": {
    since: "v5.8.2",
    does: "`openapi fetch` fails if what kubectl prints is not JSON",
    otherwise: "it prints `null`",
    threads: [6263],
  },
  "ignores-empty-patches": {
    since: "v5.8.1",
    does: "a patch without any content does nothing",
    otherwise: "it is an error unless it has a target",
    threads: [5956],
  },
  "charts-inherit-namespace": {
    since: "v5.8.1",
    does: "a chart without a namespace gets that of the nearest kustomization above it that has one",
    otherwise: "it inherits none",
    threads: [6027, 6031],
  },
  "helm-4": {
    since: "v5.8.1",
    does: "helm may be version 4, and `helm version` is called without `-c`",
    otherwise: "it must be version 3",
  },
  "charts-get-namespace": {
    since: "v5.8.0",
    does: "a chart without a namespace gets that of its kustomization, and `namespace` leaves its resources alone, " +
      "which are marked by an annotation",
    otherwise: "charts are rendered without one, and their resources get it like all others",
    threads: [5566],
  },
  "replacements-in-texts": {
    since: "v5.8.0",
    does: "the path of a replacement's target may continue inside a text that contains JSON or YAML",
    otherwise: "such a path matches no field",
    threads: [5679],
  },
  "replacement-target-patterns": {
    since: "v5.8.0",
    does: "`select` and `reject` of a replacement's targets are regular expressions",
    otherwise: "they are compared as plain texts",
    threads: [5863],
  },
  "fragment-in-http-path": {
    since: "v5.8.0",
    does: "a `#` in the URL of an http file is a part of its path",
    otherwise: "it and everything after it is dropped",
  },
  "any-patch-option": {
    until: "v5.7.1",
    does: "`options` of a patch may have any fields",
    otherwise: "they may only have `allowNameChange` and `allowKindChange`",
  },
  "edit-adds-several-labels": {
    since: "v5.8.0",
    does: "`edit add label --without-selector` adds several labels if `labels` has no entry without selectors yet",
    otherwise: "it treats the second as existing already, and fails without `--force`",
  },
  "image-volumes": {
    since: "v5.7.0",
    does: "`images` changes image volumes of pods and pod templates",
    otherwise: "it leaves them alone",
    threads: [5921],
  },
  "source-value": {
    since: "v5.7.0",
    does: "replacements have a field `sourceValue`",
    otherwise: "there is no such field",
    threads: [5630],
  },
  "chart-devel": {
    since: "v5.7.0",
    does: "charts have a field `devel`",
    otherwise: "there is no such field",
    threads: [5865],
  },
  "empty-patch-with-target": {
    since: "v5.7.0",
    does: "a patch without any content is accepted",
    otherwise: "it is an error, because it parses as both kinds of patch",
    threads: [5771],
  },
  "patches-after-deletion": {
    since: "v5.7.0",
    does: "patches in one entry of `patches` may follow one that deletes a resource",
    otherwise: "kustomize crashes; here it is an error",
  },
  "own-version": {
    since: "v5.7.0",
    does: "the label of `managedByLabel` contains the release",
    otherwise: "it contains `kustomize-(devel)`, as in kubectl and in builds by `go install`",
  },
  "shell-words": {
    since: "v5.7.1",
    does: "in `argsOneLiner` of a plugin, a `#` starts a comment anywhere, and an unclosed quote is an error",
    otherwise:
      "a `#` does so only at the start of a word, an unclosed quote drops the rest, and empty words in quotes are kept",
  },
  "exec-function-arguments": {
    since: "v5.7.0",
    does: "functions that are programs have fields `args` and `envs`",
    otherwise: "there are no such fields",
  },
  "replacements-as-omitempty": {
    until: "v5.6.0",
    does: "a ReplacementTransformer also takes replacements from a field called `omitempty`",
    otherwise: "the field is ignored",
  },
} as const satisfies Readonly<Record<string, Row>>;

export type Behaviour = keyof typeof BEHAVIOURS;

/** Those that the newest release no longer has. */
export type LostBehaviour = {
  [Name in Behaviour]: typeof BEHAVIOURS[Name] extends { until: string } ? Name : never;
}[Behaviour];
