/** What an attack is, and texts that several attacks use. */

export interface Attack {
  name: string;
  /** Files by their paths in the folder in which the program is started. */
  files: Record<string, string>;
  /** Further preparation, as a shell script. */
  prepare?: string;
  /** `DIR` in it becomes the path of the folder. */
  args: string[];
  env?: Record<string, string>;
  /** A part of standard error, if the program must fail. */
  refusal?: string;
  /** A shell script that succeeds if the attack did no harm. */
  after?: string;
}

export const RESOURCE = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
export const PROJECT = { "k/kustomization.yaml": "resources: [r.yaml]\n", "k/r.yaml": RESOURCE };
export const BOMB = Array.from({ length: 12 }, (_, i) => `      l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`)}]\n`)
  .join(
    "",
  );
export const EXEC =
  "apiVersion: x/v1\nkind: Fn\nmetadata:\n  name: f\n  annotations: {config.kubernetes.io/function: 'exec: {path: ./f}'}\n";
export const FUNCTION = {
  "k/kustomization.yaml": "resources: [r.yaml]\ntransformers: [t.yaml]\n",
  "k/r.yaml": RESOURCE,
  "k/t.yaml": EXEC,
};
export const RUN_FUNCTION = ["build", "k", "--enable-alpha-plugins", "--enable-exec"];

export function replacementAt(path: string): string {
  return "resources: [r.yaml]\nreplacements:\n- source: {kind: ConfigMap, fieldPath: metadata.name}\n  targets:\n" +
    `  - {select: {kind: ConfigMap}, fieldPaths: [${path}], options: {create: true}}\n`;
}
