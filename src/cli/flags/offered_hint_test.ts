import { assertEquals } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { BUILD_OPTION_FLAGS } from "../build/build_options.ts";
import { withOfferedHint } from "./offered_hint.ts";

Deno.test("withOfferedHint() leaves out advice that a command cannot follow", () => {
  const own = { force: { type: "bool", help: "" } } as const;
  const hintWith = (hint: string, flags: Parameters<typeof withOfferedHint>[1] = own) =>
    withOfferedHint(new KustError({ code: "outside-root", message: "m", hint }), flags).diagnostic.hint;
  const hint = "move it, or build with --load-restrictor LoadRestrictionsNone";
  assertEquals(hintWith(hint), "move it");
  assertEquals(hintWith(hint, BUILD_OPTION_FLAGS), hint);
  assertEquals(hintWith("allow more with --max-download, such as 256Mi"), undefined);
  for (const other of ["use --force to override it", "git fetch --unshallow", "no flag"]) {
    assertEquals(hintWith(other), other);
  }
  const without = new KustError({ code: "outside-root", message: "m" });
  assertEquals(withOfferedHint(without, own), without);
});
