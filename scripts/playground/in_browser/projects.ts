/** Projects that come from elsewhere and go elsewhere: links, folders, downloads, reloads. */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { built, pageTest, shows, textOf, typeAfter, valueOf } from "./page.ts";

pageTest("a link holds the whole project", async ({ page }) => {
  await page.select("#target", "overlays/prod");
  await page.select("#release", "v5.7.1");
  await typeAfter(page, "bar=prod2", "-é");
  await shows(page, "#output .cm-content", "bar: prod2-é");
  await page.click("#share");
  await page.waitForFunction("location.hash.startsWith('#project=')");
  const link = page.url();
  const other = await page.browserContext().newPage();
  await other.goto(link);
  await built(other);
  await shows(other, "#output .cm-content", "bar: prod2-é");
  assertEquals(await valueOf(other, "#release"), "v5.7.1");
  await typeAfter(other, "bar=prod2", "!");
  await other.waitForFunction("location.hash === ''");

  await other.goto(`${link.slice(0, -40)}`);
  await shows(other, "#toast", "The link is damaged");
});

pageTest("a reload keeps what was typed", async ({ page }) => {
  await typeAfter(page, "bar=map2", "-kept");
  await shows(page, "#output .cm-content", "map2-kept");
  await page.waitForFunction("sessionStorage.getItem('kust-project') !== null");
  await page.reload();
  await built(page);
  await shows(page, "#output .cm-content", "map2-kept");
  assertStringIncludes(await textOf(page, "#example"), "Your project");
});

pageTest("the user's own project stays while examples are looked at", async ({ page }) => {
  await typeAfter(page, "bar=map2", "-own");
  assertEquals(await valueOf(page, "#example"), "-1");
  await page.select("#example", "1");
  await page.waitForSelector(".row[data-path='README.md']");
  await page.select("#example", "-1");
  await shows(page, "#output .cm-content", "map2-own");
  await page.click("#toast button");
  await page.waitForSelector(".row[data-path='README.md']");
  assertEquals(await valueOf(page, "#example"), "1");
});

async function withFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = Deno.makeTempDirSync({ prefix: "kust-playground-" });
  try {
    Deno.mkdirSync(`${folder}/shop/.git`, { recursive: true });
    Deno.writeTextFileSync(`${folder}/shop/.git/HEAD`, "ref: refs/heads/main\n");
    Deno.writeTextFileSync(`${folder}/shop/kustomization.yaml`, "configMapGenerator: [{name: a, files: [b.bin]}]\n");
    Deno.writeFileSync(`${folder}/shop/b.bin`, new Uint8Array([0xff, 0xfe, 0, 1]));
    await body(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

pageTest("a folder can be chosen; files that are not text stay bytes", async ({ page }) => {
  await withFolder(async (folder) => {
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.click("#open-folder")]);
    await chooser.accept([`${folder}/shop`]);
    await shows(page, "#toast", "Opened 2 files");
    await shows(page, "#output .cm-content", "b.bin: //4AAQ==");
    await page.click(".row[data-path='b.bin']");
    await shows(page, "#binary", "b.bin is not text: 4 bytes");
    await page.click("#toast button");
    await shows(page, "#output .cm-content", "awesome-config-map-9g5c7629t5");
  });
});

pageTest("a folder can be dropped on the page", async ({ page }) => {
  await withFolder(async (folder) => {
    const devtools = await page.createCDPSession();
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      const data = { items: [], files: [`${folder}/shop`], dragOperationsMask: 1 };
      await devtools.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
    }
    await shows(page, "#toast", "Opened 2 files");
    await shows(page, "#output .cm-content", "b.bin: //4AAQ==");
  });
});

pageTest("the output can be downloaded", async ({ page }) => {
  const folder = Deno.makeTempDirSync({ prefix: "kust-playground-" });
  try {
    const devtools = await page.createCDPSession();
    await devtools.send("Browser.setDownloadBehavior", {
      behavior: "allow",
      downloadPath: folder,
      browserContextId: page.browserContext().id!,
      eventsEnabled: true,
    });
    const done = new Promise<void>((resolve) => {
      devtools.on("Browser.downloadProgress", ({ state }) => state === "completed" && resolve());
    });
    await page.click("#download");
    await done;
    const text = Deno.readTextFileSync(`${folder}/overlays-dev.yaml`);
    assertEquals(text, Deno.readTextFileSync("testdata/seed/dev_by_resources/stdout"));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
