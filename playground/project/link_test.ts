import { assertEquals } from "@std/assert";
import { packProject, unpackProject } from "./link.ts";
import type { Content, Project } from "./project.ts";

const FILES: [string, Content][] = [
  ["a b/kustomization.yaml", "resources: [é.yaml] # \u{1f600}\r\n"],
  ["\ufeffmark.yaml", "\ufefftext"],
  ["bytes.bin", new Uint8Array([0, 255, 254, 10])],
  ["empty", ""],
  ["__proto__", "no surprise"],
];

Deno.test("a packed project comes back as it was, in characters that an address may have", async () => {
  for (const folder of [undefined, ".", "a b"]) {
    const project: Project = { files: new Map(FILES), folder, release: "v5.8.1" };
    const text = await packProject(project);
    assertEquals(/^[\w.-]+$/.test(text), true, text);
    assertEquals(await unpackProject(text), project);
  }
});

Deno.test("a text that was cut or changed is not a project", async () => {
  const text = await packProject({ files: new Map(FILES), folder: undefined, release: "v5.8.3" });
  // The last bytes of a compressed text may only say that it ends.
  for (let length = 0; length < text.length - 12; length += 7) {
    assertEquals(await unpackProject(text.slice(0, length)), undefined, `${length} of ${text.length}`);
  }
  for (const bad of ["", "1.", "2." + text.slice(2), `${text}*`, "1.AAAA"]) {
    assertEquals(await unpackProject(bad), undefined);
  }
});

Deno.test("JSON that is not a project is rejected", async () => {
  const good = { files: { a: "b" }, release: "v5.8.3" };
  const pack = async (value: unknown) => {
    const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return "1." + btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };
  assertEquals(await unpackProject(await pack(good)), {
    files: new Map([["a", "b"]]),
    folder: undefined,
    release: "v5.8.3",
  });
  for (
    const bad of [null, 1, [], {}, { ...good, files: { a: 1 } }, { ...good, files: { a: { base64: "*" } } }, {
      files: {},
    }]
  ) {
    assertEquals(await unpackProject(await pack(bad)), undefined, JSON.stringify(bad));
  }
  const large = await pack({ ...good, files: { a: "x".repeat(1 << 20) } });
  assertEquals(large.length < 10_000, true);
  assertEquals(await unpackProject(large, 1 << 20), undefined, "a little text that expands to a lot");
});
