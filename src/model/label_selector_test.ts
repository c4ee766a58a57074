import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { parseLabelSelector } from "./label_selector.ts";

const LABELS: Record<string, string> = { app: "web", tier: "front", "example.com/level": "7", empty: "" };

function selects(selector: string): boolean {
  return parseLabelSelector(selector).matches((key) => LABELS[key]);
}

Deno.test("equality, sets, existence and comparison", () => {
  for (
    const selector of [
      "",
      " ",
      "app=web",
      "app==web,tier=front",
      "app!=db",
      "missing!=x",
      "app in (db, web)",
      "app notin (db)",
      "missing notin (db)",
      "app",
      "!missing",
      " app , ! missing ",
      "example.com/level>6",
      "example.com/level<8",
      "empty=",
      "empty=,app",
      "empty in ()",
      "empty in (,x)",
      "empty in (x,)",
      "empty in (x,,y)",
      "app notin (in, notin)",
    ]
  ) assertEquals(selects(selector), true, selector);
  for (
    const selector of [
      "example.com/level>7",
      "example.com/level<7",
      "app=db",
      "app=web,tier=back",
      "app!=web",
      "missing",
      "!app",
      "app notin (web)",
      "app in (db,api)",
      "missing in ()",
      "example.com/level>7",
      "app>1",
      "missing<1",
      "app=",
    ]
  ) assertEquals(selects(selector), false, selector);
});

Deno.test("invalid selectors are rejected with what was expected", () => {
  const cases: [string, string][] = [
    [",app", "found ',' in the label selector ',app', expected a label"],
    ["app,", "found the end in the label selector 'app,', expected a label after ','"],
    ["app web", "found 'web' in the label selector 'app web', expected '=', '==', '!=', '<', '>', 'in' or 'notin'"],
    ["!app=web", "found '=' in the label selector '!app=web', expected ',' or the end"],
    ["app in web", "found 'web' in the label selector 'app in web', expected '('"],
    ["app in (a b)", "found 'b' in the label selector 'app in (a b)', expected ',' or ')'"],
    ["app in (a", "found the end in the label selector 'app in (a', expected ',' or ')'"],
    ["app=(web)", "found '(' in the label selector 'app=(web)', expected a value"],
    ["app>=1", "found '=' in the label selector 'app>=1', expected a value"],
    ["app>x", "'app>' needs an integer, found 'x'"],
    ["app=we*b", "'we*b' is not a valid label value (of 'app')"],
    ["-app", "'-app' is not a valid label key"],
    ["a/b/c=1", "'a/b/c' is not a valid label key"],
    ["UPPER.com/x", "'UPPER.com/x' is not a valid label key"],
    ["x".repeat(64), `'${"x".repeat(64)}' is not a valid label key`],
  ];
  for (const [selector, message] of cases) {
    const error = assertThrows(() => parseLabelSelector(selector), KustError, undefined, selector);
    assertEquals([error.diagnostic.code, error.message], ["invalid-selector", message]);
  }
});

Deno.test("keys, their domains and values have a longest length", () => {
  const texts = [
    [253, (text: string) => `${text}/b`],
    [63, (text: string) => text],
    [63, (text: string) => `a/${text}`],
    [63, (text: string) => `b in (${text})`],
  ] as const;
  for (const [most, textOf] of texts) {
    const selector = (length: number) => parseLabelSelector(textOf("a".repeat(length)));
    assertEquals(selector(most).matches(() => "a".repeat(most)), true);
    assertThrows(() => selector(most + 1), KustError, "is not a valid label");
  }
});
