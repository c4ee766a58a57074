import { assertEquals } from "@std/assert";
import { sideBySide } from "./side_by_side.ts";

async function log(atOnce: number, works: Record<string, () => Promise<void>>): Promise<string> {
  const events: string[] = [];
  await sideBySide(Object.keys(works), atOnce, async (name) => {
    events.push(`<${name}`);
    await works[name]!();
    events.push(`${name}>`);
  });
  return events.join(" ");
}

const local = async () => {
  for (let step = 0; step < 20; step++) await Promise.resolve();
};
const remote = () => new Promise<void>((resolve) => setTimeout(resolve, 20));

Deno.test("local work does not overlap", async () => {
  assertEquals(await log(8, { a: local, b: local, c: local }), "<a a> <b b> <c c>");
});

Deno.test("what waits for something outside overlaps, up to a number", async () => {
  assertEquals(await log(8, { a: remote, b: local, c: remote }), "<a <b b> <c a> c>");
  assertEquals(await log(1, { a: remote, b: local }), "<a a> <b b>");
});
