import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { parseRepoSpec } from "../load/remote/git_url.ts";
import { pathOfFile, pathOfRoot } from "./remote_names.ts";

Deno.test("the path of a file is its host and path, cleaned, with its escapes kept", () => {
  const cases: Record<string, string> = {
    "https://raw.githubusercontent.com/org/repo/v1/dir/file.yaml":
      "raw.githubusercontent.com/org/repo/v1/dir/file.yaml",
    "http://user:secret@host:1234/path/file?query#part": "host/path/file",
    "https://host": "host",
    "https://host//": "host",
    "https://host/file%2Eyaml": "host/file%2Eyaml",
    "https://host/a file": "host/a%20file",
    "https://host/é/%41*": "host/%C3%A9/A%2A",
    "https://host/*": "host/*",
    "https://host/a/../b/./c/": "host/b/c",
    "https://host/../../../file": "host/file",
    "https://[2001:4860::8888]:80/file.yaml": "2001:4860::8888/file.yaml",
  };
  for (const [url, path] of Object.entries(cases)) assertEquals(pathOfFile(url), `localized-files/${path}`, url);
});

Deno.test("the path of a root is its host, repository, ref and folder", () => {
  const cases: Record<string, string> = {
    "ssh://git@github.com/org/repo//dir?ref=v1": "github.com/org/repo/v1",
    "git@github.com:org/repo//dir?ref=v1": "github.com/org/repo/v1",
    "https://me:token@host:8080/org/repo.git//dir?ref=group/v1": "host/org/repo/group/v1",
    "https://[2001:4860::8888]/org/repo//dir?ref=v1": "2001:4860::8888/org/repo/v1",
    "https://github.com/./../org/../org/repo.git//dir?ref=v1": "github.com/org/repo/v1",
    "https://gitlab.com/org./repo..git//dir?ref=v1": "gitlab.com/org./repo./v1",
    "file:///var/repo//dir?ref=v1": "file-schemed/var/repo/v1",
  };
  for (const [text, path] of Object.entries(cases)) {
    assertEquals(pathOfRoot(parseRepoSpec(text)!, "dir", undefined), `localized-files/${path}/dir`, text);
  }
});

Deno.test("a ref cannot lead out of the folder of remote sources, and a host must be valid", () => {
  const refused = (text: string) => {
    return assertThrows(() => pathOfRoot(parseRepoSpec(text)!, ".", undefined), KustError).diagnostic.code;
  };
  assertEquals(refused("https://host/org/repo?ref=../../../../../out"), "invalid-url");
  assertEquals(refused("ssh://host:org/repo/dir?ref=v1"), "invalid-url");
});
