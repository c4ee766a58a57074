import { assertEquals } from "@std/assert";
import { NEWEST } from "../compat/compat.ts";
import type { Code } from "../diagnostics/code.ts";
import type { ProcessRequest } from "../load/capabilities.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { resourcesOf } from "../testing/model.ts";
import { findLegacyPlugin, LegacyPlugin } from "./legacy_plugin.ts";

const CONFIG = "apiVersion: x.org/v1\nkind: MyPlugin\nmetadata: {name: p}\n";

/** Files of which those that end with `!` are executable. */
function files(...paths: string[]): MemoryFileSystem {
  const all = new MemoryFileSystem();
  for (const path of paths) {
    const isProgram = path.endsWith("!");
    const name = isProgram ? path.slice(0, -1) : path;
    all.makeDir(name.slice(0, name.lastIndexOf("/")));
    all.writeFile(name, "", isProgram ? 0o755 : 0o644);
  }
  return all;
}

function found(all: MemoryFileSystem, env: Record<string, string>): string {
  return findLegacyPlugin(resourcesOf(CONFIG)[0]!, all, (name) => env[name]);
}

const IN_HOME = "x.org/v1/myplugin/MyPlugin";

Deno.test("the plugin folder is the first that exists", () => {
  const homes = ["/own", "/xdg/kustomize/plugin", "/home/.config/kustomize/plugin", "/home/kustomize/plugin"];
  const env = { KUSTOMIZE_PLUGIN_HOME: "/own", XDG_CONFIG_HOME: "/xdg", HOME: "/home" };
  for (const [index, home] of homes.entries()) {
    assertEquals(found(files(...homes.slice(index).map((one) => `${one}/${IN_HOME}!`)), env), `${home}/${IN_HOME}`);
  }
  assertEquals(
    found(files(`/home/.config/kustomize/plugin/${IN_HOME}!`), { HOME: "/home" }).slice(0, 13),
    "/home/.config",
  );
  const { notes } = diagnosticOf("plugin-not-found", () => found(files(), { XDG_CONFIG_HOME: "/xdg" }));
  assertEquals(notes?.map(({ message }) => message), [
    "tried $KUSTOMIZE_PLUGIN_HOME: not set",
    "tried $XDG_CONFIG_HOME: /xdg/kustomize/plugin",
    "tried the default of $XDG_CONFIG_HOME: ~/.config/kustomize/plugin",
    "tried the home folder: ~/kustomize/plugin",
  ]);
});

Deno.test("a plugin must be an executable program, and not one of Go", () => {
  const code = (code: Code, path: string) => {
    return diagnosticOf(code, () => found(files(path), { KUSTOMIZE_PLUGIN_HOME: "/own" })).message;
  };
  assertEquals(code("cannot-run", `/own/${IN_HOME}`), `unexecutable plugin at: /own/${IN_HOME}`);
  assertEquals(code("go-plugin", `/own/${IN_HOME}.so`).startsWith(`/own/${IN_HOME}.so is a Go plugin`), true);
  assertEquals(code("plugin-not-found", "/own/other"), `there is no plugin at /own/${IN_HOME}`);
});

Deno.test("the name of a plugin is not a path", () => {
  const message = (apiVersion: string, kind: string) => {
    const [config] = resourcesOf(JSON.stringify({ apiVersion, kind, metadata: { name: "p" } }));
    const find = () => findLegacyPlugin(config!, files("/own/x"), () => "/own");
    return diagnosticOf("plugin-not-found", find).message;
  };
  for (const name of [".", "..", "a\0", "../a"]) {
    assertEquals(message("x/v1", name).startsWith(`there is no plugin for '${name}'`), true, name);
    assertEquals(message(`x/${name}`, "A").startsWith("there is no plugin for "), true, name);
  }
  assertEquals(message("../v1", "A"), "there is no plugin for '..': the name of a plugin cannot be a path");
  for (const name of ["...", "a..", ".a"]) {
    assertEquals(message("x/v1", name), `there is no plugin at /own/x/v1/${name}/${name}`);
  }
});

/** The request to run a plugin with these settings. */
async function requested(settings: string): Promise<ProcessRequest> {
  const requests: ProcessRequest[] = [];
  const fileSystem = files("/tmp/x");
  const run = (request: ProcessRequest) => {
    requests.push(request);
    return Promise.resolve({ exitCode: 0, stdout: new Uint8Array(), stderr: new Uint8Array(), timedOut: false });
  };
  const read = (path: string) => `-- ${path}\n  a b \n\n`;
  await new LegacyPlugin(resourcesOf(CONFIG + settings)[0]!, "/plugin", read, {
    compat: NEWEST,
    capabilities: Object.assign(new MemoryHost(fileSystem, { HOME: "/h" }), { run }),
    fileSystem,
    root: "/app",
    observer: undefined,
    timeoutMs: 1,
    stderr: () => {},
    progress: () => {},
  }).generate();
  return requests[0]!;
}

Deno.test("a plugin gets its arguments from a line and the lines of a file", async () => {
  const args = async (settings: string) => (await requested(settings)).args.slice(1);
  assertEquals(await args(""), []);
  assertEquals(await args("argsOneLiner: a 'b c'\nargsFromFile: f.txt\n"), ["a", "b c", "-- f.txt", "a b "]);
  assertEquals(await args("argsOneLiner: [a]\nargsFromFile: {b: c}\n"), []);
});

Deno.test("a plugin's errors are shown if it fails, and a long configuration does not become a variable", async () => {
  const { namedStreams, onStderr, env, cwd } = await requested("");
  assertEquals([namedStreams, onStderr, cwd], [true, undefined, "/app"]);
  const config = "KUSTOMIZE_PLUGIN_CONFIG_STRING";
  const text = env![config]!;
  assertEquals(env, { HOME: "/h", [config]: text, KUSTOMIZE_PLUGIN_CONFIG_ROOT: "/app" });
  const left = 131_071 - `${config}=${text}long: \n`.length;
  for (const [length, fits] of [[left, true], [left + 1, false]] as const) {
    assertEquals(config in (await requested(`long: ${"x".repeat(length)}\n`)).env!, fits);
  }
});
