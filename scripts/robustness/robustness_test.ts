import { assertEquals } from "@std/assert";
import { faultsOf } from "./robustness.ts";

const SEEDS = 60;

Deno.test("no bytes in the files of a project, and no file system, make the library or a command fail as a bug would", async () => {
  for (let seed = 1; seed <= SEEDS; seed++) assertEquals(await faultsOf(seed), [], `seed ${seed}`);
});
