import { assertEquals } from "@std/assert";
import { insteadOfPage, looksLikeHtml } from "./pasted_url.ts";

Deno.test("the URL of a page is translated to the URL to use instead", () => {
  const cases: Record<string, string | undefined> = {
    "https://github.com/org/repo/blob/v1/dir/pod.yaml": "https://raw.githubusercontent.com/org/repo/v1/dir/pod.yaml",
    "github.com/org/repo/tree/main/dir/sub/": "https://github.com/org/repo//dir/sub?ref=main",
    "https://github.com/org/repo/tree/main": "https://github.com/org/repo//?ref=main",
    "https://github.com/org/repo/blob/main/dir/kustomization.yaml": "https://github.com/org/repo//dir?ref=main",
    "https://gitlab.com/group/sub/repo/-/blob/main/pod.yaml": "https://gitlab.com/group/sub/repo/-/raw/main/pod.yaml",
    "https://gitlab.com/group/sub/repo/-/tree/main/dir": "https://gitlab.com/group/sub/repo.git//dir?ref=main",
    "https://github.com/org/repo//blob?ref=v1": undefined,
    "https://example.com/org/repo/blob/main/x.yaml": undefined,
    "../base": undefined,
  };
  for (const [text, instead] of Object.entries(cases)) assertEquals(insteadOfPage(text), instead, text);
});

Deno.test("a web page is distinguished from YAML", () => {
  const html = (text: string) => looksLikeHtml(new TextEncoder().encode(text));
  assertEquals(html("\n<!DOCTYPE html>\n<html>"), true);
  assertEquals(html("<!-- hello -->\n<HTML lang=en>"), true);
  assertEquals(html("kind: Pod\n"), false);
  assertEquals(html("# <html>\nkind: Pod\n"), false);
});
