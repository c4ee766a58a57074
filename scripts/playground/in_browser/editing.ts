/** Typing, errors, and the tree of files. */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { built, lineWith, pageTest, shows, textOf, tipOver, typeAfter } from "./page.ts";

pageTest("the output follows what is typed, with the hash of the ConfigMap in its user", async ({ page }) => {
  assertStringIncludes(await textOf(page, "#output .cm-content"), "awesome-config-map-9g5c7629t5");
  await typeAfter(page, "bar=map2", "9");
  await shows(page, "#output .cm-content", "bar: map29");
  await shows(page, "#output .cm-content", "awesome-config-map-f9c6h425d5");
});

pageTest("an error is underlined and listed with its hint, and the last output stays", async ({ page }) => {
  await (await lineWith(page, "#editor", "resources:")).click();
  await page.keyboard.press("Home");
  await page.keyboard.type("x");
  await shows(page, "#problem-list", "Unknown field 'xresources' in the kustomization");
  await shows(page, "#problem-list", "Did you mean 'resources'?");
  await shows(page, "#problem-list", "overlays/dev/kustomization.yaml:1:1");
  assertEquals(await textOf(page, "#editor .problem.error"), "xresources");
  assertEquals(await textOf(page, "#status"), "1 error");
  await shows(page, "#stale", "from before the error");
  assertStringIncludes(await textOf(page, "#output .cm-content"), "awesome-config-map-9g5c7629t5");
  assertEquals(await page.$$eval(".row.has-error", (rows) => rows.length), 3);
  assertStringIncludes(await tipOver(page, "#editor", "xresources"), "Unknown field");

  await page.keyboard.press("Backspace");
  await built(page);
  assertEquals(await page.$("#editor .problem"), null);
  assertEquals(await page.$eval("#problems", (panel) => panel.hasAttribute("hidden")), true);
});

pageTest("a warning is listed beside an output, and clicking it leads to its place", async ({ page }) => {
  await typeAfter(page, "baz=map3", "\n");
  await page.keyboard.press("Home");
  await page.keyboard.type("commonLabels: {a: b}");
  await shows(page, "#problems-title", "1 warning");
  await shows(page, "#output .cm-content", "a: b");
  await page.click(".row[data-path='base/slbot.yml']");
  await shows(page, "#editor-title", "base/slbot.yml");
  await page.click("#problem-list button");
  await shows(page, "#editor-title", "overlays/dev/kustomization.yaml");
  assertStringIncludes(await textOf(page, "#editor .cm-activeLine"), "commonLabels");
});

pageTest("a mistake that builds is underlined with the name of its rule, unless lint is off", async ({ page }) => {
  await typeAfter(page, "baz=map3", "\n");
  await page.keyboard.press("Home");
  await page.keyboard.type("images: [{name: ngnix, newTag: '2'}]");
  await shows(page, "#problems-title", "1 warning");
  await shows(page, "#problem-list", "unused-image");
  assertEquals(await page.$$eval("#editor .problem.warning", (marks) => marks.length), 1);
  await page.hover("#editor .problem.warning");
  await shows(page, "#editor .cm-tooltip", "unused-image");
  await page.click("#lint");
  await page.waitForSelector("#problems", { hidden: true });
  assertEquals(await page.$("#editor .problem"), null);
  await page.reload();
  await built(page);
  assertEquals(await page.$eval("#lint", (box) => box.matches(":checked")), false);
  await page.click("#lint");
  await shows(page, "#problem-list", "unused-image");
});

pageTest("files can be added, renamed and deleted, and a deletion undone", async ({ page }) => {
  await page.click(".row[data-path='base/slbot.yml']");
  await page.click("#add-file");
  await page.keyboard.type("slbot.yml\n");
  await shows(page, "#name-fault", "'base/slbot.yml' exists already");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("x\n");
  await shows(page, "#editor-title", "base/slbot.ymx");
  assertEquals(await textOf(page, "#editor .cm-content"), "");
  await page.click(".row[data-path='base/slbot.ymx']");
  await page.keyboard.press("F2");
  await page.keyboard.type("extra.yaml\n");
  await shows(page, "#editor-title", "base/extra.yaml");
  await page.waitForSelector(".row.unread[data-path='base/extra.yaml']");

  await page.focus(".row[data-path='base/slbot.yml']");
  await page.keyboard.press("Delete");
  await shows(page, "#problem-list", "'slbot.yml' does not exist");
  await page.click("#toast button");
  await built(page);
  await page.waitForSelector(".row[data-path='base/slbot.yml']");
});

pageTest("a folder is renamed with its files, and the build follows", async ({ page }) => {
  await page.focus(".row[data-path='overlays/dev']");
  await page.keyboard.press("F2");
  await page.keyboard.type("test\n");
  await page.waitForSelector(".row[data-path='overlays/test/flask.yml']");
  await page.waitForFunction("document.querySelector('#target').value === 'overlays/test'");
  await shows(page, "#editor-title", "overlays/test/kustomization.yaml");
});

pageTest("another kustomization and another release can be chosen", async ({ page }) => {
  await page.select("#target", "overlays/prod");
  await shows(page, "#output .cm-content", "bar: prod2");
  await shows(page, "#editor-title", "overlays/prod/kustomization.yaml");
  await page.select("#release", "v5.6.0");
  await built(page);
  await page.select("#target", "base");
  await shows(page, "#status", "3 resources");
});
