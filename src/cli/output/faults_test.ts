import { assertEquals } from "@std/assert";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { Source } from "../../diagnostics/source.ts";
import { faultsOf, namesOf } from "./faults.ts";

const source = new Source("base.yaml", "a: b\nc: d\n");

function fault(offset: number, notes?: number): Diagnostic {
  const made = notes === undefined ? {} : { notes: Array.from({ length: notes }, () => ({ message: "x" })) };
  return { code: "wrong-type", message: "m", place: { source, offset }, ...made };
}

Deno.test("faultsOf() tells a fault of several targets once, with the fewest notes", () => {
  const kept = (...counts: (number | undefined)[]) => {
    const failed = counts.map((notes, index) => ({ target: `t${index}`, diagnostics: [fault(0, notes), fault(5)] }));
    const [first, second] = faultsOf(failed);
    const targets = failed.map(({ target }) => target);
    assertEquals([first!.targets, second!.targets], [targets, targets]);
    return counts.findIndex((_, index) => failed[index]!.diagnostics[0] === first!.diagnostic);
  };
  assertEquals([kept(2, 1, 3), kept(1, undefined), kept(undefined, 1), kept(2, 2), kept(2, 0), kept(undefined, 0)], [
    1,
    1,
    0,
    0,
    1,
    0,
  ]);
});

Deno.test("faultsOf() tells a target once, and faults without a place by their file", () => {
  const nowhere = (file: string): Diagnostic => ({ code: "file-error", message: "m", file });
  const faults = faultsOf([{ target: "t", diagnostics: [nowhere("a"), nowhere("b"), nowhere("a")] }]);
  assertEquals(faults.map(({ diagnostic, targets }) => [diagnostic.file, targets]), [["a", ["t"]], ["b", ["t"]]]);
});

Deno.test("namesOf() names up to three targets", () => {
  assertEquals(namesOf(["a"]), "a");
  assertEquals(namesOf(["a", "b", "c"]), "3 targets (a, b, c)");
  assertEquals(namesOf(["a", "b", "c", "d", "e"]), "5 targets (a, b, c and 2 more)");
});
