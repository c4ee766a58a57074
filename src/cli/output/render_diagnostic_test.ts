import { assertEquals } from "@std/assert";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { renderDiagnostic, renderWarning } from "./render_diagnostic.ts";

const PLAIN = { color: false, columns: 80 };

/** A diagnostic placed at `mark` in the text. */
function at(text: string, mark: string): Diagnostic {
  return {
    code: "unknown-field",
    message: "wrong",
    place: { source: new Source("dir/file.yaml", text), offset: text.indexOf(mark) },
  };
}

Deno.test("renderDiagnostic() shows the line with marks under the word", () => {
  assertEquals(
    renderDiagnostic(at("a: 1\nresuorces: []\n", "resu"), PLAIN),
    "Error: wrong [unknown-field]\n" +
      "  dir/file.yaml:2:1\n" +
      "  2 | resuorces: []\n" +
      "    | ^^^^^^^^^\n",
  );
});

Deno.test("renderDiagnostic() marks a whole quoted text, and at least one character", () => {
  const lines = (diagnostic: Diagnostic) => renderDiagnostic(diagnostic, PLAIN).split("\n");
  assertEquals(lines(at('a: "b c" # d', '"b'))[3], "    |    ^^^^^");
  assertEquals(lines(at("a: [ ]", " ]"))[3], "    |     ^");
});

Deno.test("renderDiagnostic() prints notes with their own places, then the hint", () => {
  const error = {
    ...at("a: 1", "a"),
    notes: [{ message: "and here", place: at("b: 2", "2").place! }],
    hint: "mend it",
  };
  assertEquals(
    renderDiagnostic(error, PLAIN),
    "Error: wrong [unknown-field]\n  dir/file.yaml:1:1\n  1 | a: 1\n    | ^\n" +
      "note: and here\n  dir/file.yaml:1:4\n  1 | b: 2\n    |    ^\n" +
      "hint: mend it\n",
  );
});

Deno.test("renderDiagnostic() names the file if there is no text to show", () => {
  assertEquals(
    renderDiagnostic({ code: "unknown-field", message: "gone", file: "a/b" }, PLAIN),
    "Error: gone [unknown-field]\n  a/b\n",
  );
  assertEquals(renderDiagnostic(at("\n\nx", "\n\n"), PLAIN), "Error: wrong [unknown-field]\n  dir/file.yaml:1:1\n");
});

Deno.test("renderDiagnostic() hides the line of a secret", () => {
  const diagnostic = { ...at("password: abc\n", "abc"), hidesLine: true as const };
  assertEquals(renderDiagnostic(diagnostic, PLAIN), "Error: wrong [unknown-field]\n  dir/file.yaml:1:11\n");
});

Deno.test("renderDiagnostic() cuts a long line around the place", () => {
  const text = renderDiagnostic(at("x".repeat(1e6) + " here " + "y".repeat(1e6), "here"), PLAIN);
  const [, , line, marks] = text.split("\n");
  assertEquals(line!.length <= 80, true);
  assertEquals(line!.indexOf("here"), marks!.indexOf("^"));
});

Deno.test("renderDiagnostic() stays aligned with tabs and wide characters, and escapes escape sequences", () => {
  const lines = (diagnostic: Diagnostic) => renderDiagnostic(diagnostic, PLAIN).split("\n");
  assertEquals(lines(at("\tb: 1", "b")).slice(2, 4), ["  1 |  b: 1", "    |  ^"]);
  assertEquals(lines(at("世界: x", "x"))[3], "    |       ^");
  assertEquals(lines(at("a: \x1b[31m b", "b"))[2], "  1 | a: \ufffd[31m b");
  assertEquals(lines({ code: "unknown-field", message: "'\x1b[31m\n' is bad", hint: "\x07" }).slice(0, 3), [
    "Error: '\ufffd[31m",
    "' is bad [unknown-field]",
    "hint: \ufffd",
  ]);
});

Deno.test("renderDiagnostic() marks a whole word with colons in it, and a whole text in quotes", () => {
  const marks = (text: string, word: string) =>
    renderDiagnostic(at(text, word), PLAIN).split("\n")[3]?.replaceAll(/[ |]/g, "");
  assertEquals(marks("- https://a/b:c", "https"), "^".repeat(13));
  assertEquals(marks("image: a:1, x", "image"), "^^^^^");
  assertEquals(marks('- "a \\" b" c', '"a'), "^".repeat(8));
  assertEquals(marks("- 'it''s' c", "'it"), "^".repeat(7));
  assertEquals(marks("{a: b}", "b"), "^");
});

Deno.test("renderDiagnostic() names a file once", () => {
  const named = renderDiagnostic({ code: "unknown-field", message: "'a' does not exist", file: "a" }, PLAIN);
  assertEquals(named, "Error: 'a' does not exist [unknown-field]\n");
  assertEquals(
    renderDiagnostic({ code: "unknown-field", message: "it is empty", file: "a" }, PLAIN),
    "Error: it is empty [unknown-field]\n  a\n",
  );
});

Deno.test("renderDiagnostic() uses colours on request", () => {
  assertEquals(
    renderDiagnostic({ code: "unknown-field", message: "m" }, { color: true, columns: 80 }),
    "\x1b[1;31mError:\x1b[0m m \x1b[2m[unknown-field]\x1b[0m\n",
  );
});

Deno.test("renderDiagnostic() hides passwords in URLs, in the line and in the file's name", () => {
  const source = new Source("https://me:secret@host/x.yaml", "resources: ['https://me:secret@host/y']");
  const text = renderDiagnostic({ code: "unknown-field", message: "wrong", place: { source, offset: 11 } }, PLAIN);
  assertEquals(text.includes("secret"), false);
  assertEquals(text.split("\n")[2], "  1 | resources: ['https://me:******@host/y']");
});

Deno.test("no text acts on a terminal: neither escape sequences nor marks that change the direction of text", () => {
  const words = "\u001b]0;x\u0007 \u202e\u2066 \u200f\u061c";
  const harmless = "\ufffd]0;x\ufffd \ufffd\ufffd \ufffd\ufffd";
  assertEquals(renderWarning({ code: "internal", message: words }), `${harmless}\n`);
  assertEquals(
    renderDiagnostic({ code: "internal", message: words }, { color: false, columns: 80 }).includes(harmless),
    true,
  );
});

Deno.test("renderDiagnostic() writes plain text by default", () => {
  assertEquals(renderDiagnostic({ code: "not-found", message: "m", hint: "h" }), "Error: m [not-found]\nhint: h\n");
});
