import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { build, observedBuild } from "../pipeline/build.ts";
import { FieldTrace, isStable } from "./field_trace.ts";
import { originOf } from "./trace.ts";

const FILES = {
  "app/kustomization.yaml": `namePrefix: a-
resources: [r.yaml]
images: [{name: web, newTag: "2"}]
replicas: [{name: web, count: 3}]
patches: [{path: p.yaml}]
`,
  "app/r.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 1
  template:
    spec:
      containers:
      - {name: web, image: web}
      - {name: log, image: log}
`,
  "app/p.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
      - {name: new, image: new}
`,
};

const PATHS: Record<string, string> = {
  "spec.replicas": "/spec/replicas",
  "metadata.name": "/metadata/name",
  "spec.template.spec.containers[name=web].image": "/spec/template/spec/containers/1/image",
  "spec.template.spec.containers[name=new]": "/spec/template/spec/containers/0",
};

Deno.test("a trace of some fields knows what one of whole resources does", async () => {
  const files = new MemoryFileSystem(FILES, "/");
  const fields = new FieldTrace(() => Object.keys(PATHS));
  const { resources: [resource] } = await observedBuild(files, "app", {}, fields);
  const { resources: [traced] } = await build(files, "app", { trace: true });
  for (const [path, pointer] of Object.entries(PATHS)) {
    assertEquals(fields.writers(resource!, path).length > 0, true, path);
    const steps = (writers: ReturnType<typeof originOf>) =>
      writers.map(({ step, after }) => [step.kind, step.field, after]);
    assertEquals(steps(fields.writers(resource!, path)), steps(originOf(traced!, pointer)), path);
  }
  assertEquals(fields.writers(resource!, "spec.other"), []);
});

Deno.test("isStable() refuses paths that lead to another item when one comes before", () => {
  assertEquals(["a.b[name=x].c", "a[0].b", "a[p=1,q=2]", ""].map(isStable), [true, false, false, false]);
});

Deno.test("the last writer is unknown if several entries ran as one step", async () => {
  const files = new MemoryFileSystem({
    ...FILES,
    "app/kustomization.yaml": FILES["app/kustomization.yaml"].replace(
      "images: [",
      "images: [{name: log, newTag: '3'}, ",
    ),
  }, "/");
  const [replicas, , image] = Object.keys(PATHS);
  for (const [most, field] of [[2, "images[1]"], [1, undefined]] as const) {
    const fields = new FieldTrace(() => Object.keys(PATHS), most);
    const { resources: [resource] } = await observedBuild(files, "app", {}, fields);
    assertEquals(fields.lastWriter(resource!, replicas!)?.step.field, "replicas[0]");
    assertEquals(fields.lastWriter(resource!, image!)?.step.field, field);
  }
});
