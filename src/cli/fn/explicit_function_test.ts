import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { printStyled } from "../../yaml/write/print_styled.ts";
import { type ExplicitFunction, explicitFunction } from "./explicit_function.ts";

const IMAGE: ExplicitFunction = { image: "example.com/f:v1", execPath: "", network: false };

/** The configuration as text, without what all have. */
function config(fn: ExplicitFunction, ...words: string[]): string[] {
  const text = printStyled(explicitFunction(fn, words).root);
  return text.split("\n").map((line) => line.trim()).filter((line) => /^(?:container|exec|data|kind): /.test(line));
}

Deno.test("words are the data of a ConfigMap, or of the kind that comes first", () => {
  const container = "container: {image: 'example.com/f:v1'}";
  assertEquals(config(IMAGE, "a=b=c", "d="), [container, "data: {a: b=c, d: ''}", "kind: ConfigMap"]);
  assertEquals(config(IMAGE, "=x"), [container, "data: {'': x}", "kind: ConfigMap"]);
  assertEquals(config(IMAGE, "SetLabel", "a=x"), [container, "data: {a: x}", "kind: SetLabel"]);
  assertEquals(config(IMAGE), [container, "data: {}", "kind: ConfigMap"]);
});

Deno.test("a function is an image, which may have a network, or a program", () => {
  const network = "container: {image: 'example.com/f:v1', network: true}";
  assertEquals(config({ ...IMAGE, network: true })[0], network);
  assertEquals(config({ image: "", execPath: "./f", network: true })[0], "exec: {path: ./f}");
});

Deno.test("all words but the first are KEY=VALUE", () => {
  for (const words of [["Kind", "x"], ["a=b", "Kind"]]) {
    diagnosticOf("invalid-argument", () => explicitFunction(IMAGE, words));
  }
});
