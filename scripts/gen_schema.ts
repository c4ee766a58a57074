/**
 * Writes `src/schema/kubernetes_data.ts` and `src/schema/scope_data.ts` from the facts about the Kubernetes API in
 * `../shared/schema/kubernetes-1.21.2.json`.
 *
 *     deno run --allow-read --allow-write scripts/gen_schema.ts
 */

import { compareTexts } from "../src/text/compare.ts";
import { addToList } from "../src/text/multimap.ts";

/** A field's type in the input file. */
interface InputType {
  type?: string;
  ref?: string;
  items?: InputType;
  additionalProperties?: InputType;
  "x-kubernetes-patch-strategy"?: string;
  "x-kubernetes-patch-merge-key"?: string;
  "x-kubernetes-list-map-keys"?: string[];
}

interface InputDefinition extends InputType {
  properties?: Record<string, InputType>;
  gvk?: { group: string; version: string; kind: string }[];
}

/** The input file: definitions by name, and by `group/version/Kind` whether a kind is namespaced. */
export interface SchemaInput {
  definitions: Record<string, InputDefinition>;
  namespaced: Record<string, boolean>;
}

/** The generated output. */
export interface SchemaOutput {
  kubernetesData: string;
  scopeData: string;
}

const INPUT = new URL("../../shared/schema/kubernetes-1.21.2.json", import.meta.url);
const OUTPUT = new URL("../src/schema/", import.meta.url);

/**
 * Kinds that can only be created: kyaml derives the scope of a kind from the paths at which it can be read, so it knows
 * none of these.
 */
const POSTED_ONLY = /Review$|^TokenRequest$|^Binding$|^Eviction$/;

/** Kinds that every API group lists and nobody stores in a file. */
const NOT_KEPT = /^DeleteOptions$|^WatchEvent$/;

export function generate(input: SchemaInput): SchemaOutput {
  return { kubernetesData: new Encoder(input.definitions).encode(), scopeData: scopeData(input.namespaced) };
}

/** Encodes definitions as the text that `src/schema/kubernetes.ts` decodes; the format is described there. */
class Encoder {
  readonly #definitions: Record<string, InputDefinition>;
  /** Definitions reachable from some kind, sorted; the index is the number of a definition. */
  readonly #reached: string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #names: string[];

  constructor(definitions: Record<string, InputDefinition>) {
    this.#definitions = definitions;
    const reached = new Set<string>();
    for (const name of this.#roots()) this.#reach(name, reached);
    this.#reached = [...reached].sort();
    this.#numbers = new Map(this.#reached.map((name, number) => [name, number]));
    this.#names = this.#fieldNames();
  }

  encode(): string {
    const nameNumbers = new Map(this.#names.map((name, number) => [name, number]));
    const lines = this.#reached.map((name) =>
      Object.entries(this.#definitions[name]!.properties ?? {})
        .map(([field, type]) => number36(nameNumbers.get(field)!) + this.#typeCode(type)).join(" ")
    );
    return header("The fields of the built-in kinds; `kubernetes.ts` decodes it.") +
      constant("KINDS", wrap(this.#kinds(), " ")) +
      constant("DEFINITION_NAMES", this.#definitionNames()) +
      constant("FIELD_NAMES", wrap(this.#names, " ")) +
      constant("DEFINITIONS", lines);
  }

  #roots(): string[] {
    return Object.keys(this.#definitions).filter((name) => this.#keptKinds(name).length > 0);
  }

  #keptKinds(name: string): { group: string; version: string; kind: string }[] {
    return (this.#definitions[name]!.gvk ?? []).filter(({ kind }) => !kind.endsWith("List") && !NOT_KEPT.test(kind));
  }

  #reach(name: string, reached: Set<string>): void {
    if (reached.has(name)) return;
    reached.add(name);
    for (const type of Object.values(this.#definitions[name]!.properties ?? {})) {
      for (const ref of refsOf(type)) this.#reach(ref, reached);
    }
  }

  /** A line per package: its name, then its definitions. */
  #definitionNames(): string[] {
    const packages = new Map<string, string[]>();
    for (const name of this.#reached) {
      const dot = name.lastIndexOf(".");
      const names = packages.get(name.slice(0, dot)) ?? [];
      names.push(name.slice(dot + 1));
      packages.set(name.slice(0, dot), names);
    }
    return [...packages].map(([name, names]) => `${name} ${names.join(" ")}`);
  }

  #fieldNames(): string[] {
    const uses = new Map<string, number>();
    for (const name of this.#reached) {
      for (const field of Object.keys(this.#definitions[name]!.properties ?? {})) {
        uses.set(field, (uses.get(field) ?? 0) + 1);
      }
    }
    // The most common first, so that they get the shortest numbers.
    return [...uses.keys()].sort((a, b) => uses.get(b)! - uses.get(a)! || (a < b ? -1 : 1));
  }

  /** `apps/v1:Deployment=1f,…` by API version. */
  #kinds(): string[] {
    const byApiVersion = new Map<string, string[]>();
    for (const name of this.#reached) {
      for (const { group, version, kind } of this.#keptKinds(name)) {
        const apiVersion = group === "" ? version : `${group}/${version}`;
        addToList(byApiVersion, apiVersion, `${kind}=${number36(this.#numbers.get(name)!)}`);
      }
    }
    return [...byApiVersion].sort(([a], [b]) => compareTexts(a, b)).map(([key, kinds]) =>
      `${key}:${kinds.sort().join(",")}`
    );
  }

  #typeCode(type: InputType): string {
    if (type.ref !== undefined) return "R" + number36(this.#numbers.get(type.ref)!);
    if (type.items !== undefined) return "A" + this.#typeCode(type.items) + mergeKeysCode(type);
    if (type.additionalProperties !== undefined) return "M" + this.#typeCode(type.additionalProperties);
    return "P";
  }
}

function refsOf(type: InputType): string[] {
  if (type.ref !== undefined) return [type.ref];
  const inner = type.items ?? type.additionalProperties;
  return inner === undefined ? [] : refsOf(inner);
}

/** `+name` for a list that merges by name, `+` for one that merges as a set, "" for one that is replaced. */
function mergeKeysCode(type: InputType): string {
  const strategies = type["x-kubernetes-patch-strategy"]?.split(",") ?? [];
  if (!strategies.includes("merge")) return "";
  const key = type["x-kubernetes-patch-merge-key"];
  return "+" + (type["x-kubernetes-list-map-keys"] ?? (key === undefined ? [] : [key])).join("+");
}

function scopeData(namespaced: Record<string, boolean>): string {
  const kinds = Object.keys(namespaced).filter((key) => !POSTED_ONLY.test(key.split("/")[2]!)).sort();
  const set = (wanted: boolean) =>
    kinds.filter((key) => namespaced[key] === wanted).map((key) => key.replace(/^\//, "")).map((key) => `  "${key}",\n`)
      .join("");
  return header(
    "Scopes of the built-in kinds, by `group/version/Kind`.",
  ) +
    `\nexport const CLUSTER_SCOPED: ReadonlySet<string> = new Set([\n${set(false)}]);\n` +
    `\nexport const NAMESPACED: ReadonlySet<string> = new Set([\n${set(true)}]);\n`;
}

function header(purpose: string): string {
  return `/** ${purpose} Written by scripts/gen_schema.ts: do not edit. */\n`;
}

/** An exported text of several lines. */
function constant(name: string, lines: string[]): string {
  return `\nexport const ${name} = \`\\\n${lines.join("\n")}\`;\n`;
}

function wrap(words: string[], separator: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && line.length + word.length >= 120) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : separator + word;
  }
  return [...lines, line];
}

function number36(number: number): string {
  return number.toString(36);
}

if (import.meta.main) {
  const output = generate(JSON.parse(Deno.readTextFileSync(INPUT)));
  Deno.writeTextFileSync(new URL("kubernetes_data.ts", OUTPUT), output.kubernetesData);
  Deno.writeTextFileSync(new URL("scope_data.ts", OUTPUT), output.scopeData);
}
