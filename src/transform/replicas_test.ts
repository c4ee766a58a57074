import { assertEquals } from "@std/assert";
import { DEFAULT_TRANSFORMER_CONFIG } from "../kustomization/config/default_field_specs.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { storePreviousId } from "../history/store_previous_id.ts";
import { apply, setOf, textOfSet } from "../testing/model.ts";
import { prefix } from "./affix.ts";
import { replicas } from "./replicas.ts";

const fieldSpecs = DEFAULT_TRANSFORMER_CONFIG.replicas;
const WEB = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n";

Deno.test("replicas are set in resources that have, or had, the name", () => {
  const set = setOf(WEB);
  apply(prefix({ prefix: "p-", fieldSpecs: [{ path: "metadata/name", create: false }] }), set);
  apply(replicas({ replicas: [{ name: "web", count: 3 }], fieldSpecs }), set);
  assertEquals(textOfSet(set), WEB.replace("web", "p-web") + "spec:\n  replicas: 3\n");
  apply(replicas({ replicas: [{ name: "p-web", count: 4n }], fieldSpecs }), set);
  assertEquals(textOfSet(set).endsWith("replicas: 4\n"), true);
});

Deno.test("a resource that has had a suitable kind counts, but is not changed", () => {
  const set = setOf(WEB);
  storePreviousId(set.resources[0]!);
  set.resources[0]!.kind = "Foo";
  apply(replicas({ replicas: [{ name: "web", count: 3 }], fieldSpecs }), set);
  assertEquals(textOfSet(set), WEB.replace("Deployment", "Foo"));
});

Deno.test("a name that no resource of a suitable kind has is an error with the nearest name", () => {
  const set = setOf(`${WEB}---\nkind: Service\nmetadata:\n  name: wed\n`);
  const transform = replicas({ replicas: [{ name: "wed", count: 3 }], fieldSpecs });
  assertEquals(diagnosticOf("no-match", () => apply(transform, set)).hint, "did you mean 'web'?");
});
