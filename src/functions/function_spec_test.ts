import { assertEquals } from "@std/assert";
import { NEWEST } from "../compat/compat.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { resourcesOf } from "../testing/model.ts";
import { checkMounts, functionSpecOf, parseMount } from "./function_spec.ts";

/** Without the nodes. */
function spec(metadata: string) {
  const found = functionSpecOf(resourcesOf(`kind: F\nmetadata: {name: f, ${metadata}}\n`)[0]!, NEWEST);
  return found && JSON.parse(JSON.stringify(found, (key, value) => key === "node" ? undefined : value));
}

const CONTAINER = { image: "", network: false, mounts: [], envs: [] };
const EXEC = { path: "", args: [], envs: [] };

Deno.test("functionSpecOf() reads annotations, metadata.configFn, or only an image", () => {
  assertEquals(spec("annotations: {a: b}"), undefined);
  const byImage = spec('annotations: {config.kubernetes.io/container: "img"}');
  assertEquals(byImage, { deferFailure: false, container: { ...CONTAINER, image: "img" }, exec: EXEC });
  for (const name of ["config.kubernetes.io/function", "config.k8s.io/function"]) {
    const found = spec(`annotations: {${name}: "deferFailure: true\\nexec: {path: p}"}`);
    assertEquals(found, { deferFailure: true, container: CONTAINER, exec: { ...EXEC, path: "p" } });
    assertEquals(spec(`annotations: {${name}: "exec: {path: p}"}`)?.deferFailure, false);
    assertEquals(spec(`annotations: {${name}: ""}`), undefined);
    assertEquals(spec(`annotations: {${name}: "# nothing"}`), {
      deferFailure: false,
      container: CONTAINER,
      exec: EXEC,
    });
  }
  const text = "configFn: {container: {image: i, network: true, mounts: [{type: bind, src: s, dst: d, rw: true}]}}";
  assertEquals(spec(text)?.container, {
    ...CONTAINER,
    image: "i",
    network: true,
    mounts: [{ type: "bind", src: "s", dst: "d", writable: true }],
  });
});

Deno.test("errors in an annotation are placed where it is written", () => {
  const [config] = resourcesOf(
    "kind: F\nmetadata:\n  name: f\n  annotations:\n    config.kubernetes.io/function: |\n      exec: {}\n      path: a\n",
  );
  const { place } = diagnosticOf("unknown-field", () => functionSpecOf(config!, NEWEST));
  assertEquals([place!.source.name, place!.source.position(place!.offset)], ["r.yaml", { line: 7, column: 7 }]);
});

Deno.test("parseMount() reads the form of docker's --mount, and ignores other parts", () => {
  const mount = (text: string) => Object.values(parseMount(text));
  assertEquals(mount("type=bind,source=/a,target=/b"), ["bind", "/a", "/b", false]);
  assertEquals(mount("src=a=b,dst=/b,rw=true"), ["", "a=b", "/b", true]);
  for (const text of ["", "rw", "rw=false", "rw=yes", "=true", "xrw=true", "typex", "srcx", "targetx"]) {
    assertEquals(mount(text), ["", "", "", false], text);
  }
});

Deno.test("checkMounts() rejects sources outside of the root", () => {
  const check = (src: string) => {
    const [config] = resourcesOf("kind: F\nmetadata: {name: f}\n");
    const mounts = [{ type: "bind", src: "in", dst: "", writable: false }, { type: "", src, dst: "", writable: false }];
    const given = { deferFailure: false, container: { ...CONTAINER, mounts }, exec: EXEC };
    checkMounts(given, config!, (path) => path !== "link");
  };
  check("a/b");
  check("a/../b");
  diagnosticOf("invalid-value", () => check("a\0b"));
  for (const [src, where] of [["/a", "relative to"], ["../a", "under"], ["a/../../b", "under"], ["link", "under"]]) {
    const { message } = diagnosticOf("mount-not-permitted", () => check(src!));
    assertEquals(message.includes(`must be ${where} the current`), true, src);
  }
});

Deno.test("a mount is refused where it is written", () => {
  const written = "container: {image: i, mounts: [{type: bind, src: /a}]}";
  const [config] = resourcesOf(
    `kind: F\nmetadata:\n  name: f\n  annotations:\n    config.kubernetes.io/function: "${written}"\n`,
  );
  const given = functionSpecOf(config!, NEWEST)!;
  const { place } = diagnosticOf("mount-not-permitted", () => checkMounts(given, config!, () => true));
  const column = '    config.kubernetes.io/function: "'.length + written.indexOf("/a") + 1;
  assertEquals(place!.source.position(place!.offset), { line: 5, column });
});
