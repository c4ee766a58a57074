import { assertEquals } from "@std/assert";
import type { EffectCode } from "../../diagnostics/codes/effects.ts";
import { exitCodeOf } from "./failures.ts";
import type { Outcome } from "./outcome.ts";

const FAILURE = [{ code: "not-found", message: "gone" }] as const;

function outcome(differs: number, before: boolean, after: boolean, effects: EffectCode[] = []): Outcome {
  return {
    target: "a",
    before: { label: "old" },
    after: { label: "new" },
    errors: { before: before ? [] : FAILURE, after: after ? [] : FAILURE },
    changes: { added: 0, removed: 0, changed: differs, follows: 0 },
    listed: differs,
    effects: new Map(effects.map((code) => [code, 1])),
  };
}

Deno.test("the exit code is 2 if the new side fails, or both sides of all; else 1 for a difference", () => {
  const [same, different] = [outcome(0, true, true), outcome(1, true, true)];
  const [oldFails, newFails, bothFail] = [outcome(0, false, true), outcome(0, true, false), outcome(0, false, false)];
  const codes: [Outcome[], number][] = [
    [[], 0],
    [[same], 0],
    [[same, different], 1],
    [[same, oldFails], 1],
    [[different, newFails], 2],
    [[bothFail], 2],
    [[bothFail, oldFails], 1],
    [[bothFail, same], 0],
  ];
  for (const [outcomes, code] of codes) assertEquals(exitCodeOf(outcomes, []), code, JSON.stringify(outcomes));
});

Deno.test("with --fail-on, only these effects count as differences", () => {
  const restarting = outcome(1, true, true, ["pods-replaced"]);
  assertEquals(exitCodeOf([restarting], ["pods-replaced"]), 1);
  assertEquals(exitCodeOf([restarting], ["removed-volume-claim"]), 0);
  assertEquals(exitCodeOf([outcome(0, false, true)], ["removed-volume-claim"]), 1);
});
