/** The entries of the register of codes. */

/** How bad a finding of `lint` is. */
export type Level = "error" | "warning" | "note";

export interface CodeText {
  /** What is wrong, in a sentence. */
  meaning: string;
  /** What to do about it. */
  remedy: string;
  /** A warning does not make the command fail. kustomize's own warnings are printed without a code. */
  isWarning?: true;
  /** What a change does to a cluster: `kust diff` tells it in its report. */
  isEffect?: true;
  /** Only `lint` and `build --strict` tell it: it does not keep kustomize from building. */
  finding?: Level;
}

/** Input that causes the error or warning, and the same input corrected. */
export interface BadAndGood {
  bad: Example;
  good: Example;
}

export type CodeEntry = CodeText & BadAndGood;

/** The names of a table are codes. */
export type CodeTable = Readonly<Record<string, CodeText>>;

/** A pair for each code of a table. */
export type Examples<Table> = Readonly<Record<keyof Table, BadAndGood>>;

/** A text alone is a kustomization.yaml that is built. */
export type Example = string | {
  /** The command line after `kust`; absent: `build`. */
  run?: string;
  files?: Readonly<Record<string, string>>;
  /** The state of the machine, if the example depends on more than its files. */
  given?: Circumstance;
};

/** Tests have a machine for each (see `src/testing/example_machine.ts`). */
export type Circumstance =
  | "git works"
  | "git reports an error"
  | "git is not installed"
  | "helm 3 is installed and works"
  | "helm 3 is installed and reports an error"
  | "helm 2 is installed"
  | "the function succeeds"
  | "the function exits with code 1"
  | "the function does not end"
  | "the function changes a label"
  | "kubectl reports an error"
  | "the server answers with resources"
  | "the server answers with a web page"
  | "the server answers 404"
  | "the files are saved as Latin-1"
  | "an embedder calls build() without remote sources"
  | "an embedder calls build() with remote sources"
  | "deno run is given no --allow-net"
  | "kust has a bug";

/** Is in the folder of every example. */
export const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  template:
    spec:
      containers:
      - name: web
        image: nginx:1.27
`;

/** The files of an example, without those that every example has. */
export function filesOf(example: Example): Readonly<Record<string, string>> {
  return typeof example === "string" ? { "kustomization.yaml": example } : example.files ?? {};
}

/** The command line of an example. */
export function lineOf(example: Example): string {
  return `kust ${typeof example === "string" ? "build" : example.run ?? "build"}`;
}
