/** Makes whole projects: bases, overlays that share a base, components, files in all forms. */

import { makeKustomization } from "./make_kustomization.ts";
import type { Project } from "./project.ts";
import { Random } from "./random.ts";
import { ResourceMaker } from "./resources/resources.ts";
import { Scope, Shared } from "./scope.ts";
import { type Fields, isFields, type Value } from "./value.ts";

const FILE_NAMES = ["kustomization.yaml", "kustomization.yaml", "kustomization.yml", "Kustomization"];

export function makeProject(seed: number): Project {
  return new ProjectMaker(new Random(seed)).make();
}

/** A folder with a kustomization, and what kustomizations above it see. */
interface Level {
  dir: string;
  resources: Fields[];
}

class ProjectMaker {
  readonly #random: Random;
  readonly #shared = new Shared();
  readonly #maker: ResourceMaker;
  #count = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#maker = new ResourceMaker(random);
  }

  make(): Project {
    const random = this.#random;
    const { dir } = this.#level(random.pick([0, 0, 1, 1, 1, 2, 2, 3]), true);
    const flags = random.chance(0.03) ? ["--load-restrictor", "LoadRestrictionsNone"] : [];
    return { files: this.#shared.files, args: ["build", ...(random.chance(0.1) ? flags : []), dir, ...flags] };
  }

  /** @param height The maximum number of levels below. */
  #level(height: number, outermost = false): Level {
    const random = this.#random;
    const dir = `d${this.#count++}`;
    const below = height === 0 ? [] : this.#levelsBelow(height - 1);
    const paths = below.map((level) => `../${level.dir}`);
    const scope = new Scope(random, dir, outermost, below.flatMap(({ resources }) => resources), this.#shared);
    if (height === 0 || random.chance(0.4)) paths.push(...this.#resourceFiles(scope));
    const components = random.chance(0.2) ? random.times(1, 2, () => this.#component(scope)) : [];
    this.#write(scope, "Kustomization", { resources: random.shuffled(paths), components });
    return scope;
  }

  /** One or two; sometimes two that share a base, each with its own prefix. */
  #levelsBelow(height: number): Level[] {
    const random = this.#random;
    if (random.chance(0.85)) return random.times(1, 2, () => this.#level(height));
    const base = this.#level(0);
    return ["left-", "right-"].map((namePrefix) => {
      const scope = new Scope(random, `d${this.#count++}`, false, [...base.resources], this.#shared);
      this.#write(scope, "Kustomization", { resources: [`../${base.dir}`], components: [] }, { namePrefix });
      return scope;
    });
  }

  #component(above: Scope): string {
    const dir = `c${this.#count++}`;
    // The level above sees what a component adds, and the component sees the resources collected so far.
    const scope = new Scope(this.#random, dir, false, above.resources, this.#shared);
    const resources = this.#random.chance(0.4) ? this.#resourceFiles(scope) : [];
    this.#write(scope, "Component", { resources, components: [] });
    return `../${dir}`;
  }

  #write(scope: Scope, kind: string, paths: { resources: string[]; components: string[] }, more: Fields = {}): void {
    const fields = { ...makeKustomization(scope, kind, paths), ...more };
    scope.addFile(this.#random.pick(FILE_NAMES), { documents: [fields], style: scope.style() });
  }

  /** Makes files of resources. Returns their paths. */
  #resourceFiles(scope: Scope): string[] {
    const random = this.#random;
    return random.times(1, 3, () => {
      const made = random.times(1, 4, () => this.#maker.make()).filter((resource) => resource !== undefined);
      scope.resources.push(...made.filter(isFields));
      return scope.addDocuments(random.pick(["r.yaml", "all.yaml", "sub/x.yaml"]), this.#documents(made));
    });
  }

  /** The resources one by one, in a list, or separated by empty documents. */
  #documents(resources: Fields[]): Fields[] {
    const random = this.#random;
    if (resources.length > 0 && random.chance(0.06)) {
      const [apiVersion, kind] = random.pick([["v1", "List"], ["v1", "ConfigMapList"], ["acme.io/v1", "WidgetList"]]);
      return [{ apiVersion: apiVersion!, kind: kind!, items: resources }];
    }
    if (random.chance(0.05)) return [...resources, null as Value as Fields];
    return resources;
  }
}
