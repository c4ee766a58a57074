import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { parsed } from "../testing/yaml.ts";
import { findField } from "./find_field.ts";
import { FieldRecorder } from "./record.ts";

const ROOT = new FieldRecorder({ kind: "load" }).record(parsed(`
metadata: {labels: {a.b/c: d}}
spec:
  replicas: 1
  ports: [{name: http, port: 80}, {name: web, port: 81}]
  args: [-a, -b]
  many: [${"{x: 1}, ".repeat(9)}]
`));

Deno.test("findField() finds a field by a pointer, a path, or a name that only it has", () => {
  const pointers = {
    "/spec/replicas": "/spec/replicas",
    "/metadata/labels/a.b~1c": "/metadata/labels/a.b~1c",
    "metadata.labels.[a.b/c]": "/metadata/labels/a.b~1c",
    "metadata.labels[a.b/c]": "/metadata/labels/a.b~1c",
    "spec.ports[name=web].port": "/spec/ports/1/port",
    "spec.ports.[name=web].port": "/spec/ports/1/port",
    "spec.ports[1].port": "/spec/ports/1/port",
    "spec.ports.1.port": "/spec/ports/1/port",
    "spec.args[=-b]": "/spec/args/1",
    replicas: "/spec/replicas",
    "/spec/args/0": "/spec/args/0",
    labels: "/metadata/labels",
    "": "",
  };
  for (const [path, pointer] of Object.entries(pointers)) assertEquals(findField(ROOT, path).pointer, pointer, path);
});

Deno.test("findField() names all fields with a name, or those of the nearest one", () => {
  const hints = {
    port: "use one of /spec/ports/0/port, /spec/ports/1/port",
    x: `use one of ${Array.from({ length: 8 }, (_, index) => `/spec/many/${index}/x`).join(", ")}`,
    replica: "did you mean '/spec/replicas'?",
    "spec.prt": "did you mean '/spec/ports/0/port', '/spec/ports/1/port'?",
    "spec.ports[name=other]": "leave the field out to see the whole resource",
    "spec.args[=-c]": "leave the field out to see the whole resource",
    "spec.args[name=-a]": "leave the field out to see the whole resource",
    "spec.replicas.unknown": "leave the field out to see the whole resource",
    "spec.replica": "did you mean '/spec/replicas'?",
  };
  for (const [path, hint] of Object.entries(hints)) {
    assertEquals(diagnosticOf("field-not-found", () => findField(ROOT, path)).hint, hint, path);
  }
});
