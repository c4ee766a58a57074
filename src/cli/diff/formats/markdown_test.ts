import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { MemoryFileSystem } from "../../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../../testing/memory_host.ts";
import { encodeUtf8 } from "../../../text/bytes/utf8.ts";
import { run } from "../../run.ts";
import { threadMs } from "../../../testing/thread_time.ts";

function side(name: string, value: string, count: number): Record<string, string> {
  const resource = (index: number) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: é-${index}}\ndata:\n${
      Array.from({ length: 12 }, (_, line) => `  k${line}: ${line === 5 ? value : "same"}\n`).join("")
    }`;
  const texts = Array.from({ length: count }, (_, index) => resource(index));
  return { [`${name}/kustomization.yaml`]: "resources: [r.yaml]\n", [`${name}/r.yaml`]: texts.join("---\n") };
}

async function markdown(limit: number, count: number): Promise<string> {
  const host = new MemoryHost(
    new MemoryFileSystem({ ...side("old", "1", count), ...side("new", "2", count + 1) }, "/p"),
  );
  assertEquals(await run(["diff", "old", "new", "--format=markdown", `--limit-bytes=${limit}`], host), 1);
  return host.stdout;
}

Deno.test("Markdown keeps to its limit, and says what it leaves out", async () => {
  const whole = await markdown(0, 30);
  const size = encodeUtf8(whole).length;
  const notes = new Map<string, string>();
  for (const share of [1, 0.9, 0.7, 0.5, 0.3, 0.1, 0.03, 110 / size]) {
    const limit = Math.floor(size * share);
    const text = await markdown(limit, 30);
    assert(encodeUtf8(text).length <= limit, `${encodeUtf8(text).length} bytes of ${limit}`);
    notes.set(/_(.*) (?:was|were) left out/.exec(text)?.[1] ?? "", text);
  }
  assertEquals([...notes.keys()], [
    "",
    "Lines around the changes",
    "Lines around the changes, and causes,",
    "The changes of fields",
    "The resources",
    "The targets",
  ]);
  const changes = notes.get("Lines around the changes, and causes,")!;
  assertStringIncludes(changes, "\n```diff\n@@ -8 +8 @@\n-  k5: 1\n+  k5: 2\n```\n\n</details>\n");
  assertStringIncludes(notes.get("The resources")!, "\n- `new`: 1 added, 0 removed, 30 changed\n");
});

Deno.test("Markdown says how many resources differ, and what it leaves out, whatever its limit is", async () => {
  for (const limit of [1, 50]) {
    assertEquals(
      await markdown(limit, 30),
      `**31 resources differ**\n\n\n_The targets were left out, to keep this within ${limit} bytes._\n`,
    );
  }
});

Deno.test("thousands of changes take seconds, and fit", async () => {
  const start = threadMs();
  const text = await markdown(60_000, 3000);
  assert(threadMs() - start < 60_000);
  assert(encodeUtf8(text).length <= 60_000 && text.startsWith("**3001 resources differ**"), text.slice(0, 200));
});
