import { assertEquals } from "@std/assert";
import { brotliCompressSync } from "node:zlib";
import { collectExamples } from "./examples.ts";
import { makePlayground } from "./make_playground.ts";

/** What a visitor loads, in bytes of brotli. */
const BUDGET = 250_000;

Deno.test("the playground is small, refers to nothing elsewhere, and names all its files for times offline", async () => {
  const folder = Deno.makeTempDirSync({ prefix: "kust-playground-" });
  try {
    await makePlayground(folder);
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
    assertEquals(names, ["index.html", "logo.svg", "page.js", "service_worker.js", "style.css"]);
    const sizes = names.map((name) => brotliCompressSync(Deno.readFileSync(`${folder}/${name}`)).length);
    const sum = sizes.reduce((total, size) => total + size);
    assertEquals(sum < BUDGET, true, `${sum} bytes of brotli, more than ${BUDGET}`);
    const read = (name: string) => Deno.readTextFileSync(`${folder}/${name}`);
    const addresses = [...read("index.html").matchAll(/(?:href|src)="([^"#]*)/g)].map(([, address]) => address);
    assertEquals(addresses.filter((address) => address !== "" && !names.includes(address!)), []);
    for (const name of names) {
      if (name !== "service_worker.js") assertEquals(read("service_worker.js").includes(`"${name}"`), true, name);
    }
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("the first example is the article's, and all of them build", async () => {
  const examples = await collectExamples();
  assertEquals(examples[0]!.folder, "overlays/dev");
  assertEquals(Object.keys(examples[0]!.files).includes("overlays/dev/kustomization.yaml"), true);
  assertEquals(examples.every(({ title, folder }) => title !== "" && folder !== ""), true);
});
