import { assertEquals } from "@std/assert";
import { isSlip } from "./typo.ts";

Deno.test("isSlip() takes one letter too many, too few, changed or exchanged, and another case", () => {
  for (const other of ["replica", "replicass", "repliças", "repilcas", "Replicas"]) {
    assertEquals(isSlip(other, "replicas"), true, other);
  }
  for (const other of ["replic", "strategy", "repalicsa"]) assertEquals(isSlip(other, "replicas"), false, other);
});
