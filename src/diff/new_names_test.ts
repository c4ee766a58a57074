import { assertEquals } from "@std/assert";
import { resourcesOf } from "../testing/model.ts";
import { NewNames } from "./new_names.ts";

function pair(before: string, after: string, namespace = "") {
  const [one, other] = resourcesOf(
    [before, after].map((name) => `{kind: ConfigMap, metadata: {name: ${name}, namespace: ${namespace || '""'}}}`).join(
      "\n---\n",
    ),
  );
  return { before: one, after: other };
}

const NAMES = new NewNames([
  pair("env-2456789bcd", "env-fghkmt2456", "a"),
  pair("env-2456789bcd", "env-ffffffffff", "b"),
  pair("old", "new"),
  pair("same", "same"),
]);

Deno.test("followed() finds the resource whose new name a field has", () => {
  const followed = (before: string, after: string, namespace: string) =>
    NAMES.followed(before, after, namespace)?.after?.name;
  assertEquals(followed("old", "new", "a"), "new");
  assertEquals(followed("old", "newer", "a"), undefined);
  assertEquals(followed("same", "same", ""), undefined);
  assertEquals(followed("env-2456789bcd", "env-fghkmt2456", "a"), "env-fghkmt2456");
  assertEquals(followed("env-2456789bcd", "env-ffffffffff", "b"), "env-ffffffffff");
  assertEquals(followed("env-2456789bcd", "env-gggggggggg", "b"), undefined);
});

Deno.test("followed() finds generated names within a text", () => {
  const followed = (before: string, after: string) => NAMES.followed(before, after, "b")?.after?.name;
  assertEquals(followed("/etc/env-2456789bcd/x", "/etc/env-ffffffffff/x"), "env-ffffffffff");
  assertEquals(followed("/etc/env-2456789bcd/x", "/etc/env-ffffffffff/y"), undefined);
  assertEquals(followed("x-2222222222 env-2456789bcd", "x-2222222222 env-ffffffffff"), "env-ffffffffff");
});

Deno.test("meant() replaces generated names by the new ones of the same namespace, and no others", () => {
  assertEquals(NAMES.meant("a env-2456789bcd x-2222222222 old", "b"), "a env-ffffffffff x-2222222222 old");
  assertEquals(NAMES.meant("a env-2456789bcd", "c"), "a env-fghkmt2456");
});
