import { assertEquals } from "@std/assert";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { renderError } from "./render_diagnostic.ts";

const PLAIN = { color: false, columns: 80 };

/** A diagnostic whose place is where `mark` stands in the text. */
function at(text: string, mark: string): Diagnostic {
  return {
    code: "x",
    message: "wrong",
    place: { source: new Source("dir/file.yaml", text), offset: text.indexOf(mark) },
  };
}

Deno.test("renderError() shows the line with marks under the word", () => {
  assertEquals(
    renderError(at("a: 1\nresuorces: []\n", "resu"), PLAIN),
    "Error: wrong\n" +
      "  dir/file.yaml:2:1\n" +
      "  2 | resuorces: []\n" +
      "    | ^^^^^^^^^\n",
  );
});

Deno.test("renderError() marks a quoted text whole, and at least one character", () => {
  const lines = (diagnostic: Diagnostic) => renderError(diagnostic, PLAIN).split("\n");
  assertEquals(lines(at('a: "b c" # d', '"b'))[3], "    |    ^^^^^");
  assertEquals(lines(at("a: [ ]", " ]"))[3], "    |     ^");
});

Deno.test("renderError() gives notes with their own places, then the hint", () => {
  const error = {
    ...at("a: 1", "a"),
    notes: [{ message: "and here", place: at("b: 2", "2").place! }],
    hint: "mend it",
  };
  assertEquals(
    renderError(error, PLAIN),
    "Error: wrong\n  dir/file.yaml:1:1\n  1 | a: 1\n    | ^\n" +
      "note: and here\n  dir/file.yaml:1:4\n  1 | b: 2\n    |    ^\n" +
      "hint: mend it\n",
  );
});

Deno.test("renderError() names the file where there is no text to show", () => {
  assertEquals(renderError({ code: "x", message: "gone", file: "a/b" }, PLAIN), "Error: gone\n  a/b\n");
  assertEquals(renderError(at("\n\nx", "\n\n"), PLAIN), "Error: wrong\n  dir/file.yaml:1:1\n");
});

Deno.test("renderError() cuts a long line around the place", () => {
  const text = renderError(at("x".repeat(1e6) + " here " + "y".repeat(1e6), "here"), PLAIN);
  const [, , line, marks] = text.split("\n");
  assertEquals(line!.length <= 80, true);
  assertEquals(line!.indexOf("here"), marks!.indexOf("^"));
});

Deno.test("renderError() stays in line with tabs and wide characters, and lets no escape sequence through", () => {
  const lines = (diagnostic: Diagnostic) => renderError(diagnostic, PLAIN).split("\n");
  assertEquals(lines(at("\tb: 1", "b")).slice(2, 4), ["  1 |  b: 1", "    |  ^"]);
  assertEquals(lines(at("世界: x", "x"))[3], "    |       ^");
  assertEquals(lines(at("a: \x1b[31m b", "b"))[2], "  1 | a: \ufffd[31m b");
});

Deno.test("renderError() colours when asked to", () => {
  assertEquals(renderError({ code: "x", message: "m" }, { color: true, columns: 80 }), "\x1b[1;31mError:\x1b[0m m\n");
});
