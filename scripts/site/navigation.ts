/** The pages of the site, in their order. The title of a page is its first heading. */

export const REPOSITORY = "https://github.com/kust-dev/kust";

/** Papers by the part of the guide that they belong to. */
export const PARTS: Readonly<Record<string, readonly string[]>> = {
  "Guide": ["start", "from_kustomize", "install", "ci", "playground"].map(pageOf),
  "Build": ["build", "explain", "deps", "affected"].map(pageOf),
  "Review": ["diff", "lint", "verify"].map(pageOf),
  "Change": ["edit", "localize", "cfg", "fn", "schema"].map(pageOf),
  "Reference": [...["errors", "releases", "performance", "permissions"].map(pageOf), "SECURITY.md", "CHANGELOG.md"],
  "Embed, package, develop": ["library", "packaging", "tests"].map(pageOf),
};

function pageOf(name: string): string {
  return `docs/${name}.md`;
}

/** Where a paper is on the site: `docs/diff.md` and `SECURITY.md` are `diff` and `security`. */
export function nameOnSite(paper: string): string {
  return paper.replace(/^docs\//, "").replace(/\.md$/, "").toLowerCase();
}

export function titleOf(text: string): string {
  return /^# (.*)$/m.exec(text)?.[1]?.replaceAll("`", "") ?? "";
}
