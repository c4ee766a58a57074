import { assertEquals } from "@std/assert";
import { joinImageName, splitImageName } from "./image_name.ts";

Deno.test("splitImageName() finds the tag and the digest after the host", () => {
  const cases: [text: string, name: string, tag: string, digest: string][] = [
    ["nginx", "nginx", "", ""],
    ["nginx:1", "nginx", "1", ""],
    ["nginx@sha256:a", "nginx", "", "sha256:a"],
    ["nginx:1@sha256:a", "nginx", "1", "sha256:a"],
    ["host:80/nginx", "host:80/nginx", "", ""],
    ["host:80/nginx:1", "host:80/nginx", "1", ""],
    ["user@host/nginx@sha256:a", "user@host/nginx", "", "sha256:a"],
    ["", "", "", ""],
    [":1", "", "1", ""],
    ["@sha256:a", "", "", "sha256:a"],
    [":1@sha256:a", "", "1", "sha256:a"],
    ["/:1", "/", "1", ""],
    ["a/b/c:1:2@d:e@f", "a/b/c", "1:2", "d:e@f"],
  ];
  for (const [text, name, tag, digest] of cases) {
    assertEquals(splitImageName(text), { name, tag, digest }, text);
    assertEquals(joinImageName({ name, tag, digest }), text);
  }
});
