import { assertEquals } from "@std/assert";
import { argumentForWindows, fromWindows, toWindows } from "./windows_paths.ts";

Deno.test("paths of drives and shares are converted, and back", () => {
  const pairs = [
    ["C:\\repo\\base", "/C:/repo/base", "C:/repo/base"],
    ["c:/repo", "/C:/repo", "C:/repo"],
    ["D:\\", "/D:/", "D:/"],
    ["\\\\server\\share\\a", "/UNC:/server/share/a", "//server/share/a"],
    ["\\\\?\\C:\\long", "/C:/long", "C:/long"],
    ["..\\base", "../base", "../base"],
    ["", "", ""],
  ] as const;
  for (const [native, path, again] of pairs) {
    assertEquals([fromWindows(native), toWindows(path)], [path, again]);
    assertEquals(fromWindows(path), path);
  }
  assertEquals(toWindows("/C:"), "C:/");
});

Deno.test("what is not a path of a drive stays as it is", () => {
  for (const text of ["https://github.com/o/r", "git@github.com:o/r", "nginx:1.27", "a/b", "/tmp/x"]) {
    assertEquals([fromWindows(text), toWindows(text), argumentForWindows(text)], [text, text, text]);
  }
});

Deno.test("arguments of programs have paths of the system", () => {
  assertEquals(
    ["/C:/a", "--values=/C:/a,/D:/b", "type=bind,source=/UNC:/s/x", "a/C:/b"].map(argumentForWindows),
    ["C:/a", "--values=C:/a,D:/b", "type=bind,source=//s/x", "a/C:/b"],
  );
});
