import { assertEquals } from "@std/assert";
import { PAGE, releasesPage } from "./releases_page.ts";

Deno.test("docs/releases.md is what the table of behaviours says", () => {
  assertEquals(Deno.readTextFileSync(PAGE), releasesPage());
});
