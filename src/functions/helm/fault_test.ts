import { assertEquals } from "@std/assert";
import { fail } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { templateFault, valuesFault } from "./fault.ts";

function fault(said: string, text: string): [line: number, column: number, said: string] | undefined {
  const files = new Map([["$TMP/v.yaml", () => new Source("app/values.yaml", text)]]);
  const found = valuesFault(said, files);
  if (found === undefined) return undefined;
  const { line, column } = found.place.source.position(found.place.offset);
  return [line, column, found.said];
}

Deno.test("valuesFault() finds the file that helm cannot read, and the place in it", () => {
  const failed = "earlier\nError: failed to parse $TMP/v.yaml: yaml: line 3: it broke";
  const shown = "earlier\nError: failed to parse app/values.yaml: yaml: line 3: it broke";
  assertEquals(fault(failed, "a: 1\nb: [\nc: 2\n"), [2, 4, shown]);
  // What only helm refuses.
  assertEquals(fault(failed, "a: 1\na: 2\nc: 3\n"), [3, 1, shown]);
  assertEquals(fault("Error: cannot load $TMP/v.yaml: it is a list", "- a\n"), [
    1,
    1,
    "Error: cannot load app/values.yaml: it is a list",
  ]);
  assertEquals(fault("Error: failed to parse other.yaml: line 3", "a: 1\n"), undefined);
  assertEquals(fault("Error: no such chart", "a: 1\n"), undefined);
});

Deno.test("templateFault() finds the innermost template, if it can be read", () => {
  const files: Record<string, string> = {
    "templates/a.yaml": "a: 1\nb: {{ .Values.c.d }}\n",
    "charts/sub/templates/_b.tpl": "one\n",
  };
  const read = (path: string) => new Source(path, files[path] ?? fail("not-found", "none"));
  const placed = (said: string) => {
    const place = templateFault(said, read)?.place;
    return place && [place.source.name, ...Object.values(place.source.position(place.offset))];
  };
  const executing = 'template: web/templates/a.yaml:2:13: executing "web/templates/a.yaml" at <.Values.c.d>: nil';
  assertEquals(placed(executing), ["templates/a.yaml", 2, 14]);
  assertEquals(placed(`${executing}: template: web/charts/sub/templates/_b.tpl:1:0: x`), [
    "charts/sub/templates/_b.tpl",
    1,
    1,
  ]);
  assertEquals(placed("execution error at (web/templates/a.yaml:1:3): no"), ["templates/a.yaml", 1, 4]);
  assertEquals(placed("parse error at (web/templates/a.yaml:2): no"), ["templates/a.yaml", 2, 1]);
  const debugged = "execution error at (web/templates/a.yaml:1:3): no\nhelm.sh/helm\n\t/root/go/helm.sh/cmd/helm.go:91";
  assertEquals(placed(debugged), ["templates/a.yaml", 1, 4]);
  assertEquals(placed("error at (web/templates/gone.yaml:2): no"), undefined);
  assertEquals(placed("error at (web/templates/a.yaml:9): no"), undefined);
  assertEquals(placed("no such chart"), undefined);
});
