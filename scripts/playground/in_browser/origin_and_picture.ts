/** What set a line of the output, and the picture of a build. */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { lineWith, pageTest, shows, textOf, tipOver } from "./page.ts";

pageTest("a line of the output tells what set it: under the pointer, and step by step", async ({ page }) => {
  const tip = await tipOver(page, "#output", "foo: map2");
  assertEquals(tip, "overlays/dev/kustomization.yaml:8:7configMapGenerator[0]");
  await (await lineWith(page, "#output", "name: awesome-config-map-9g5c7629t5")).click();
  await shows(page, "#origin h3", "ConfigMap awesome-config-map-9g5c7629t5");
  assertEquals(await textOf(page, "#origin h3 code"), "metadata.name");
  assertStringIncludes(await textOf(page, "#origin li:first-child"), "name hash");
  await page.click("#origin li:nth-child(2) .place");
  assertStringIncludes(await textOf(page, "#editor .cm-activeLine"), "name: awesome-config-map");
});

pageTest("the line in the editor marks what it sets in the output", async ({ page }) => {
  await (await lineWith(page, "#editor", "baz=map3")).click();
  await page.waitForSelector("#output .from-cursor");
  assertStringIncludes(await textOf(page, "#output .from-cursor"), "baz: map3");
});

pageTest("the picture shows the base and the files, and opens them", async ({ page }) => {
  await page.click(".result-tabs [data-shows=picture]");
  const names = await page.$$eval("#picture .node title", (titles) => titles.map((title) => title.textContent));
  assertEquals(names.sort(), ["base", "base/flask.yml", "base/slbot.yml", "overlays/dev", "overlays/dev/flask.yml"]);
  assertEquals((await page.$$("#picture .arrow")).length, 4);
  assertEquals(await textOf(page, "#picture .node.base .caption"), "base");
  const [, ...files] = await page.$$("#picture .node.file");
  await files[0]!.click();
  await shows(page, "#editor-title", "base/");
  await page.evaluate(`document.querySelector("#picture [tabindex='0']").focus()`);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await shows(page, "#editor-title", "base/kustomization.yaml");
});
