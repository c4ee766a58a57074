/** Making the copy of one kustomization: all that its fields name is copied, and the fields say where the copies are. */

import { printResources } from "../pipeline/build.ts";
import {
  type ConfigMapArgs,
  decodeKustomization,
  type FieldName,
  type Kustomization,
  kustomization,
} from "../edit/fields.ts";
import { rootOf } from "../edit/root.ts";
import { findKustomizationFile } from "../load/kustomization_file.ts";
import { joinPath } from "../text/paths.ts";
import type { IsClusterScoped } from "../model/resource.ts";
import type { Node } from "../yaml/tree/node.ts";
import { print } from "../yaml/write/print.ts";
import type { CopiedRoot } from "./chart_homes.ts";
import { type LocalizePath, PathLocalizer } from "./path_localizer.ts";
import { localizePlugin } from "./plugins.ts";

/** Copies a root and, below it, all that it names. Throws `KustError`. */
export async function localizeRoot(root: CopiedRoot, isClusterScoped: IsClusterScoped): Promise<void> {
  const { name, source } = findKustomizationFile(root.loader.loader);
  const node = rootOf(source);
  const fields = decodeKustomization(node);
  const paths = new PathLocalizer(root, isClusterScoped, (entered) => localizeRoot(entered, isClusterScoped));
  await new RootLocalizer(fields, node, paths).localize();
  root.output.writeFile(joinPath(root.copy, name), print(kustomization.encode(fields)));
}

type TextsField = "resources" | "bases" | "components" | "configurations" | "crds" | "patchesStrategicMerge";

class RootLocalizer {
  readonly #fields: Kustomization;
  readonly #node: Node | undefined;
  readonly #paths: PathLocalizer;

  constructor(fields: Kustomization, node: Node | undefined, paths: PathLocalizer) {
    this.#fields = fields;
    this.#node = node;
    this.#paths = paths;
  }

  /** Changes the fields in place. Deprecated ones stay what they are: a copy is as like its original as can be. */
  async localize(): Promise<void> {
    const { file, root, resource, patch } = this.#paths;
    const { openapi } = this.#fields;
    if (openapi?.has("path")) openapi.set("path", await this.#one("openapi", openapi.get("path")!, file));
    await this.#list("bases", root);
    await this.#list("components", root);
    await this.#list("configurations", file);
    await this.#list("crds", file);
    await this.#list("resources", resource);
    await this.#generators("configMapGenerator");
    await this.#generators("secretGenerator");
    await this.#helm();
    await this.#members("patches");
    await this.#members("patchesJson6902");
    await this.#list("patchesStrategicMerge", patch);
    await this.#members("replacements");
    for (const field of ["generators", "transformers", "validators"] as const) await this.#plugins(field);
  }

  /** A path, copied; an error points to where the field names it. */
  #one(field: FieldName, path: string, localize: LocalizePath): Promise<string> {
    return localize(path, this.#nodeOf(field, path));
  }

  /** An optional path, copied; absent paths stay so. */
  async #optional(field: FieldName, path: string | undefined, localize: LocalizePath): Promise<string | undefined> {
    return path ? await this.#one(field, path, localize) : path;
  }

  async #all(field: FieldName, paths: string[] | undefined, localize: LocalizePath): Promise<void> {
    for (const [index, path] of (paths ?? []).entries()) paths![index] = await this.#one(field, path, localize);
  }

  #list(field: TextsField, localize: LocalizePath): Promise<void> {
    return this.#all(field, this.#fields[field], localize);
  }

  async #members(field: "patches" | "patchesJson6902" | "replacements"): Promise<void> {
    for (const member of this.#fields[field] ?? []) {
      member.path = await this.#optional(field, member.path, this.#paths.file);
    }
  }

  async #generators(field: "configMapGenerator" | "secretGenerator"): Promise<void> {
    const { file, fileSource } = this.#paths;
    const generators: ConfigMapArgs[] = this.#fields[field] ?? [];
    for (const generator of generators) {
      generator.env = await this.#optional(field, generator.env, file);
      await this.#all(field, generator.envs, file);
      await this.#all(field, generator.files, fileSource);
    }
  }

  async #helm(): Promise<void> {
    const { file, chartHome } = this.#paths;
    const { helmCharts = [], helmGlobals } = this.#fields;
    for (const chart of this.#fields.helmChartInflationGenerator ?? []) {
      chart.values = await this.#optional("helmChartInflationGenerator", chart.values, file);
      chart.chartHome = await this.#one("helmChartInflationGenerator", chart.chartHome ?? "", chartHome);
    }
    for (const chart of helmCharts) {
      chart.valuesFile = await this.#optional("helmCharts", chart.valuesFile, file);
      await this.#all("helmCharts", chart.additionalValuesFiles, file);
    }
    if (helmGlobals !== undefined) {
      helmGlobals.chartHome = await this.#one("helmGlobals", helmGlobals.chartHome ?? "", chartHome);
    } else if (helmCharts.length > 0) await this.#one("helmCharts", "", chartHome);
  }

  async #plugins(field: "generators" | "transformers" | "validators"): Promise<void> {
    const entries = this.#fields[field] ?? [];
    for (const [index, entry] of entries.entries()) {
      const node = this.#nodeOf(field, entry);
      const { resources, isFile } = await this.#paths.readEntry(entry, node);
      for (const resource of resources) await localizePlugin(resource, this.#paths, node);
      const text = printResources(resources);
      entries[index] = isFile ? this.#paths.write(entry, text, node) : text;
    }
  }

  /** Where a field has a text; undefined where the text is empty or the file was read in some other way. */
  #nodeOf(field: FieldName, text: string): Node | undefined {
    if (this.#node?.kind !== "mapping" || text === "") return undefined;
    const entry = this.#node.entries.find(({ key }) => {
      return key.kind === "scalar" && key.value.toLowerCase() === field.toLowerCase();
    });
    return entry && scalarWith(entry.value, text);
  }
}

function scalarWith(node: Node, text: string): Node | undefined {
  switch (node.kind) {
    case "scalar":
      return node.value === text ? node : undefined;
    case "alias":
      return scalarWith(node.target, text);
    case "sequence":
      return firstOf(node.items, text);
    case "mapping":
      return firstOf(node.entries.map(({ value }) => value), text);
  }
}

function firstOf(nodes: Node[], text: string): Node | undefined {
  for (const node of nodes) {
    const found = scalarWith(node, text);
    if (found !== undefined) return found;
  }
  return undefined;
}
