/** The papers: every page of Markdown at the top, in docs/ and .github/, and of each project in examples/. */

const ROOT = new URL("../../", import.meta.url);

function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(new URL(folder, ROOT))].map(({ name }) => name).sort();
}

/** The pages of docs/, from the top of the repository. */
export const PAGES: readonly string[] = markdownIn("docs/");

/** The README.md of each project in examples/. */
export const EXAMPLES: readonly string[] = namesIn("examples/").map((name) => `examples/${name}/README.md`);

/** All papers, from the top of the repository. */
export const PAPERS: readonly string[] = [
  ...markdownIn(""),
  ...PAGES,
  ...markdownIn(".github/"),
  ...EXAMPLES,
];

function markdownIn(folder: string): string[] {
  return namesIn(`./${folder}`).filter((name) => name.endsWith(".md")).map((name) => folder + name);
}

export function urlOf(paper: string): URL {
  return new URL(paper, ROOT);
}

export function readPaper(paper: string): string {
  return Deno.readTextFileSync(urlOf(paper));
}
