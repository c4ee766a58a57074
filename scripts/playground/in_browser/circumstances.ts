/** Other circumstances: no network, a phone, the keyboard alone, a dark system, a page from a file. */

import { assertEquals } from "@std/assert";
import type { SerializedAXNode } from "puppeteer-core";
import { PLAYGROUND } from "../make_playground.ts";
import { built, pageTest, shows, typeAfter } from "./page.ts";

pageTest("neither the page nor its worker can connect to anything", async ({ page, address, server }) => {
  await page.waitForFunction("navigator.serviceWorker.controller !== null");
  const before = server.asked.length;
  const attempt = `fetch(${JSON.stringify(address)}).then(() => "connected", () => "refused")`;
  const worker = `new Promise((resolve) => {
    const code = ${JSON.stringify(attempt)} + ".then((word) => postMessage(word))";
    new Worker(URL.createObjectURL(new Blob([code]))).onmessage = ({ data }) => resolve(data);
  })`;
  const browserSays: string[] = [];
  page.removeAllListeners("console");
  page.on("console", (message) => browserSays.push(message.text()));
  assertEquals([await page.evaluate(attempt), await page.evaluate(worker)], ["refused", "refused"]);
  assertEquals(
    browserSays.every((text) => /connect-src|Content Security Policy/.test(text)),
    true,
    browserSays.join("\n"),
  );
  await typeAfter(page, "bar=map2", "9");
  await shows(page, "#output .cm-content", "map29");
  assertEquals(server.asked.slice(before), []);
});

pageTest("the page works without a network once it was open", async ({ page }) => {
  await page.waitForFunction("navigator.serviceWorker.controller !== null");
  await page.setOfflineMode(true);
  await page.reload();
  await built(page);
  await typeAfter(page, "bar=map2", "-offline");
  await shows(page, "#output .cm-content", "map2-offline");
});

pageTest("a phone shows one pane at a time, none of them wider than it", async ({ page }) => {
  await page.setViewport({ width: 360, height: 720, isMobile: true, hasTouch: true });
  await built(page);
  for (const [pane, selector] of [["files", "#tree"], ["output", "#output"], ["picture", "#picture"]]) {
    await page.tap(`.phone-tabs [data-shows=${pane}]`);
    await page.waitForSelector(selector!, { visible: true });
    assertEquals(await page.evaluate("document.documentElement.scrollWidth"), 360, pane);
    assertEquals((await page.$$("main > .pane")).length, 3);
    assertEquals(await visiblePanes(), 1, pane);
  }
  await page.tap(".phone-tabs [data-shows=files]");
  await page.tap(".row[data-path='base/slbot.yml']");
  await page.waitForSelector("#editor", { visible: true });
  await shows(page, "#editor-title", "base/slbot.yml");

  function visiblePanes(): Promise<unknown> {
    return page.evaluate("[...document.querySelectorAll('main > .pane')].filter((pane) => pane.offsetParent).length");
  }
});

pageTest("everything can be reached by the keyboard", async ({ page }) => {
  const focused = () => page.evaluate("document.activeElement.closest('[data-region]')?.getAttribute('aria-label')");
  await page.focus("#example");
  const regions = [];
  for (let press = 0; press < 4; press++) {
    await page.keyboard.press("F6");
    regions.push(await focused());
  }
  assertEquals(regions, ["Files", "Editor", "Result", null]);
  assertEquals(await page.evaluate("document.activeElement.closest('#output') !== null"), true);
  // From a line of the output to its place in a file.
  for (let press = 0; press < 4; press++) await page.keyboard.press("ArrowDown");
  await shows(page, "#origin h3 code", "data.foo");
  await page.keyboard.press("Enter");
  assertEquals(await focused(), "Editor");
  // Tab leaves the editor after Escape, and indents otherwise.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assertEquals(await page.evaluate("document.activeElement.id"), "split-editor");
  await page.keyboard.press("Tab");
  assertEquals(await focused(), "Result");
  // The tree: to the parent, close it, open it, and to a file.
  await page.focus(".row[tabindex='0']");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assertEquals(await page.$(".row[data-path='overlays/dev/flask.yml']"), null);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await shows(page, "#editor-title", "overlays/dev/flask.yml");
});

pageTest("F8 leads to the problem", async ({ page }) => {
  await typeAfter(page, "flask.yml", "x");
  await shows(page, "#live", "'flask.ymlx' does not exist");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("F8");
  await shows(page, "#editor .cm-activeLine", "flask.ymlx");
});

pageTest("roles and names are there for screen readers", async ({ page }) => {
  const unnamed = await page.evaluate(`[...document.querySelectorAll("button, select, input, [role=treeitem]")]
    .filter((one) => one.offsetParent !== null && !one.getAttribute("aria-label") && !one.textContent.trim() &&
      !one.labels?.length).map((one) => one.outerHTML)`);
  assertEquals(unnamed, []);
  const roles = new Set<string>();
  const visit = ({ role, children = [] }: SerializedAXNode): void => {
    roles.add(role);
    children.forEach(visit);
  };
  visit((await page.accessibility.snapshot())!);
  for (const role of ["heading", "tree", "treeitem", "tab", "textbox", "button", "combobox"]) {
    assertEquals(roles.has(role), true, `${role} among ${[...roles]}`);
  }
});

pageTest("a dark system gets a dark page, unless the user chooses light", async ({ page }) => {
  const background = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  assertEquals(await background(), "rgb(18, 20, 23)");
  await page.click("#theme");
  assertEquals(await background(), "rgb(244, 244, 241)");
  await page.reload();
  assertEquals(await background(), "rgb(244, 244, 241)");
});

pageTest("the page works from a file, without any server", async ({ page }) => {
  const own = await page.browserContext().newPage();
  await own.goto(`file://${Deno.realPathSync(PLAYGROUND)}/index.html`);
  await built(own);
  await shows(own, "#output .cm-content", "awesome-config-map-9g5c7629t5");
});
