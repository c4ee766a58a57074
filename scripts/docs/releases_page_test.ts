import { assertEquals } from "@std/assert";
import { PAGE, releasesPage } from "./releases_page.ts";

Deno.test("docs/releases.md is what the table of behaviours says", async () => {
  assertEquals(Deno.readTextFileSync(PAGE), await releasesPage());
});
