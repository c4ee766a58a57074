import { assertEquals } from "@std/assert";
import { PAGE, releasesPage } from "./releases_page.ts";

Deno.test("docs/releases.md is up to date: deno task docs:releases", async () => {
  assertEquals(Deno.readTextFileSync(PAGE), await releasesPage());
});
