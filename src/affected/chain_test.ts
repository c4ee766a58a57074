import { assertEquals } from "@std/assert";
import { Source } from "../diagnostics/source.ts";
import type { Asker, PathRead } from "../reads/read.ts";
import { Chains } from "./chain.ts";

function asker(name: string, field: string): Asker {
  return { place: { source: new Source(name, ""), offset: 0 }, field };
}

function read(path: string, askedBy: Asker[], kind: PathRead["kind"] = "file"): PathRead {
  return { kind, path, askedBy };
}

Deno.test("Chains finds the first texts that led to a read, even if files name one another", () => {
  const file = read("/w/a/x.yaml", [asker("a/k.yaml", "/resources/0"), asker("/w/other.yaml", "/crds/0")]);
  const base = read("/w/a/k.yaml", [asker("/w/k.yaml", "/resources/1")]);
  const chains = (...reads: PathRead[]) => {
    const found = new Chains(reads, "/w");
    return (of: PathRead) => found.of(of).map(({ field }) => field);
  };
  const whole = chains(read("/w/k.yaml", []), base, file);
  assertEquals([whole(file), whole(base), whole(read("/w/k.yaml", []))], [
    ["/resources/0", "/resources/1"],
    ["/resources/1"],
    [],
  ]);
  // No text names the file in the listing of a folder.
  assertEquals(chains(read("/w/a/k.yaml", [asker("k.yaml", "/bases/0")], "listing"), file)(file), ["/resources/0"]);
  const cycle = chains(base, read("/w/k.yaml", [asker("a/k.yaml", "/resources/2")]), file);
  assertEquals(cycle(file), ["/resources/0", "/resources/1", "/resources/2"]);
});
