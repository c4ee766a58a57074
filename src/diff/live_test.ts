import { assertEquals } from "@std/assert";
import { resourcesOf } from "../testing/model.ts";
import { print } from "../yaml/write/print.ts";
import { liveLikeApplied } from "./live.ts";

/** A Secret with other fields. */
function secret(fields: string) {
  return resourcesOf(`{apiVersion: v1, kind: Secret, metadata: {name: s}${fields}}`);
}

Deno.test("data of a Secret is shown as stringData, if the build has that", () => {
  const shown = (live: string, build: string) => {
    const [resource] = liveLikeApplied(secret(live), { resources: secret(build) });
    return print(resource!.node).split("\n").slice(1).filter((line) => !/^(kind|metadata| {2}name):/.test(line)).join(
      " ",
    ).trim();
  };
  const data = ", data: {a: YQ==, b: Yg==, binary: /w==}";
  const cases = [
    [data, ", stringData: {a: x}", "stringData:   a: a"],
    [data, ", stringData: {a: x, b: y, c: z, binary: v}", "stringData:   a: a   b: b"],
    [data, ", stringData: {c: z}", ""],
    [data, ", stringData: null", ""],
    [data, ", data: {a: x}", "data:   a: YQ=="],
    ["", ", stringData: {a: x}", ""],
    [", data: null", ", stringData: {a: x}", ""],
  ] as const;
  for (const [live, build, expected] of cases) assertEquals(shown(live, build), expected, `${live} ${build}`);
});
