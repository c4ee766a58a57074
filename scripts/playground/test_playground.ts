/** `deno task playground:test`: makes the playground and tests it in a real Chromium, if this machine has one. */

import { exitUnless, runShown } from "../run_program.ts";
import { findChromium } from "./in_browser/chromium.ts";
import { makePlayground } from "./make_playground.ts";

if (findChromium() === undefined) {
  console.log(
    "The tests of the playground are skipped: there is no Chromium (apt-get install chromium, or CHROMIUM=PATH)",
  );
} else {
  await makePlayground();
  const args = ["test", "-A", "--quiet", "--no-check", "scripts/playground/in_browser/all.ts", ...Deno.args];
  exitUnless(await runShown(Deno.execPath(), args));
}
