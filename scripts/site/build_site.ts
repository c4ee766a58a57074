/**
 * `deno task site [--base /kust/]`: the guide as a site, in dist/site/. VitePress, from npm, makes it of docs/,
 * SECURITY.md and CHANGELOG.md, and needs Node. If dist/playground/ is there, it becomes a part of the site. Fails if a
 * link between pages is broken.
 */

import { parseArgs } from "@std/cli";
import { readPaper } from "../docs/papers.ts";
import { exists } from "../exists.ts";
import { readTree, writeTree } from "../golden/golden_case.ts";
import { exitUnless, runShown } from "../run_program.ts";
import { brokenLinks } from "./check_links.ts";
import { nameOnSite, PARTS } from "./navigation.ts";
import { siteConfig } from "./site_config.ts";
import { sitePage } from "./site_page.ts";

const STAGE = ".cache/site";
const SITE = "dist/site";
const PLAYGROUND = "dist/playground";

const PACKAGE = { private: true, type: "module", devDependencies: { vitepress: "1.6.4" } };

/** Imports the default theme, and our changes to it. */
const THEME = 'import theme from "vitepress/theme";\nimport "./theme.css";\nexport default theme;\n';

/** Writes what VitePress reads. Packages that are installed stay. */
function stage(base: string): void {
  for (const part of ["pages", ".vitepress"]) {
    if (exists(`${STAGE}/${part}`)) Deno.removeSync(`${STAGE}/${part}`, { recursive: true });
  }
  Deno.mkdirSync(`${STAGE}/.vitepress/theme`, { recursive: true });
  const config = { srcDir: "pages", ...siteConfig({ base, hasPlayground: exists(PLAYGROUND) }) };
  Deno.writeTextFileSync(`${STAGE}/.vitepress/config.js`, `export default ${JSON.stringify(config)};\n`);
  Deno.writeTextFileSync(`${STAGE}/.vitepress/theme/index.js`, THEME);
  Deno.copyFileSync("scripts/site/theme.css", `${STAGE}/.vitepress/theme/theme.css`);
  Deno.writeTextFileSync(`${STAGE}/package.json`, JSON.stringify(PACKAGE));
  writeTree(`${STAGE}/pages/public`, readTree("scripts/site/public"));
  writeTree(`${STAGE}/pages/public/pictures`, readTree("docs/pictures"));
  Deno.copyFileSync("scripts/site/index.md", `${STAGE}/pages/index.md`);
  for (const paper of Object.values(PARTS).flat()) {
    Deno.writeTextFileSync(`${STAGE}/pages/${nameOnSite(paper)}.md`, sitePage(paper, readPaper(paper)));
  }
}

/** Replaces the site by what VitePress has made. */
function publish(): void {
  if (exists(SITE)) Deno.removeSync(SITE, { recursive: true });
  writeTree(SITE, readTree(`${STAGE}/out`));
  writeTree(`${SITE}/playground`, readTree(PLAYGROUND));
}

if (import.meta.main) {
  const flags = parseArgs(Deno.args, { string: ["base"], default: { base: "/" } });
  const base = flags.base.replace(/\/*$/, "/");
  stage(base);
  exitUnless(await runShown("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", STAGE]));
  exitUnless(await runShown(`${STAGE}/node_modules/.bin/vitepress`, ["build", STAGE]));
  publish();
  const { pages, links, broken } = brokenLinks(SITE, base);
  for (const link of broken) console.error(link);
  console.log(`${SITE}: ${pages} pages, ${links} links, ${broken.length} broken`);
  exitUnless(broken.length === 0);
}
