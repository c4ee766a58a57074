/** The widths of the panes. */

import { assert, assertEquals } from "@std/assert";
import type { Page } from "puppeteer-core";
import { built, pageTest } from "./page.ts";

const widthOf = async (page: Page, pane: string) => (await (await page.$(`.${pane}`))!.boundingBox())!.width;

const valueNow = (page: Page, id: string) => page.$eval(`#${id}`, (line) => Number(line.getAttribute("aria-valuenow")));

pageTest("the lines between the panes can be moved with the pointer, and stay after a reload", async ({ page }) => {
  const [editor, files] = [await widthOf(page, "editing"), await widthOf(page, "files")];
  const { x, y, height } = (await (await page.$("#split-editor"))!.boundingBox())!;
  await page.mouse.move(x + 5, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x - 100, y + height / 2, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(x + 200, y + height / 2);
  const moved = await widthOf(page, "editing");
  assert(Math.abs(editor - moved - 100) < 15, `${editor} became ${moved}`);
  assertEquals(await widthOf(page, "files"), files);
  await page.reload();
  await built(page);
  assertEquals(Math.round(await widthOf(page, "editing")), Math.round(moved));
});

pageTest("the lines between the panes can be moved by the keyboard", async ({ page }) => {
  const before = [await widthOf(page, "files"), await valueNow(page, "split-files")];
  await page.focus("#split-files");
  for (let press = 0; press < 3; press++) await page.keyboard.press("ArrowRight");
  assertEquals(await valueNow(page, "split-files"), before[1]! + 6);
  assert(await widthOf(page, "files") > before[0]! + 50);
  await page.keyboard.press("End");
  assertEquals(await valueNow(page, "split-files"), 40);
  await page.keyboard.press("Home");
  assertEquals(await valueNow(page, "split-files"), 10);
  await page.keyboard.press("Enter");
  assertEquals([await widthOf(page, "files"), await valueNow(page, "split-files")], before);
});
