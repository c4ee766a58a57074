/**
 * The network of a golden case: its folders `repos/`, `http/` and `charts/`, served on the loopback address.
 *
 *     repos/ORG/NAME/REF/   the files of a repository on a branch; `main` is the default one. A file `submodules` has
 *                           `PATH URL` per line; a submodule must precede its users in alphabetical order
 *     http/                 files for plain http; below /moved/, a redirect to the same path without it
 *     charts/ANY/           a helm chart, packaged by helm into the chart repository $HTTP/charts
 *
 * `cmd`, `in/` and the served files may name the servers: $FILE and $HTTP have the repositories, $PRIVATE requires a
 * password that git knows ($KNOWN is its URL with that password), $CLOSED one that git does not know. URLs in the
 * results are replaced by these names again.
 */

import { commitFolder, git, type GitServer, serveHttp } from "../serve_git.ts";
import { exists } from "../exists.ts";
import { isServed, readTree, type Tree, withText, writeTree } from "./golden_case.ts";

const LOGIN = "me:secret";

/** The servers of a case, and the placeholders for them. */
export class ServedCase {
  readonly #names: readonly (readonly [name: string, value: string])[];
  readonly #servers: readonly GitServer[];

  private constructor(names: readonly (readonly [string, string])[], servers: readonly GitServer[]) {
    this.#names = names;
    this.#servers = servers;
  }

  /** @param temp A folder for the repositories; git's settings are written to `home` in it. */
  static async start(dir: string, temp: string): Promise<ServedCase> {
    if (!isServed(dir)) return new ServedCase([], []);
    const [repos, pages] = [`${temp}/repos`, `${temp}/http`];
    const open = serveHttp(repos, { pages });
    const asking = serveHttp(repos, { pages, login: LOGIN });
    const closed = serveHttp(repos, { login: "nobody:knows" });
    const address = ({ url }: GitServer) => url.replace(/\/$/, "");
    const names = [
      ["$HTTP", address(open)],
      ["$PRIVATE", address(asking)],
      ["$KNOWN", address(asking).replace("//", `//${LOGIN}@`)],
      // The same as displayed by kust.
      ["$SHOWN", address(asking).replace("//", "//me:***@")],
      ["$CLOSED", address(closed)],
      // As in an origin, where the URL is cleaned like a path.
      ["$SERVER", new URL(open.url).host],
      ["$FILE", `file://${repos}`],
      // localize creates folders for the path of a repository on disk.
      ["$TEMP", temp.slice(1)],
    ] as const;
    const served = new ServedCase(names, [open, asking, closed]);
    writeTree(pages, served.filled(readTree(`${dir}/http`)));
    await makeChartRepository(`${dir}/charts`, `${pages}/charts`);
    writeTree(`${temp}/repos-as-written`, served.filled(readTree(`${dir}/repos`)));
    await makeRepositories(`${temp}/repos-as-written`, repos);
    writeGitSettings(`${temp}/home`, asking.url);
    return served;
  }

  /** A text, or a tree's texts, with placeholders replaced by the servers' addresses. */
  fill(text: string): string {
    return this.#names.reduce((filled, [name, value]) => filled.replaceAll(name, value), text);
  }

  filled(tree: Tree): Tree {
    return this.#mapped(tree, (text) => this.fill(text));
  }

  /** A text, or a tree's texts and paths, with the servers' addresses replaced by placeholders. */
  restore(text: string): string {
    if (this.#names.length === 0) return text;
    const restored = this.#names.reduce((restored, [name, value]) => restored.replaceAll(value, name), text);
    // The number of marks under an address is its length, which varies too.
    return restored.replace(/^( *\| +)\^{9,}$/gm, "$1^^^^^^^^");
  }

  restored(tree: Tree): Tree {
    return this.#mapped(tree, (text) => this.restore(text));
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()));
  }

  #mapped(tree: Tree, change: (text: string) => string): Tree {
    if (this.#names.length === 0) return tree;
    return new Map([...tree].map(([path, content]) => [change(path), withText(content, change)]));
  }
}

/** Packages each chart. The URLs in the index are relative, so that all servers can serve them. */
async function makeChartRepository(from: string, to: string): Promise<void> {
  if (!exists(from)) return;
  Deno.mkdirSync(to, { recursive: true });
  for (const name of namesIn(from)) await helm("package", `${from}/${name}`, "--destination", to);
  await helm("repo", "index", to);
}

async function helm(...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command("helm", { args }).output();
  if (!success) throw new Error(`helm ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
}

async function makeRepositories(from: string, to: string): Promise<void> {
  for (const org of namesIn(from)) {
    for (const name of namesIn(`${from}/${org}`)) {
      for (const ref of namesIn(`${from}/${org}/${name}`)) {
        await commitFolder(`${to}/${org}/${name}`, ref, `${from}/${org}/${name}/${ref}`);
      }
      await git(`${to}/${org}/${name}`, "checkout", "--quiet", "main");
    }
  }
}

function namesIn(dir: string): string[] {
  return exists(dir) ? [...Deno.readDirSync(dir)].map((entry) => entry.name).sort() : [];
}

function writeGitSettings(home: string, privateUrl: string): void {
  const settings = '[protocol "file"]\n\tallow = always\n[credential]\n\thelper = store\n';
  Deno.writeTextFileSync(`${home}/.gitconfig`, settings);
  Deno.writeTextFileSync(`${home}/.git-credentials`, `${privateUrl.replace("//", `//${LOGIN}@`)}\n`);
}
