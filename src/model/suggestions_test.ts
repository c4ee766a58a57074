import { assertEquals } from "@std/assert";
import { setOf } from "../testing/model.ts";
import { meantResources, notesOf } from "./suggestions.ts";

const object = (kind: string, name: string) => `apiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}}\n`;
const { resources } = setOf(
  ["web", "db"].map((name) => object("Service", name)).concat(object("ConfigMap", "settings")).join("---\n"),
);
const messages = (kind: string, name: string) =>
  meantResources({ kind, name }, resources).notes?.map(({ message }) => message);

Deno.test("meantResources() names the nearest of the kind, and all of the kind if none is near", () => {
  assertEquals(messages("Service", "wbe"), ["there is Service 'web' (v1)"]);
  assertEquals(messages("Service", "else"), ["there is Service 'web' (v1)", "there is Service 'db' (v1)"]);
  assertEquals(messages("", "setting"), ["there is ConfigMap 'settings' (v1)"]);
  assertEquals(meantResources({ kind: "Service", name: "x" }, resources, "look").hint, "look");
});

Deno.test("meantResources() names the existing kinds if there is none like it, and resources with the name", () => {
  const { notes, hint } = meantResources({ kind: "Servise", name: "db" }, resources, "look");
  assertEquals([notes?.length, hint], [1, "did you mean the kind 'Service'?"]);
  assertEquals(
    meantResources({ kind: "Deployment", name: "x" }, resources).hint,
    "kinds found: Service, ConfigMap",
  );
  assertEquals(
    meantResources({ kind: "Pod", name: "x" }, []).hint,
    "there are no resources here: add their files to 'resources'",
  );
});

Deno.test("meantResources() names up to ten kinds", () => {
  const hintOf = (count: number) => {
    const kinds = Array.from({ length: count }, (_, index) => object(`${"ABCDEFGHIJK"[index]}`, "x"));
    return meantResources({ kind: "Deployment", name: "x" }, setOf(kinds.join("---\n")).resources).hint;
  };
  assertEquals(hintOf(10), "kinds found: A, B, C, D, E, F, G, H, I, J");
  assertEquals(hintOf(11), "kinds found: A, B, C, D, E, F, G, H, I, J, …");
});

Deno.test("notesOf() counts the resources that it does not name", () => {
  const many = setOf(Array.from({ length: 8 }, (_, index) => object("Pod", `p${index}`)).join("---\n")).resources;
  const notes = notesOf(many);
  assertEquals(notes.length, 6);
  assertEquals(notes.at(-1), { message: "and 3 more" });
  assertEquals(notesOf(many.slice(0, 5)).length, 5);
});
