/** Projects made from recorded cases or goldens by changing some lines. */

import { exists } from "../exists.ts";
import { listCases, readTree, type Tree } from "../golden/golden_case.ts";
import type { Content, Project } from "./project.ts";
import { Random } from "./random.ts";
import { oddScalar, TEXTS } from "./words.ts";
import { Raw } from "./value.ts";

const RECORDED = [
  "cases/build",
  "cases/transformer",
  "fuzz/generators",
  "fuzz/overlays",
  "fuzz/patches",
  "fuzz/replacements",
  "fuzz/yaml",
  "fuzz/custom",
];
const CONFORMANCE = "../shared/conformance";

/** Replacement words with a meaning for fields and options. */
const WORDS = [
  "''",
  "[]",
  "{}",
  "null",
  "[a]",
  "{a: b}",
  "- a",
  "'*'",
  "&x a",
  "*x",
  "|",
  ">-",
  "default",
  "v1",
  "apps/v1",
  "Deployment",
  "ConfigMap",
  "Namespace",
  "../base",
  "a.b",
  "nginx:1@sha256:abc",
  ".*",
  "^a$",
  "(a|b)+",
  "name=x",
  "metadata.name",
  "spec/replicas",
  "'1'",
  "1",
  "true",
];
const KEYS = [
  "name",
  "namespace",
  "kind",
  "path",
  "spec",
  "metadata",
  "labels",
  "data",
  "create",
  "$patch",
  "options",
  "annotations",
  "target",
  "<<",
  "5",
];

interface Seed {
  tree: Tree;
  args: string[];
}

export class Mutator {
  readonly #seeds: string[];

  constructor() {
    const folders = RECORDED.map((part) => `${CONFORMANCE}/${part}`).filter(exists);
    const recorded = folders.flatMap((folder) =>
      [...Deno.readDirSync(folder)].map(({ name }) => `${folder}/${name}`).sort()
    );
    const goldens = listCases("testdata").cases.filter(({ needs, beyond }) => needs.length === 0 && !beyond);
    this.#seeds = [...recorded, ...goldens.map(({ dir }) => dir)].filter((dir) => builds(dir));
  }

  make(seed: number): Project {
    const random = new Random(seed);
    const { tree, args } = readSeed(random.pick(this.#seeds));
    const files = new Map<string, Content>([...tree].map(([path, content]) => [path, asText(content)]));
    const paths = [...files].filter(([path, content]) =>
      typeof content === "string" && /\.(ya?ml|json)$|ization$/.test(path)
    );
    for (let change = random.int(1, 3); change > 0 && paths.length > 0; change--) {
      const [path] = random.pick(paths);
      files.set(path, mutated(random, files.get(path) as string));
    }
    return { files, args };
  }
}

function wordsOf(dir: string): string[] {
  if (exists(`${dir}/cmd`)) return Deno.readTextFileSync(`${dir}/cmd`).trimEnd().split("\n");
  return exists(`${dir}/case.json`) ? JSON.parse(Deno.readTextFileSync(`${dir}/case.json`)).args : [];
}

/** Excludes helm and functions, which need programs and are slow. */
function builds(dir: string): boolean {
  const args = wordsOf(dir);
  return args[0] === "build" && args.every((word) => !/helm|plugins|exec|^-o|output|http/.test(word));
}

function readSeed(dir: string): Seed {
  return { tree: readTree(`${dir}/in`), args: wordsOf(dir) };
}

/** The text of a file if it is valid, so that it can be changed and shrunk. */
function asText(content: Uint8Array | { link: string }): Content {
  if (!(content instanceof Uint8Array)) return content;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return content;
  }
}

/** The text with one line changed, repeated, moved or removed. */
function mutated(random: Random, text: string): string {
  const lines = text.split("\n");
  const at = random.int(0, lines.length - 1);
  const line = lines[at]!;
  const other = random.pick(lines);
  const changes: [weight: number, change: () => string[]][] = [
    [4, () => lines.toSpliced(at, 1)],
    [2, () => lines.toSpliced(at, 0, line)],
    [2, () => lines.toSpliced(at, 0, other)],
    [1, () => lines.toSpliced(at, 0, "---")],
    [2, () => lines.with(at, "  ".repeat(random.int(0, 2)) + line)],
    [1, () => lines.with(at, line.replace(/^ {2}/, ""))],
    [1, () => lines.with(at, line + random.pick([" # c", "\r", "\t", " ", "\u2028"]))],
    [4, () => lines.with(at, line.replace(/[\w./$-]+(?=:)/, random.pick([...KEYS, keyOf(other)])))],
    [9, () => lines.with(at, withValue(line, otherValue(random)))],
    [4, () => lines.with(at, withValue(line, valueOf(other)))],
  ];
  const weighted = changes.flatMap(([weight, change]) => Array.from({ length: weight }, () => change));
  return random.pick(weighted)().join("\n");
}

const LINE = /^(\s*(?:- )*(?:[\w./$"'-]+:(?: |$))?)(.*)$/;

function withValue(line: string, value: string): string {
  return line.replace(LINE, (_, head: string) => head.replace(/:$/, ": ") + value);
}

function valueOf(line: string): string {
  return LINE.exec(line)?.[2] || "x";
}

function keyOf(line: string): string {
  return /[\w./$-]+(?=:)/.exec(line)?.[0] ?? "name";
}

function otherValue(random: Random): string {
  if (random.chance(0.5)) return random.pick(WORDS);
  const odd = random.chance(0.5) ? oddScalar(random) : random.pick(TEXTS);
  return odd instanceof Raw ? odd.text : JSON.stringify(odd);
}
