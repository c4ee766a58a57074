/** Finds links between the files of a site that lead nowhere. Links to other sites are not followed. */

import { readTree, type Tree } from "../golden/golden_case.ts";

/** @param base The path of the site on its server, such as `/kust/`. */
export function brokenLinks(folder: string, base: string): { pages: number; links: number; broken: string[] } {
  const tree = readTree(folder);
  const pages = [...tree.keys()].filter((path) => path.endsWith(".html"));
  const anchors = new Map(pages.map((page) => [page, anchorsOf(textOf(tree, page))]));
  const broken: string[] = [];
  let links = 0;
  for (const page of pages) {
    for (const link of linksOf(textOf(tree, page))) {
      links++;
      const fault = faultOf(link, base + page, base, tree, anchors);
      if (fault !== undefined) broken.push(`${page}: ${link}: ${fault}`);
    }
  }
  return { pages: pages.length, links, broken };
}

function textOf(tree: Tree, path: string): string {
  const content = tree.get(path);
  return content instanceof Uint8Array ? new TextDecoder().decode(content) : "";
}

function anchorsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => unescape(match[1]!)));
}

function linksOf(html: string): string[] {
  const all = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => unescape(match[1]!));
  return [...new Set(all)].filter((link) => !/^(?:[a-z]+:|\/\/)/i.test(link));
}

function unescape(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

function faultOf(
  link: string,
  page: string,
  base: string,
  tree: Tree,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const { pathname, hash } = new URL(link, `http://site${page}`);
  if (!pathname.startsWith(base)) return `is not below ${base}`;
  const path = decodeURIComponent(pathname.slice(base.length));
  const file = [path, `${path}index.html`, `${path}.html`].find((name) => tree.has(name));
  if (file === undefined) return "no such file";
  const anchor = decodeURIComponent(hash.slice(1));
  // A page that is an application has its own use for the part after '#'.
  if (anchor === "" || file.startsWith("playground/")) return undefined;
  return anchors.get(file)?.has(anchor) === true ? undefined : "no such anchor";
}
