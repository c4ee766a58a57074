/**
 * `deno task playground`: the page that renders an overlay as one types, in dist/playground/. The folder is complete
 * and has relative addresses alone, so that it can be served from anywhere.
 */

import denoJson from "../../deno.json" with { type: "json" };
import { sha256Hex } from "../../src/text/bytes/sha256.ts";
import { exitUnless, runQuietly } from "../run_program.ts";
import { collectExamples } from "./examples.ts";
import { withPageModules } from "./page_modules.ts";

export const PLAYGROUND = "dist/playground";

const SOURCE = "playground";

/** The logo of the site, which the playground is a part of. */
const LOGO = "scripts/site/public/logo.svg";

/** Sheets in order: later ones count more. */
const STYLES = ["colours", "page", "files", "code", "result", "picture", "phone"];

/** Makes the folder. */
export async function makePlayground(folder = PLAYGROUND): Promise<void> {
  const files = new Map<string, string>();
  files.set("index.html", compact(Deno.readTextFileSync(`${SOURCE}/index.html`)));
  files.set("logo.svg", compact(Deno.readTextFileSync(LOGO)));
  files.set("style.css", compact(STYLES.map((name) => Deno.readTextFileSync(`${SOURCE}/styles/${name}.css`)).join("")));
  files.set("page.js", await pageScript());
  files.set("service_worker.js", await serviceWorker(files));
  Deno.mkdirSync(folder, { recursive: true });
  for (const { name } of [...Deno.readDirSync(folder)]) if (!files.has(name)) Deno.removeSync(`${folder}/${name}`);
  for (const [name, text] of files) Deno.writeTextFileSync(`${folder}/${name}`, text);
}

async function pageScript(): Promise<string> {
  const [worker, page, examples] = await Promise.all([
    withPageModules((map) => bundle("worker/worker.ts", `--import-map=${map}`)),
    bundle("page/main.ts"),
    collectExamples(),
  ]);
  // A function, whose text the page can get: a quoted text would be longer.
  const start = `const KUST_WORKER=()=>{${worker}};\n`;
  return withConstants({ KUST_EXAMPLES: examples }, start + page);
}

/** Its version is a hash of the other files, so that browsers replace it if one of them differs. */
async function serviceWorker(files: ReadonlyMap<string, string>): Promise<string> {
  const version = sha256Hex(new TextEncoder().encode([...files.values()].join(""))).slice(0, 16);
  const constants = { KUST_VERSION: `${denoJson.version}-${version}`, KUST_FILES: ["./", ...files.keys()] };
  return withConstants(constants, await bundle("service_worker.ts"));
}

/** Scripts without modules, which a page that was opened from a file may run too. */
async function bundle(entry: string, ...more: string[]): Promise<string> {
  const options = [...more, "--quiet", "--minify", "--platform=browser", "--format=iife"];
  const { success, output } = await runQuietly(Deno.execPath(), ["bundle", ...options, `${SOURCE}/${entry}`]);
  if (!success) console.error(output);
  exitUnless(success);
  return output;
}

function withConstants(constants: Record<string, unknown>, code: string): string {
  const lines = Object.entries(constants).map(([name, value]) => `const ${name}=${JSON.stringify(value)};\n`);
  return `(()=>{${lines.join("")}${code}})();\n`;
}

/** Without comments and indentation. */
function compact(text: string): string {
  return text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, "").replace(/^\s+/gm, "");
}

if (import.meta.main) await makePlayground();
