/** The configuration of the site's generator, VitePress. */

import { readPaper } from "../docs/papers.ts";
import { nameOnSite, PARTS, REPOSITORY, titleOf } from "./navigation.ts";

export interface SiteOptions {
  /** The path of the site on its server, such as `/kust/`. */
  base: string;
  hasPlayground: boolean;
}

export function siteConfig({ base, hasPlayground }: SiteOptions): object {
  const playground = { text: "Playground", link: "/playground/index.html", target: "_self" };
  return {
    lang: "en",
    title: "kust",
    description: "kustomize that tells you more: the same files in, the same bytes out",
    base,
    outDir: "./out",
    head: [["link", { rel: "icon", type: "image/svg+xml", href: `${base}logo.svg` }]],
    // The file is there once the site is assembled; check_links.ts looks at all links of that.
    ignoreDeadLinks: [playground.link, "/playground/index", "/playground/"],
    themeConfig: {
      logo: "/logo.svg",
      nav: [
        { text: "Guide", link: "/start" },
        { text: "Errors", link: "/errors" },
        { text: "Library", link: "/library" },
        ...hasPlayground ? [playground] : [],
      ],
      sidebar: Object.entries(PARTS).map(([text, papers]) => ({
        text,
        items: papers.map((paper) => ({ text: titleOf(readPaper(paper)), link: `/${nameOnSite(paper)}` })),
      })),
      outline: [2, 3],
      search: { provider: "local" },
      socialLinks: [{ icon: "github", link: REPOSITORY }],
      editLink: { pattern: `${REPOSITORY}/edit/main/docs/:path`, text: "Edit this page" },
      footer: { message: "Apache-2.0" },
    },
  };
}
