import { assertEquals } from "@std/assert";
import { isSameQuantity } from "./quantity.ts";

Deno.test("isSameQuantity() compares what a cluster writes in another form", () => {
  for (const [a, b] of [["0.5", "500m"], ["1024Mi", "1Gi"], ["1e3", "1k"], ["1", "1.0"], ["0", "0m"]] as const) {
    assertEquals(isSameQuantity(a, b), true, `${a} ${b}`);
  }
  for (const [a, b] of [["1", "1m"], ["1G", "1Gi"], ["web", "web"], ["", "0"]] as const) {
    assertEquals(isSameQuantity(a, b), false, `${a} ${b}`);
  }
});
