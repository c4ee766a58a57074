import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { inPhase, type Phases } from "./phases.ts";

class Noted implements Phases {
  readonly calls: string[] = [];
  enter(name: string): void {
    this.calls.push(name);
  }
  leave(): void {
    this.calls.push("end");
  }
}

class Failure extends Error {}

Deno.test("a phase ends once, with the work or its promise, even if that fails", async () => {
  const phases = new Noted();
  const note = (name: string) => void phases.calls.push(name);
  assertEquals(inPhase(phases, "a", () => (note("work"), 1)), 1);
  assertEquals(phases.calls.splice(0), ["a", "work", "end"]);
  const promise = inPhase(phases, "b", async () => {
    await Promise.resolve();
    note("work");
    return 2;
  });
  note("later");
  assertEquals([await promise, ...phases.calls.splice(0)], [2, "b", "later", "work", "end"]);
  assertThrows(() => inPhase(phases, "c", () => fail()), Failure);
  await assertRejects(() => inPhase(phases, "d", () => Promise.reject(new Failure())), Failure);
  assertEquals(phases.calls, ["c", "end", "d", "end"]);
  assertEquals(inPhase(undefined, "e", () => 3), 3);
});

function fail(): never {
  throw new Failure();
}
