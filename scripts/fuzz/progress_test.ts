import { assertEquals } from "@std/assert";
import { Progress } from "./progress.ts";

function started() {
  let seconds = 0;
  const told: string[] = [];
  const shown: string[] = [];
  const output = { log: (text: string) => shown.push(text), error: (text: string) => told.push(text) };
  const progress = new Progress(100, output, () => seconds * 1000);
  const compare = (count: number, secondsEach: number) => {
    for (let i = 0; i < count; i++) {
      seconds += secondsEach;
      progress.add({ built: i % 2 === 0, text: "" });
    }
  };
  return { progress, told, shown, compare };
}

Deno.test("a fuzz tells each minute how far it has come, and at the end what failed", () => {
  const { progress, told, shown, compare } = started();
  compare(25, 5);
  progress.show("=== seed 7");
  compare(25, 5);
  assertEquals(told, [
    "12 of 100 projects compared in 1.0 minutes, 0 differ",
    "24 of 100 projects compared in 2.0 minutes, 0 differ",
    "36 of 100 projects compared in 3.0 minutes, 1 differ",
    "48 of 100 projects compared in 4.0 minutes, 1 differ",
  ]);
  compare(50, 0);
  progress.end();
  assertEquals(shown, ["=== seed 7", "51 of 100 projects can be built", "99 passed, 1 failed"]);
  assertEquals(progress.failed, 1);
});

Deno.test("an interrupted fuzz tells all differences, also the one that is being shrunk", () => {
  const { progress, told, shown, compare } = started();
  progress.shrinking("=== seed 7, large");
  progress.show("=== seed 7");
  compare(3, 1);
  progress.interrupted();
  progress.shrinking("=== seed 8, large");
  progress.interrupted();
  assertEquals(shown, ["=== seed 7", "=== seed 7", "=== seed 7", "=== seed 8, large"]);
  assertEquals(told, [
    "interrupted: 3 of 100 projects compared in 0.1 minutes, 1 differ",
    "interrupted: 3 of 100 projects compared in 0.1 minutes, 2 differ",
  ]);
});
