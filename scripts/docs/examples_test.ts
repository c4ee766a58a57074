/** The commands in docs/ and in the READMEs of examples/ print what is written below them. */

import { assertEquals } from "@std/assert";
import { pagesWithExamples, readPage, withOutputs } from "./run_page.ts";

for (const page of pagesWithExamples()) {
  Deno.test(`the examples of ${page}`, async () => assertEquals(await withOutputs(page), readPage(page)));
}
