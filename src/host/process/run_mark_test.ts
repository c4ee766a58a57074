import { assertEquals } from "@std/assert";
import { isOfEndedRun, runMark } from "./run_mark.ts";

Deno.test("isOfEndedRun() knows runs on this machine that have ended", async () => {
  const child = new Deno.Command("true").spawn();
  await child.status;
  const [pid, place] = runMark().split("-");
  const ended: Record<string, boolean> = {
    [runMark()]: true,
    [`${child.pid}-${place}`]: true,
    // The first one may belong to another user.
    [`1-${place}`]: false,
    [`${Deno.ppid}-${place}`]: false,
    [`${child.pid}-elsewhere`]: false,
    [`${pid}`]: false,
    [`x${runMark()}`]: false,
  };
  assertEquals(Object.fromEntries(Object.keys(ended).map((mark) => [mark, isOfEndedRun(mark)])), ended);
});
