/**
 * Copies the target of one path of a kustomization, by its role. Each function returns the path to write in its place.
 */

import { fail, KustError } from "../diagnostics/diagnostic.ts";
import { decodeSource } from "../diagnostics/decode_source.ts";
import type { Source } from "../diagnostics/source.ts";
import { printResources } from "../pipeline/build.ts";
import { fileKeyAndPath } from "../generate/key_values.ts";
import { parseRepoSpec } from "../load/remote/git_url.ts";
import { dirName, joinPath, relativePath } from "../text/paths.ts";
import { isHttpUrl } from "../load/remote/remote.ts";
import { readResources } from "../model/read/read_resources.ts";
import type { Resource } from "../model/resource.ts";
import { ResourceSet } from "../model/resource_set.ts";
import type { Scopes } from "../schema/schema.ts";
import { inlineOrPath } from "../yaml/read/inline_or_path.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";
import { type CopiedRoot, copyChartHome } from "./chart_homes.ts";
import { type LocalizePath, localizePlugin, type Localizers } from "./plugins.ts";
import { LOCALIZED_FILES, pathOfFile, pathOfRoot } from "./remote_names.ts";

/** Resources in an entry of a kustomization, or in the file that it names. */
interface ReadEntry {
  resources: readonly Resource[];
  isFile: boolean;
}

export class PathLocalizer {
  readonly #root: CopiedRoot;
  readonly #scopes: Scopes;
  readonly #localizeRoot: (root: CopiedRoot) => Promise<void>;

  /** @param localizeRoot Copies a root that was entered. */
  constructor(root: CopiedRoot, scopes: Scopes, localizeRoot: (root: CopiedRoot) => Promise<void>) {
    this.#root = root;
    this.#scopes = scopes;
    this.#localizeRoot = localizeRoot;
  }

  /** Copies a file. Keeps an empty path: the build decides whether that is allowed. */
  readonly #file: LocalizePath = async (path, node) => {
    if (path === "") return "";
    return this.#write(path, await this.#root.loader.load(path, node), node);
  };

  /** Copies the file of `key=path`, or of a path alone. */
  readonly #keyAndFile: LocalizePath = async (source, node) => {
    const [key, path] = fileKeyAndPath(node === undefined ? { value: source } : { value: source, node });
    const copied = await this.#file(path, node);
    return source === path ? copied : `${key}=${copied}`;
  };

  /** Copies a folder or repository with a kustomization, and everything it references. */
  readonly #folder: LocalizePath = async (path, node) => {
    if (path === "") return "";
    const { output, copy, loader } = this.#root;
    const entered = await loader.enter(path, node);
    const { root, repo } = entered.loader;
    if (repo !== undefined) this.#checkFree(path, node);
    const to = repo === undefined
      ? relativePath(loader.loader.root, root)
      : pathOfRoot(repo.spec, relativePath(repo.clone.dir, root), node);
    const copyOfRoot = joinPath(copy, to);
    output.makeDir(copyOfRoot);
    await this.#localizeRoot({ loader: entered, output, copy: copyOfRoot });
    return to;
  };

  /** Copies a file of resources, or a root. */
  readonly #resource: LocalizePath = async (path, node) => {
    const { loader } = this.#root.loader;
    const isRepo = parseRepoSpec(path) !== undefined;
    if (path === "" || loader.isFolder(path, atPlace(node).place) || isRepo && !isHttpUrl(path)) {
      return await this.#folder(path, node);
    }
    try {
      const content = await this.#root.loader.load(path, node);
      this.#read(this.#sourceOf(path, content));
      return this.#write(path, content, node);
    } catch (error) {
      // A URL without resources, such as a repository's page, may be that of a repository.
      if (!(error instanceof KustError) || !isRepo) throw error;
      return await this.#folder(path, node);
    }
  };

  /** Copies the file of a patch; an inline patch stays. */
  readonly #patch: LocalizePath = async (entry, node) => {
    const { isFile } = await this.#readEntry(entry, node);
    return isFile ? await this.#file(entry, node) : entry;
  };

  /** Copies what a plugin configuration references, and its file, if it has one. */
  readonly #plugins: LocalizePath = async (entry, node) => {
    const { resources, isFile } = await this.#readEntry(entry, node);
    for (const resource of resources) await localizePlugin(resource, this.byRole, node);
    const text = printResources(resources);
    return isFile ? this.#write(entry, text, node) : text;
  };

  /** Each copies the target of one path. */
  readonly byRole: Localizers = {
    file: this.#file,
    "uncopied file": (path) => Promise.resolve(path),
    "key=file": this.#keyAndFile,
    root: this.#folder,
    resources: this.#resource,
    patches: this.#patch,
    plugins: this.#plugins,
    "chart home": (entry, node) => copyChartHome(this.#root, entry, node),
  };

  /** The resources in an entry, or in the file that it names. */
  async #readEntry(entry: string, node: Node | undefined): Promise<ReadEntry> {
    const inline = inlineOrPath({ value: entry, node }, "an inline entry", (source) => this.#read(source));
    if (inline !== undefined) return { resources: inline, isFile: false };
    const content = await this.#root.loader.load(entry, node);
    return { resources: this.#read(this.#sourceOf(entry, content)), isFile: true };
  }

  /** Writes the copy of a file. */
  #write(path: string, content: Uint8Array | string, node: Node | undefined): string {
    const { loader, output, copy } = this.#root;
    const isRemote = isHttpUrl(path);
    if (isRemote) this.#checkFree(path, node);
    const to = isRemote ? pathOfFile(path) : loader.cleanPath(path);
    const copied = joinPath(copy, to);
    output.makeDir(dirName(copied));
    output.writeFile(copied, content);
    return to;
  }

  #sourceOf(path: string, content: Uint8Array): Source {
    const { loader } = this.#root;
    const { root, files } = loader.loader;
    const name = isHttpUrl(path) ? path : files.nameOf(joinPath(root, loader.cleanPath(path)));
    return decodeSource(name, content);
  }

  #read(source: Source): readonly Resource[] {
    const set = new ResourceSet(this.#scopes);
    set.appendAll(readResources(source));
    return set.resources;
  }

  #checkFree(path: string, node: Node | undefined): void {
    const { loader } = this.#root.loader;
    if (!loader.exists(LOCALIZED_FILES)) return;
    fail("already-exists", `'${path}' needs a folder '${LOCALIZED_FILES}', which already exists`, {
      ...atPlace(node),
      hint: `rename '${LOCALIZED_FILES}' in ${loader.files.nameOf(loader.root)}`,
    });
  }
}
