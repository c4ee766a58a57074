import { assertEquals } from "@std/assert";
import { resourcesOf } from "../testing/model.ts";
import { diffResources } from "./diff_resources.ts";
import { hideValues } from "./hide_values.ts";
import type { Resource } from "../model/resource.ts";
import { type Mapping, scalarText } from "../yaml/tree/node.ts";
import { print } from "../yaml/write/print.ts";

Deno.test("values of Secrets are hidden unless they are asked for", () => {
  const [before, after] = resourcesOf(
    "{kind: Secret, metadata: {name: s}, data: {a: YQ==}}\n---\n" +
      "{kind: Secret, metadata: {name: s}, data: {a: Yg==}}",
  );
  const told = (showSecrets?: boolean) => {
    const [change] = diffResources([before!], [after!], { showSecrets });
    return change!.fields.map((field) => scalarText(field.after!.node));
  };
  assertEquals(told(), ["*** (after)"]);
  assertEquals(told(false), ["*** (after)"]);
  assertEquals(told(true), ["Yg=="]);
});

Deno.test("values of a Secret are hidden if the other side is missing, or of another kind", () => {
  const [secret, other] = resourcesOf(
    "{kind: Secret, metadata: {name: s}, data: {a: YQ==}}\n---\n{kind: ConfigMap, metadata: {name: s}, data: {b: c}}",
  );
  const value = (side: Mapping | undefined) => {
    const data = side?.get("data");
    return data?.kind === "mapping" ? data.entries.map(({ value }) => scalarText(value)).join() : undefined;
  };
  const shown = (before: Resource | undefined, after: Resource | undefined) => {
    const sides = hideValues(before, after, false);
    return [value(sides.before), value(sides.after)];
  };
  assertEquals(shown(secret, undefined), ["***", undefined]);
  assertEquals(shown(undefined, secret), [undefined, "***"]);
  assertEquals(shown(secret, other), ["***", "***"]);
  assertEquals(shown(other, secret), ["***", "***"]);
  assertEquals(shown(undefined, other), [undefined, "c"]);
});

Deno.test("a Secret with fields that are empty, or missing, is shown as it is", () => {
  const [before, after] = resourcesOf(
    "{kind: Secret, metadata: {name: s, annotations: null}, data: null}\n---\n{kind: Secret, metadata: {name: s}}",
  );
  const sides = hideValues(before, after, false);
  assertEquals(print(sides.before!), "data: '***'\nkind: Secret\nmetadata:\n  annotations: null\n  name: s\n");
  assertEquals(print(sides.after!), print(after!.node));
});

Deno.test("binary data is shown by its digest, also if only one side has it", () => {
  const [resource] = resourcesOf("{kind: ConfigMap, metadata: {name: c}, binaryData: {a: AAEC}}");
  const digest = (sides: ReturnType<typeof hideValues>) => {
    const data = (sides.before ?? sides.after)?.get("binaryData");
    return data?.kind === "mapping" ? scalarText(data.get("a")) : "";
  };
  assertEquals(digest(hideValues(resource, undefined, false)), "3 bytes, sha256 ae4b3280e56e");
  assertEquals(digest(hideValues(undefined, resource, false)), "3 bytes, sha256 ae4b3280e56e");
});
