import { assertEquals, assertStringIncludes } from "@std/assert";
import { PAGES } from "../docs/papers.ts";
import { writeTree } from "../golden/golden_case.ts";
import { brokenLinks } from "./check_links.ts";
import { nameOnSite, PARTS, titleOf } from "./navigation.ts";
import { siteConfig } from "./site_config.ts";
import { sitePage } from "./site_page.ts";

Deno.test("each page of docs/ is in the site's navigation: scripts/site/navigation.ts", () => {
  const shown = Object.values(PARTS).flat().filter((paper) => paper.startsWith("docs/"));
  assertEquals(shown.toSorted(), PAGES.toSorted());
});

Deno.test("entries of the navigation have the title of their page", () => {
  const config = JSON.stringify(siteConfig({ base: "/", hasPlayground: false }));
  assertStringIncludes(config, '{"text":"kust diff","link":"/diff"}');
  assertStringIncludes(config, '{"text":"Security","link":"/security"}');
  assertEquals(config.includes("Playground"), false);
  assertStringIncludes(JSON.stringify(siteConfig({ base: "/", hasPlayground: true })), "Playground");
  assertEquals([titleOf("text\n# A `b`\n"), nameOnSite("docs/a.md"), nameOnSite("B.md")], ["A b", "a", "b"]);
});

Deno.test("blocks that create a file have its name, and links lead to the site or to the repository", () => {
  const page = [
    "```yaml a/b.yaml\nx: 1\n```",
    "[a](diff.md#x), [b](../SECURITY.md), [c](../src/a.ts), [d](#e), [f](https://g), ![h](pictures/i.svg)",
  ].join("\n");
  assertEquals(
    sitePage("docs/build.md", page),
    [
      "::: code-group\n\n```yaml [a/b.yaml]\nx: 1\n```\n\n:::",
      "[a](/diff.md#x), [b](/security.md), [c](https://github.com/kust-dev/kust/blob/main/src/a.ts), [d](#e), " +
      "[f](https://g), ![h](/pictures/i.svg)",
    ].join("\n"),
  );
  assertEquals(sitePage("SECURITY.md", "[a](docs/diff.md)"), "---\neditLink: false\n---\n\n[a](/diff.md)");
});

Deno.test("links to files and anchors that a site lacks are found", () => {
  const folder = Deno.makeTempDirSync({ prefix: "kust-test-" });
  try {
    const a = '<h1 id="x&amp;y"></h1><a href="/kust/b.html#z"><a href="#x&amp;y"><a href="b"><a href="https://c.d/e">';
    const b = '<img src="no.svg"><a href="/a.html"><a href="./#q"><a href="a.html#x"><a id="z" href="a.html#x%26y">';
    const bytes = (text: string) => new TextEncoder().encode(text);
    writeTree(folder, new Map([["a.html", bytes(a)], ["b.html", bytes(b)], ["index.html", bytes("")]]));
    assertEquals(brokenLinks(folder, "/kust/"), {
      pages: 3,
      links: 8,
      broken: [
        "b.html: no.svg: no such file",
        "b.html: /a.html: is not below /kust/",
        "b.html: ./#q: no such anchor",
        "b.html: a.html#x: no such anchor",
      ],
    });
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
