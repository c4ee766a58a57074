/** Lints builds one after the other, and combines their findings. */

import type { FileSystem } from "../load/file_system.ts";
import { type BuildResult, observedBuild } from "../pipeline/build.ts";
import type { BuildOptions } from "../pipeline/context/options.ts";
import { SharedReads } from "../pipeline/context/shared_reads.ts";
import type { Target } from "../pipeline/context/target.ts";
import { Collector } from "./gather/collector.ts";
import type { BuildFacts } from "./gather/facts.ts";
import type { Finding } from "./gather/finding.ts";
import { Gatherer } from "./gather/gatherer.ts";
import { unlistedFiles, unusedComponents } from "./rules/left_out.ts";
import { RULES } from "./rules.ts";
import { compareTexts } from "../text/compare.ts";

/** A build, and the facts for rules. */
export interface LintedBuild {
  gatherer: Gatherer;
  result: BuildResult;
}

export class Linter {
  readonly #fileSystem: FileSystem;
  readonly #options: BuildOptions;
  readonly #collector = new Collector();
  /** All kustomizations that were read, by root. */
  readonly #known = new Map<string, Target>();
  /** Files that builds with recorded reads have read. */
  readonly #read = new Set<string>();
  /** Roots that another kustomization uses, and the root of each target. */
  readonly #used = new Set<string>();
  readonly #roots = new Map<string, string>();
  #doAllBuild = true;

  constructor(fileSystem: FileSystem, options: BuildOptions) {
    this.#fileSystem = fileSystem;
    this.#options = { ...options, shared: options.shared ?? new SharedReads() };
  }

  /** Builds a target. Errors of the build are findings, too. */
  async lint(target: string): Promise<BuildResult> {
    return this.check(target, await this.build(target));
  }

  /** Builds a target, and gathers facts. */
  async build(target: string): Promise<LintedBuild> {
    const gatherer = new Gatherer();
    return { gatherer, result: await observedBuild(this.#fileSystem, target, this.#options, gatherer) };
  }

  /** Adds the findings of a build, which may be one of an earlier linter. */
  check(target: string, { gatherer, result }: LintedBuild): BuildResult {
    for (const read of result.reads ?? []) if (read.kind === "file") this.#read.add(read.path);
    if (result.errors.length > 0) this.#doAllBuild = false;
    const facts = this.#factsOf(target, gatherer, result);
    const report = this.#collector.of(target);
    for (const rule of RULES) rule(facts, report);
    this.#noteRoots(target, gatherer.targets);
    return result;
  }

  /** Looks for files and components that no build has used. Requires that everything was built. */
  checkLeftOut(components: readonly string[]): void {
    const report = this.#collector.of("");
    const own = [...this.#known.values()].filter(({ loader }) => loader.files.isOf(this.#fileSystem));
    unlistedFiles(own, this.#read, report);
    // It is not known what a build that failed would have used.
    if (!this.#doAllBuild) return;
    const roots = new Map(components.map((path) => [this.#fileSystem.realPath(path), path]));
    unusedComponents(roots, this.#used, report);
  }

  /** The folders of components, named like the files in them. */
  components(): string[] {
    return [...this.#known.values()].filter(({ kustomization }) => kustomization.kind === "Component")
      .map(({ loader: { files, root } }) => files.nameOf(root));
  }

  /** In the order of files and lines. */
  findings(): Finding[] {
    const isUsed = (target: string) => this.#used.has(this.#roots.get(target) ?? "");
    return this.#collector.findings(isUsed).sort(byPlace);
  }

  #factsOf(target: string, gatherer: Gatherer, { warnings, errors }: BuildResult): BuildFacts {
    const { targets, generators, ...gathered } = gatherer;
    const fresh = new Set(targets.filter(({ loader }) => !this.#known.has(loader.root)));
    for (const one of fresh) this.#known.set(one.loader.root, one);
    const isNew = (one: Target) => fresh.has(one);
    return { ...gathered, target, entered: targets, isNew, generated: generators, warnings, errors };
  }

  #noteRoots(target: string, [outermost, ...others]: readonly Target[]): void {
    if (outermost !== undefined) this.#roots.set(target, outermost.loader.root);
    for (const { loader } of others) this.#used.add(loader.root);
  }
}

export function byPlace(a: Finding, b: Finding): number {
  const [x, y] = [positionOf(a), positionOf(b)];
  return compareTexts(x.name, y.name) || x.line - y.line || x.column - y.column || compareTexts(a.code, b.code);
}

function positionOf({ place, file = "" }: Finding): { name: string; line: number; column: number } {
  const position = place?.source.position(place.offset);
  return { name: place?.source.name ?? file, line: position?.line ?? 0, column: position?.column ?? 0 };
}
