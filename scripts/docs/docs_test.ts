/** Checks that every file, folder, task and page named in the papers exists. */

import { assertEquals } from "@std/assert";
import denoJson from "../../deno.json" with { type: "json" };
import { exists } from "../exists.ts";
import { PAPERS, readPaper, urlOf } from "./papers.ts";

const ROOT = new URL("../..", import.meta.url);
/**
 * Code spans that are paths: they begin with a folder or name a file at the top level. Skips generated and fetched
 * ones.
 */
function pathsIn(text: string): string[] {
  const spans = [...text.matchAll(/`([^`\s]+)`/g)].map((match) => match[1]!);
  return spans.filter((span) =>
    /^(src|scripts|testdata|docs|packaging|\.ci)\/|^(main|mod)\.ts$|^deno\.json$/.test(span)
  );
}

/** The targets of links to other pages of the repository. */
function linksIn(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map((match) => match[1]!);
}

for (const paper of PAPERS) {
  const page = urlOf(paper);
  const text = readPaper(paper);
  Deno.test(`every path in ${paper} exists`, () => {
    // `<area>` and the like are placeholders.
    const missing = pathsIn(text).filter((path) => !/[<*…]/.test(path) && !exists(new URL(path, ROOT)));
    assertEquals(missing, []);
    assertEquals(linksIn(text).filter((link) => !exists(new URL(link, page))), []);
  });
  Deno.test(`every task in ${paper} exists`, () => {
    const tasks = [...text.matchAll(/deno(?:@[\d.]+)? task ([\w:]+)/g)].map((match) => match[1]!);
    assertEquals(tasks.filter((task) => !(task in denoJson.tasks)), []);
  });
}

Deno.test("ARCHITECTURE.md has a row for each folder of src/, in the order of imports", async () => {
  const { LAYERS } = await import("../checks/check_imports.ts");
  const text = readPaper("ARCHITECTURE.md");
  const rows = [...text.matchAll(/^\| `src\/(\w+)\/` +\|/gm)].map((match) => match[1]!);
  // A folder comes at the position of its last layer.
  const layers = LAYERS.filter((layer) => !layer.endsWith(".ts")).map((layer) => layer.split("/")[0]!);
  assertEquals(rows, layers.filter((layer, at) => layers.lastIndexOf(layer) === at));
  const folders = [...Deno.readDirSync(new URL("src", ROOT))].map((entry) => entry.name).sort();
  assertEquals([...rows, "testing"].sort(), folders);
});

Deno.test("the library example of README.md works", async () => {
  const text = readPaper("README.md");
  const example = /```ts\n(.*?)```/s.exec(text)![1]!.replace("./mod.ts", new URL("mod.ts", ROOT).href);
  const child = new Deno.Command(Deno.execPath(), { args: ["run", "--quiet", "-"], stdin: "piped", stdout: "piped" })
    .spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(example));
  await writer.close();
  assertEquals(
    new TextDecoder().decode((await child.output()).stdout),
    "apiVersion: v1\nkind: Service\nmetadata:\n  name: dev-web\n\n",
  );
});
