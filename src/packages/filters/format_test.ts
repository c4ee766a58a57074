import { assertEquals } from "@std/assert";
import { Source } from "../../diagnostics/source.ts";
import { diagnosticOf } from "../../testing/diagnostics.ts";
import { readStream } from "../read_stream.ts";
import { writeStream } from "../write_stream.ts";
import { formatFilter } from "./format.ts";

async function formatted(text: string): Promise<string> {
  const { items } = readStream(new Source("a.yaml", text), { unwraps: false });
  return writeStream(await formatFilter(items), {});
}

const CONTAINERS = "spec:\n  template:\n    spec:\n      containers:\n";
const RULES = "webhooks:\n- rules:\n  - operations:\n";

Deno.test("formatFilter() sorts fields of resources, at any depth", async () => {
  assertEquals(
    await formatted("spec:\n- image: a\n  name: b\n  other: c\n  extra: d\nmetadata: {}\nkind: A\napiVersion: v1\n"),
    "apiVersion: v1\nkind: A\nspec:\n- name: b\n  image: a\n  extra: d\n  other: c\n",
  );
  for (const text of ["spec: a\nkind: b\n", "spec: a\napiVersion: b\n"]) {
    assertEquals(await formatted(text), text);
  }
});

Deno.test("formatFilter() sorts lists of the kinds that it knows", async () => {
  const containers = (apiVersion: string, kind: string) =>
    formatted(
      `apiVersion: ${apiVersion}\nkind: ${kind}\n${CONTAINERS}      - name: b\n      - name: a\n      - text\n`,
    );
  const lists = async (apiVersion: string, kind: string) =>
    [...(await containers(apiVersion, kind)).matchAll(/- (?:name: )?(.*)/g)].map(([, name]) => name);
  assertEquals(await lists("apps/v1", "Deployment"), ["text", "a", "b"]);
  assertEquals(await lists("apps/v2", "Deployment"), ["b", "a", "text"]);
  assertEquals(await lists("apps/v1", "Other"), ["b", "a", "text"]);
  const webhook = "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\n";
  assertEquals(await formatted(`${webhook}${RULES}    - b\n    - a\n`), `${webhook}${RULES}    - a\n    - b\n`);
});

Deno.test("formatFilter() heeds the annotation that turns it off", async () => {
  const text = (strategy: string) =>
    `kind: A\napiVersion: v1\nmetadata:\n  annotations:\n    config.kubernetes.io/formatting: ${strategy}\n`;
  assertEquals(await formatted(text("none")), text("none"));
  assertEquals((await formatted(text("standard"))).split("\n")[0], "apiVersion: v1");
  const { items } = readStream(new Source("a.yaml", text("other")), { unwraps: false });
  diagnosticOf("invalid-value", () => formatFilter(items));
});
