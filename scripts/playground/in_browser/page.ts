/** A test in a page of its own, without anything that other tests stored. */

import type { Browser, ElementHandle, Page } from "puppeteer-core";
import { assertEquals } from "@std/assert";
import { findChromium, servePlayground, startChromium } from "./chromium.ts";

/** Milliseconds to wait for what should come at once, on a machine with other things to do. */
const PATIENCE = 60_000;

let browser: Browser;
let server: ReturnType<typeof servePlayground>;

Deno.test.beforeAll(async () => {
  server = servePlayground();
  browser = await startChromium(findChromium()!);
});

Deno.test.afterAll(async () => {
  await browser.close();
  await server.stop();
});

export interface Given {
  page: Page;
  address: string;
  /** The server may stop before the page does. */
  server: typeof server;
}

/** Every test also holds that the page asked nobody but its own server, and that nothing failed in it. */
export function pageTest(name: string, body: (given: Given) => Promise<void>, path = ""): void {
  Deno.test({
    name,
    sanitizeOps: false,
    sanitizeResources: false,
    fn: async () => {
      // A crash of the browser is a fault of one test and not of all that follow.
      if (!browser.connected) browser = await startChromium(findChromium()!);
      const context = await browser.createBrowserContext();
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(PATIENCE);
        await page.setViewport({ width: 1280, height: 800 });
        const faults: string[] = [];
        page.on("pageerror", (error) => faults.push(`${error}`));
        page.on("console", (message) => ["error", "warn"].includes(message.type()) && faults.push(message.text()));
        page.on("request", (request) => isOwn(request.url()) || faults.push(`request for ${request.url()}`));
        await page.goto(server.address + path);
        await built(page);
        await body({ page, address: server.address, server });
        assertEquals(faults, []);
      } finally {
        await context.close();
      }
    },
  });
}

function isOwn(url: string): boolean {
  return url.startsWith(server.address) || url.startsWith("blob:");
}

/** Waits for a build without errors. */
export async function built(page: Page): Promise<void> {
  await page.waitForSelector("#status[data-state=built]");
}

/** Waits until the text of an element has a part. */
export async function shows(page: Page, selector: string, part: string): Promise<void> {
  const js = `document.querySelector(${JSON.stringify(selector)})?.textContent.includes(${JSON.stringify(part)})`;
  try {
    await page.waitForFunction(js);
  } catch {
    throw new Error(`${selector} shows ${JSON.stringify(await textOf(page, selector))}, not ${JSON.stringify(part)}`);
  }
}

/** The text of the first such element. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return `${await page.evaluate(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ""`)}`;
}

/** The value of a field. */
export async function valueOf(page: Page, selector: string): Promise<string> {
  return `${await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).value`)}`;
}

/** The line of the editor or the output that has a part. */
export async function lineWith(page: Page, pane: "#editor" | "#output", part: string): Promise<ElementHandle> {
  for (const line of await page.$$(`${pane} .cm-line`)) {
    if (`${await (await line.getProperty("textContent")).jsonValue()}`.includes(part)) return line;
  }
  throw new Error(`${pane} has no line with '${part}'`);
}

/** Moves the pointer to the text of a line, and waits for what appears beside it. */
export async function tipOver(page: Page, pane: "#editor" | "#output", part: string): Promise<string> {
  const box = await (await lineWith(page, pane, part)).boundingBox();
  await page.mouse.move(box!.x + 60, box!.y + 8);
  await page.mouse.move(box!.x + 61, box!.y + 9);
  await page.waitForSelector(`${pane} .cm-tooltip`);
  return await textOf(page, `${pane} .cm-tooltip`);
}

/** Types at the end of a line of the editor. */
export async function typeAfter(page: Page, part: string, text: string): Promise<void> {
  await (await lineWith(page, "#editor", part)).click();
  await page.keyboard.press("End");
  await page.keyboard.type(text);
}
