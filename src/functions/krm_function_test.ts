import { assertEquals } from "@std/assert";
import { NEWEST } from "../compat/compat.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { namesIn, resourcesOf, setOf } from "../testing/model.ts";
import { functionSpecOf } from "./function_spec.ts";
import { KrmFunction } from "./krm_function.ts";

/** A function that is a program, which prints a text. */
function krmFunction(exec: boolean, text = ""): KrmFunction {
  const fileSystem = new MemoryFileSystem();
  const [config] = resourcesOf(
    "kind: F\nmetadata: {name: f, annotations: {config.kubernetes.io/function: 'exec: {path: f}'}}\n",
  );
  const result = { exitCode: 0, stdout: new TextEncoder().encode(text), stderr: new Uint8Array(), timedOut: false };
  const options = { exec, network: false, mounts: [], envs: [], asCurrentUser: false };
  return new KrmFunction(config!, functionSpecOf(config!, NEWEST)!, options, {
    compat: NEWEST,
    capabilities: Object.assign(new MemoryHost(fileSystem), { run: () => Promise.resolve(result) }),
    fileSystem,
    root: "/app",
    observer: undefined,
    timeoutMs: 1,
    stderr: () => {},
    progress: () => {},
  });
}

Deno.test("a function that may not run generates its configuration for nobody, and changes nothing", async () => {
  const [made] = await krmFunction(false).generate();
  assertEquals([made?.name, made?.annotations().get("config.kubernetes.io/local-config")], ["f", "true"]);
  assertEquals(await krmFunction(true).generate(), []);
  const set = setOf("{kind: A, metadata: {name: a}}");
  await krmFunction(false).transform(set);
  assertEquals(namesIn(set), ["A/a"]);
  await krmFunction(true).transform(set);
  assertEquals(namesIn(set), []);
});

Deno.test("a function converts what it transforms, not what it generates", async () => {
  const item = "{kind: A, metadata: {name: a}}";
  const set = setOf(item);
  await krmFunction(true, item).transform(set);
  assertEquals(set.resources.map(({ history }) => history.isConverted), [true]);
  assertEquals((await krmFunction(true, item).generate()).map(({ history }) => history.isConverted), [false]);
});
