import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { placeText } from "../output/json_report.ts";
import { compare } from "./comparison.ts";
import { kustomizationSide } from "./sides/make_side.ts";

const DEPLOYMENT = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n" +
  "spec: {replicas: 1, template: {spec: {containers: [{name: web, image: web}]}}}\n";
const OLD = "resources: [r.yaml]\n";

/** The places of changes, or the kinds of the steps that cause them, and how often the sides are built. */
async function causes(before: string, after: string, fields: string): Promise<[string[], number]> {
  const files = new MemoryFileSystem({
    "/p/old/kustomization.yaml": OLD,
    "/p/old/r.yaml": DEPLOYMENT + before,
    "/p/new/kustomization.yaml": OLD + fields,
    "/p/new/r.yaml": DEPLOYMENT + after,
  }, "/p");
  let builds = 0;
  const side = (path: string) => {
    const { label, build } = kustomizationSide(path, path, {}, files);
    return { label, build: (how = {}) => (builds++, build(how)) };
  };
  const diff = await compare({ target: "new", before: side("old"), after: side("new") }, { steps: false });
  const found = diff.changes.flatMap(({ fields }) => fields).map((field) => {
    const { place, step } = diff.causes.get(field)!;
    return `${field.path} ${place === undefined ? "nowhere" : placeText(place)}${step === undefined ? "" : ` ${step}`}`;
  });
  return [found, builds];
}

Deno.test("findCauses() finds values that are written as they are in files, in all styles, without a build", async () => {
  const text = (mark: string) =>
    `data:\n  a: ${mark}\n  b: "${mark}"\n  c: '${mark}'\n  d: |\n    ${mark}\n  e: >-\n\n    ${mark} x\n`;
  assertEquals(await causes(text("one"), text("two"), ""), [
    ["a 6", "b 7", "c 8", "d 9", "e 11"].map((field) => `data.${field}`.replace(" ", " new/r.yaml:") + ":6"),
    2,
  ]);
});

Deno.test("findCauses() knows from the first build which fields set images and replicas", async () => {
  assertEquals(await causes("", "", "replicas: [{name: web, count: 2}]\nimages: [{name: web, newTag: v2}]\n"), [
    [
      "spec.replicas new/kustomization.yaml:2:31 ReplicaCountTransformer",
      "spec.template.spec.containers[name=web].image new/kustomization.yaml:3:10 ImageTagTransformer",
    ],
    2,
  ]);
});

Deno.test("findCauses() builds a side again to tell apart the entries of long lists", async () => {
  const images = ["a", "b", "c", "web", "d"].map((name) => `- {name: ${name}, newTag: v2}\n`);
  assertEquals(await causes("", "", `images:\n${images.join("")}`), [
    ["spec.template.spec.containers[name=web].image new/kustomization.yaml:6:3 ImageTagTransformer"],
    3,
  ]);
});
