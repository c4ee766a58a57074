/** A paper of the repository as a page of the site. */

import { nameOnSite, PARTS, REPOSITORY } from "./navigation.ts";

const ON_SITE: ReadonlySet<string> = new Set(Object.values(PARTS).flat());

/** @param paper From the top of the repository. */
export function sitePage(paper: string, text: string): string {
  const edit = paper.startsWith("docs/") ? "" : "---\neditLink: false\n---\n\n";
  return edit + withSiteLinks(paper, withFileNames(text));
}

/** Blocks that create a file get its name as a caption. */
function withFileNames(text: string): string {
  return text.replace(/^```(\w+) (\S+)\n([\s\S]*?)^```$/gm, "::: code-group\n\n```$1 [$2]\n$3```\n\n:::");
}

/** Links lead to pages of the site, and to the repository for everything else. */
function withSiteLinks(paper: string, text: string): string {
  return text.replace(/\]\((?!https?:|#)([^)#\s]+)(#[^)]*)?\)/g, (_, path: string, anchor: string = "") => {
    const target = new URL(path, `file:///${paper}`).pathname.slice(1);
    if (/^docs\/pictures\//.test(target)) return `](/${target.slice("docs/".length)})`;
    if (ON_SITE.has(target)) return `](/${nameOnSite(target)}.md${anchor})`;
    return `](${REPOSITORY}/blob/main/${target}${anchor})`;
  });
}
