/** The commands in docs/ and in the READMEs of examples/ print what is written below them. */

import { assertEquals } from "@std/assert";
import { readPaper } from "./papers.ts";
import { PAGES_WITH_EXAMPLES, withOutputs } from "./run_page.ts";

for (const page of PAGES_WITH_EXAMPLES) {
  Deno.test(`the examples of ${page}`, async () => assertEquals(await withOutputs(page), readPaper(page)));
}
