import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { namesIn, resourcesOf, setOf } from "../testing/model.ts";
import { updateHistory } from "../model/resource.ts";
import { takeGenerated, takeTransformed } from "./take_output.ts";

function generated(annotations: string): [behavior: string | undefined, needsHash: boolean, annotations: number] {
  const [resource] = takeGenerated(
    resourcesOf(`kind: ConfigMap\nmetadata: {name: a, annotations: {${annotations}}}\n`),
  );
  return [resource!.history.behavior, resource!.history.needsHash, resource!.annotations().size];
}

Deno.test("takeGenerated() reads the behavior and the need of a hash, and removes them", () => {
  const [hash, behavior] = ["kustomize.config.k8s.io/needs-hash", "kustomize.config.k8s.io/behavior"];
  assertEquals(generated(""), ["unspecified", false, 0]);
  assertEquals(generated(`${hash}: "true", ${behavior}: merge, a: b`), ["merge", true, 1]);
  assertEquals(generated(`${hash}: "false", ${behavior}: other`), ["unspecified", false, 0]);
  diagnosticOf("invalid-value", () => generated(`${hash}: "maybe"`));
});

Deno.test("takeTransformed() replaces, adds and removes", () => {
  const object = (name: string) => `{kind: A, metadata: {name: ${name}}}`;
  const set = setOf([object("a"), object("b"), object("c")].join("\n---\n"));
  takeTransformed(resourcesOf([object("new"), object("c"), object("a")].join("\n---\n")), set, "p");
  assertEquals(namesIn(set), ["A/a", "A/c", "A/new"]);
  const twice = () => takeTransformed(resourcesOf([object("a"), object("a")].join("\n---\n")), set, "p");
  assertEquals(diagnosticOf("resource-conflict", twice).message, "plugin p generated duplicate resource: A 'a'");
});

Deno.test("takeTransformed() begins the steps to a hash again, unless kustomize has converted the resource", () => {
  const steps = (annotations: string, isConverted: boolean) => {
    const set = setOf("{kind: A, metadata: {name: a}}");
    const [made] = resourcesOf(`{kind: A, metadata: {name: a, annotations: {${annotations}}}}`);
    updateHistory(made!, { isConverted });
    takeTransformed([made!], set, "p");
    return set.resources[0]!.history.steps?.length;
  };
  const hash = "internal.config.kubernetes.io/needsHashSuffix: enabled";
  assertEquals([steps(hash, false), steps(hash, true), steps("", false), steps("", true)], [
    1,
    undefined,
    undefined,
    undefined,
  ]);
});
