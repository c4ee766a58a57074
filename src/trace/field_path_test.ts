import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { pathOfItem, pathOfKey, pathSteps } from "./field_path.ts";

Deno.test("pathSteps() splits at dots and brackets, which may contain dots", () => {
  const keys = {
    "": [],
    "spec.replicas": ["spec", "replicas"],
    ".spec.replicas": ["spec", "replicas"],
    "spec.ports[0].port": ["spec", "ports", "0", "port"],
    "a.[b.c/d].e": ["a", "b.c/d", "e"],
    "[a b]": ["a b"],
    "a[]": ["a", ""],
    "a[][]": ["a", "", ""],
    "data.app\\.conf": ["data", "app.conf"],
    "a[b\\]c\\\\].d": ["a", "b]c\\", "d"],
    "a[b\\c]": ["a", "b\\c"],
    "a[b[c]": ["a", "b[c"],
    "a[two\nlines]": ["a", "two\nlines"],
  };
  for (const [path, expected] of Object.entries(keys)) {
    const steps = pathSteps(path);
    assertEquals(steps.map(({ key }) => key), expected, path);
    assertEquals(steps.map(({ text }) => text).join(""), path);
  }
});

Deno.test("pathSteps() reads the fields that name an item", () => {
  const names = {
    "[name=web]": [["name", "web"]],
    "[=value]": [["", "value"]],
    "[a=1,b=2]": [["a", "1"], ["b", "2"]],
    "[a=1,b,c=]": [["a", "1,b"], ["c", ""]],
    "[a=x=y]": [["a", "x=y"]],
    "[a=1\\,b=2]": [["a", "1,b=2"]],
    "[a=1\\\\,b=2]": [["a", "1\\"], ["b", "2"]],
    "name=web": [],
  };
  for (const [path, expected] of Object.entries(names)) {
    assertEquals(pathSteps(path).map(({ names }) => names), [expected] as never, path);
  }
});

Deno.test("pathSteps() refuses what is not a path, and says where", () => {
  const problems = {
    "spec[[[": "a '[' is not closed",
    "spec.[a": "a '[' is not closed",
    "spec[a\\]": "a '[' is not closed",
    "spec.": "there is no name after a '.'",
    ".": "there is no name after a '.'",
    "spec..replicas": "there is no name after a '.'",
    "a[0]b": "'b' follows without a '.'",
    "a]": "']' follows without a '.'",
  };
  for (const [path, problem] of Object.entries(problems)) {
    const { message } = diagnosticOf("invalid-argument", () => pathSteps(path));
    assertEquals(message, `'${path}' is not a path of a field: ${problem}`);
  }
});

Deno.test("a long text that is not a path is refused at once", () => {
  diagnosticOf("invalid-argument", () => pathSteps(`[${"\\".repeat(100_001)}]`));
  diagnosticOf("invalid-argument", () => pathSteps(`[${",".repeat(10_000)}`));
});

Deno.test("pathSteps() reads the paths of any keys and values", () => {
  const texts = ["a", "", "a.b/c", "]", "[", "\\", "\\]", ",", "a=b", ",a=b", "\\,b=", "…", "a\nb", "0", "é b"];
  for (const one of texts) {
    assertEquals(pathSteps(pathOfKey("spec", one)).map(({ key }) => key), ["spec", one]);
    assertEquals(pathSteps(pathOfKey("", one)).map(({ key }) => key), [one]);
    for (const other of texts) {
      const names = [["x", one], ["y", other]] as const;
      assertEquals(pathSteps(pathOfItem("a", names)).map(({ names }) => names), [[], names] as never);
    }
  }
});
