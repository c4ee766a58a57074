import { assertEquals } from "@std/assert";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { parsed } from "../testing/yaml.ts";
import { findField } from "./find_field.ts";
import { FieldRecorder } from "./record.ts";

const ROOT = new FieldRecorder({ kind: "load" }).record(parsed(`
metadata: {labels: {a.b/c: d, app/x: "true", a=b: e}}
spec:
  replicas: 1
  ports: [{name: http, port: 80}, {name: web, port: 81}, {port: 80, protocol: UDP}]
  conf: {app.conf: x, other: {port: y}}
  args: [-a, -b]
  many: [${"{x: 1}, ".repeat(9)}]
`));

Deno.test("findField() finds a field by a pointer, a path, or a name that only it has", () => {
  const pointers = {
    "/spec/replicas": "/spec/replicas",
    "/metadata/labels/a.b~1c": "/metadata/labels/a.b~1c",
    "metadata.labels.[a.b/c]": "/metadata/labels/a.b~1c",
    "metadata.labels[a.b/c]": "/metadata/labels/a.b~1c",
    "metadata.labels[app/x]": "/metadata/labels/app~1x",
    "metadata.labels[a=b]": "/metadata/labels/a=b",
    "spec.ports[port=80,protocol=UDP]": "/spec/ports/2",
    "spec.ports[port=80,protocol=].name": "/spec/ports/0/name",
    "spec.ports[name=]": "/spec/ports/2",
    "…labels[app/x]": "/metadata/labels/app~1x",
    "…ports[name=web].port": "/spec/ports/1/port",
    "…[app/x]": "/metadata/labels/app~1x",
    "[app/x]": "/metadata/labels/app~1x",
    "ports[1].port": "/spec/ports/1/port",
    "app.conf": "/spec/conf/app.conf",
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

Deno.test("the sign for the start of a path is none alone", () => {
  assertEquals(
    diagnosticOf("field-not-found", () => findField(ROOT, "…")).hint,
    "leave the field out to see the whole resource",
  );
});

Deno.test("findField() names all fields with a name, or those of the nearest one", () => {
  const hints = {
    port: "use one of /spec/ports/0/port, /spec/ports/1/port, /spec/ports/2/port, /spec/conf/other/port",
    "…port": "use one of /spec/ports/0/port, /spec/ports/1/port, /spec/ports/2/port, /spec/conf/other/port",
    "…spec.port":
      "did you mean '/spec/ports/0/port', '/spec/ports/1/port', '/spec/ports/2/port', '/spec/conf/other/port'?",
    "/replicas": "did you mean '/spec/replicas'?",
    "spec.args[]": "leave the field out to see the whole resource",
    "/spec/args/": "leave the field out to see the whole resource",
    "spec.args[1e0]": "leave the field out to see the whole resource",
    "spec.args[x=-a]": "leave the field out to see the whole resource",
    x: `use one of ${Array.from({ length: 8 }, (_, index) => `/spec/many/${index}/x`).join(", ")}`,
    replica: "did you mean '/spec/replicas'?",
    "spec.prt":
      "did you mean '/spec/ports/0/port', '/spec/ports/1/port', '/spec/ports/2/port', '/spec/conf/other/port'?",
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
