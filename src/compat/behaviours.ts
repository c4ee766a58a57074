/**
 * What kustomize does otherwise from release to release: the one table. docs/releases.md is written from it.
 *
 * A row holds from `since` on, and up to `until`; the releases named are those in which kustomize changed.
 */

export interface Row {
  since?: string;
  until?: string;
  /** What the releases with this behaviour do. */
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
    otherwise: "they are refused, but for those of the resource itself",
  },
  "volume-claim-template-labels": {
    since: "v5.8.2",
    does: "`labels` with `includeTemplates` leaves the `volumeClaimTemplates` of a StatefulSet alone; the field " +
      "`includeVolumeClaimTemplates`, and `volumeClaimTemplateLabels` in configurations, are for those",
    otherwise: "`includeTemplates` labels them too, and there are no such fields",
    threads: [5831],
  },
  "refuses-dotted-paths": {
    since: "v5.8.2",
    does: "a base whose path has a part that holds `..` and more is refused: most likely two list items became one",
    otherwise: "the path is followed",
    threads: [6087],
  },
  "options-in-texts": {
    since: "v5.8.2",
    does: "a replacement into JSON or YAML inside a text heeds `delimiter` and `index`",
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
    does: "the command `edit add configuration`",
    otherwise: "there is none",
    threads: [6037],
  },
  "edit-remove-component": {
    since: "v5.8.2",
    does: "the command `edit remove component`",
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
    does: "a chart without a namespace gets that of the nearest kustomization above that has one",
    otherwise: "it gets none from above",
    threads: [6027, 6031],
  },
  "helm-4": {
    since: "v5.8.1",
    does: "helm may be of version 4, and is asked for its version without `-c`",
    otherwise: "it must be of version 3",
  },
  "charts-get-namespace": {
    since: "v5.8.0",
    does: "a chart without a namespace gets that of its kustomization, and `namespace` leaves its resources alone, " +
      "which are marked by an annotation",
    otherwise: "charts are rendered without it, and their resources get it like all others",
    threads: [5566],
  },
  "replacements-in-texts": {
    since: "v5.8.0",
    does: "the path of a replacement's target goes on within a text that holds JSON or YAML",
    otherwise: "such a path leads to no field",
    threads: [5679],
  },
  "replacement-target-patterns": {
    since: "v5.8.0",
    does: "`select` and `reject` of a replacement's targets are patterns",
    otherwise: "they must be equal",
    threads: [5863],
  },
  "fragment-in-http-path": {
    since: "v5.8.0",
    does: "a `#` in the address of an http file is a part of its path",
    otherwise: "what follows it is left out",
  },
  "any-patch-option": {
    until: "v5.7.1",
    does: "`options` of a patch may have any names",
    otherwise: "only `allowNameChange` and `allowKindChange`",
  },
  "edit-adds-several-labels": {
    since: "v5.8.0",
    does: "`edit add label --without-selector` adds several labels where `labels` has no entry of that sort yet",
    otherwise: "it takes the second for one that is there already, and fails without `--force`",
  },
  "image-volumes": {
    since: "v5.7.0",
    does: "`images` changes image volumes of pods and pod templates",
    otherwise: "it leaves them alone",
    threads: [5921],
  },
  "source-value": {
    since: "v5.7.0",
    does: "the field `sourceValue` of a replacement",
    otherwise: "there is none",
    threads: [5630],
  },
  "chart-devel": {
    since: "v5.7.0",
    does: "the field `devel` of a chart",
    otherwise: "there is none",
    threads: [5865],
  },
  "empty-patch-with-target": {
    since: "v5.7.0",
    does: "a patch without any content is read, as one of each sort",
    otherwise: "it is an error: it is both sorts of patch at once",
    threads: [5771],
  },
  "own-version": {
    since: "v5.7.0",
    does: "the label of `managedByLabel` tells the release",
    otherwise: "`kustomize-(devel)`, as kubectl and what `go install` builds say",
  },
  "shell-words": {
    since: "v5.7.1",
    does: "in `argsOneLiner` of a plugin a `#` begins a comment anywhere, and a quote that does not end is an error",
    otherwise: "only where a word begins, and the words from there on are left out; empty words in quotes are kept",
  },
  "exec-function-arguments": {
    since: "v5.7.0",
    does: "`args` and `envs` of a function that is a program",
    otherwise: "there are no such fields",
  },
  "replacements-as-omitempty": {
    until: "v5.6.0",
    does: "a ReplacementTransformer takes replacements also from a field that is called `omitempty`",
    otherwise: "the field is ignored",
  },
} as const satisfies Readonly<Record<string, Row>>;

export type Behaviour = keyof typeof BEHAVIOURS;

/** Those that ended before the newest release. */
export type LostBehaviour = {
  [Name in Behaviour]: typeof BEHAVIOURS[Name] extends { until: string } ? Name : never;
}[Behaviour];
