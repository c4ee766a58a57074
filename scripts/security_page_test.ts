import { assert, assertEquals } from "@std/assert";

const ROOT = new URL("../", import.meta.url);
const PAGE = Deno.readTextFileSync(new URL("SECURITY.md", ROOT));

/** The text from a heading to the next one. */
function section(heading: string): string {
  const [, text = ""] = PAGE.split(`## ${heading}\n`);
  return text.split("\n## ")[0]!;
}

Deno.test("each test that SECURITY.md names exists, and has tests", () => {
  const files = [...PAGE.matchAll(/`([\w./-]+\.ts)`/g)].map(([, path = ""]) => path);
  assert(files.length > 8);
  for (const path of files) {
    const text = Deno.readTextFileSync(new URL(path, ROOT));
    assert(/Deno\.test\(|attack/.test(text), path);
  }
});

Deno.test("each promise of SECURITY.md names a test", () => {
  const promises = section("What a plain build does").split("\n- ").slice(1);
  assert(promises.length > 4);
  const features = section("Features that run programs or use the network").split("\n").filter((line) =>
    /^\| (?!feature|-)/.test(line)
  );
  assert(features.length > 4);
  const limits = section("Limits").split("\n\n").slice(1, 2);
  const unheld = [...promises, ...features, ...limits].filter((text) => !/`[\w./-]+\.ts`/.test(text));
  // Nothing is prevented there.
  assertEquals(unheld.filter((text) => !text.includes("they run as you")), []);
});
