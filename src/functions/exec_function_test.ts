import { assertEquals } from "@std/assert";
import { NEWEST } from "../compat/compat.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { diagnosticOf } from "../testing/diagnostics.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { resourcesOf } from "../testing/model.ts";
import { execCommand } from "./exec_function.ts";

function command(path: string, envs: string[] = [], extra: string[] = [], root = "/app") {
  const fileSystem = new MemoryFileSystem();
  const [config] = resourcesOf("kind: F\nmetadata: {name: f}\n");
  return execCommand({ path, args: ["x"], envs }, extra, config!, {
    compat: NEWEST,
    capabilities: new MemoryHost(fileSystem, { HOME: "/h", A: "old" }),
    fileSystem,
    root,
    observer: undefined,
    timeoutMs: 1,
    stderr: () => {},
    progress: () => {},
  });
}

Deno.test("a function's program is a path in the folder if it has a slash, otherwise a name on PATH", () => {
  const programs = ["./f", "bin/f", "/bin/f", "f"].map((path) => command(path).program);
  assertEquals(programs, ["/app/f", "/app/bin/f", "/bin/f", "f"]);
  diagnosticOf("root-folder", () => command("f", [], [], "/"));
});

Deno.test("a function gets the variables of the process, its own and those of the command line", () => {
  const { env } = command("f", ["A=own", "B=own", "C", "D=e=f"], ["B=line", "G"]);
  assertEquals(env, { HOME: "/h", A: "own", B: "line" });
});
