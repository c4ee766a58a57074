import { assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { Source } from "../diagnostics/source.ts";
import { withPlace } from "./load_context.ts";

Deno.test("withPlace() adds a place to errors that have none", async () => {
  const source = new Source("a.yaml", "abc");
  const failing = async (own?: number) => {
    const place = own === undefined ? undefined : { source, offset: own };
    const error = new KustError({ code: "git-failed", message: "m", ...place && { place } });
    const work = () => withPlace({ source, offset: 1 }, Promise.reject(error));
    return (await assertRejects(work, KustError)).diagnostic.place?.offset;
  };
  assertEquals([await failing(), await failing(2)], [1, 2]);
  await assertRejects(() => withPlace({ source, offset: 1 }, Promise.reject(new RangeError())), RangeError);
});
