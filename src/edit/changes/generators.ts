/** Edits of `configMapGenerator` and `secretGenerator`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import { didYouMean } from "../../diagnostics/did_you_mean.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { EditedFile } from "../edited_file.ts";
import type { GeneratorOptions, SecretArgs } from "../fields.ts";

export type GeneratorField = "configMapGenerator" | "secretGenerator";

/** The kinds that the generators of a field create. */
const NOUNS = { configMapGenerator: "ConfigMap", secretGenerator: "Secret" } as const;

/** Identifies a generator; no namespace is the same as `default`. */
export interface GeneratorId {
  name: string;
  namespace: string;
}

/** The additions of `edit add configmap` and `edit add secret` to a generator. */
export interface GeneratorAdditions {
  literals: string[];
  files: string[];
  /** "" for none. */
  envFile: string;
  /** "" leaves it unchanged. */
  behavior: string;
  /** For a new Secret. */
  type: string;
  disableNameSuffixHash: boolean;
}

/** Adds to the generator with that name, or creates one. Returns it. */
export function addToGenerator(
  file: EditedFile,
  field: GeneratorField,
  id: GeneratorId,
  additions: GeneratorAdditions,
): SecretArgs {
  const generators: SecretArgs[] = file.fields[field] ??= [];
  let generator = findGenerator(generators, id);
  if (generator === undefined) generators.push(generator = { ...id, type: additions.type });
  if (additions.literals.length > 0) generator.literals = [...generator.literals ?? [], ...additions.literals];
  if (additions.files.length > 0) generator.files = [...generator.files ?? [], ...additions.files];
  if (additions.envFile !== "") generator.envs = [...generator.envs ?? [], additions.envFile];
  // As in kustomize, the generator loses its labels and annotations here.
  if (additions.disableNameSuffixHash) generator.options = { disableNameSuffixHash: true };
  if (additions.behavior !== "") generator.behavior = additions.behavior;
  generator.options = mergedOptions(generator.options, file.fields.generatorOptions);
  return generator;
}

/** Sets new values for existing literals, and the namespace (unless it is ""). Returns the generator. */
export function setInGenerator(
  file: EditedFile,
  field: GeneratorField,
  id: GeneratorId,
  changes: { literals: string[]; namespace: string },
): SecretArgs {
  const generators = file.fields[field] ?? [];
  const generator = findGenerator(generators, id) ?? failMissing(file, field, id.name);
  if (changes.literals.length > 0) generator.literals = updatedLiterals(file, field, generator, changes.literals);
  if (changes.namespace !== "") generator.namespace = changes.namespace;
  generator.options = mergedOptions(generator.options, file.fields.generatorOptions);
  return generator;
}

/** Removes generators, with a notice for each missing name. Throws `KustError` if all are missing. */
export function removeGenerators(file: EditedFile, field: GeneratorField, names: string[], namespace: string): void {
  const noun = NOUNS[field].toLowerCase();
  const generators: SecretArgs[] = file.fields[field] ?? [];
  const removed = names.flatMap((name) => generators.filter((one) => isGenerator(one, { name, namespace })));
  if (removed.length === 0) {
    const near = nearest(names[0]!, generators.map(({ name }) => name ?? ""));
    fail("no-match", `no specified ${noun}(s) were found in the kustomization file`, {
      ...file.placed(field),
      hint: near === undefined || names.includes(near) ? hintOfNamespace(generators, names) : didYouMean(near),
    });
  }
  for (const name of names) {
    if (removed.some((one) => one.name === name)) continue;
    file.notices.push(`${noun} ${name} doesn't exist in kustomization file`);
  }
  file.fields[field] = generators.filter((one) => !removed.includes(one));
}

function hintOfNamespace(generators: SecretArgs[], names: string[]): string {
  const other = generators.find(({ name }) => names.includes(name ?? ""));
  if (other !== undefined) return `use --namespace ${other.namespace || "default"}`;
  return generators.length === 0
    ? "the list is empty"
    : `existing names: ${generators.map(({ name }) => name ?? "").join(", ")}`;
}

function findGenerator(generators: SecretArgs[], id: GeneratorId): SecretArgs | undefined {
  return generators.find((generator) => isGenerator(generator, id));
}

function isGenerator(generator: SecretArgs, { name, namespace }: GeneratorId): boolean {
  return (generator.name ?? "") === name && (generator.namespace || "default") === (namespace || "default");
}

function failMissing(file: EditedFile, field: GeneratorField, name: string): never {
  const names = (file.fields[field] ?? []).map((generator) => generator.name ?? "");
  fail("no-match", `unable to find ${NOUNS[field]} with name ${JSON.stringify(name)}`, {
    ...file.placed(field),
    hint: names.includes(name) ? "it is in another namespace: use --namespace" : didYouMean(nearest(name, names)),
  });
}

/** kustomize then writes the literals in random order; kust keeps the order. */
function updatedLiterals(file: EditedFile, field: GeneratorField, generator: SecretArgs, changes: string[]): string[] {
  const values = new Map((generator.literals ?? []).map(splitLiteral));
  for (const change of changes) {
    const [key, value] = splitLiteral(change);
    if (!values.has(key)) {
      fail("no-match", `key '${key}' not found in resource`, {
        ...file.placed(field),
        hint: didYouMean(nearest(key, values.keys())),
      });
    }
    values.set(key, value);
  }
  return [...values].map(([key, value]) => `${key}=${value}`);
}

function splitLiteral(literal: string): [key: string, value: string] {
  const [key = "", value, ...more] = literal.split("=");
  if (value === undefined || more.length > 0) {
    fail("invalid-literal", `'${literal}': literal values must be specified in the key=value format`, {
      hint: "'edit set' requires exactly one '=' in each literal, including those already in the file",
    });
  }
  return [key, value];
}

/** A generator's options merged with `generatorOptions`, which kustomize writes into the generator. */
function mergedOptions(
  own: GeneratorOptions | undefined,
  shared: GeneratorOptions | undefined,
): GeneratorOptions | undefined {
  if (shared === undefined) return own;
  return {
    labels: mergedMap(own?.labels, shared.labels),
    annotations: mergedMap(own?.annotations, shared.annotations),
    disableNameSuffixHash: own?.disableNameSuffixHash || shared.disableNameSuffixHash,
    immutable: own?.immutable || shared.immutable,
  };
}

function mergedMap(
  own: Map<string, string> | undefined,
  shared: Map<string, string> | undefined,
): Map<string, string> | undefined {
  return own === undefined && shared === undefined ? undefined : new Map([...shared ?? [], ...own ?? []]);
}
