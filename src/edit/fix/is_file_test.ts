import { assertEquals } from "@std/assert";
import { realHost } from "../../host/real_host.ts";
import { isFile } from "./is_file.ts";

Deno.test("isFile() tells files from folders and from inline patches, however long", () => {
  const folder = import.meta.dirname!;
  const texts = [`${folder}/is_file.ts`, folder, `${folder}/none.ts`, "a: b\n", `{a: ${"b".repeat(5000)}}`, "a\0"];
  assertEquals(texts.map((text) => isFile(realHost.fs, text)), [true, false, false, false, false, false]);
});
