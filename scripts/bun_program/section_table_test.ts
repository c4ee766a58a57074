import { assertEquals, assertStringIncludes } from "@std/assert";
import { dropSectionTable } from "./section_table.ts";
import { exists } from "../exists.ts";
import { runQuietly } from "../run_program.ts";

Deno.test({
  name: "a program without a section table runs, and strip fails on it",
  ignore: Deno.build.os !== "linux" || !exists("/usr/bin/strip"),
  fn: async () => {
    const dir = Deno.makeTempDirSync({ prefix: "kust-test-" });
    try {
      const program = `${dir}/echo`;
      Deno.copyFileSync("/bin/echo", program);
      dropSectionTable(program);
      const bytes = Deno.readFileSync(program);
      const { success, output } = await runQuietly("strip", [program]);
      assertEquals(success, false);
      assertStringIncludes(output, "has no sections");
      assertEquals(Deno.readFileSync(program), bytes);
      assertEquals(await runQuietly(program, ["hello"]), { success: true, output: "hello\n" });
    } finally {
      Deno.removeSync(dir, { recursive: true });
    }
  },
});

Deno.test("other files stay as they are", () => {
  const file = Deno.makeTempFileSync({ prefix: "kust-test-" });
  try {
    for (const text of ["", "MZ", "x".repeat(200)]) {
      Deno.writeTextFileSync(file, text);
      dropSectionTable(file);
      assertEquals(Deno.readTextFileSync(file), text);
    }
  } finally {
    Deno.removeSync(file);
  }
});
