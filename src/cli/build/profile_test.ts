import { assertEquals, assertMatch } from "@std/assert";
import { MemoryHost } from "../../testing/memory_host.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { Profile } from "./profile.ts";
import { run } from "../run.ts";

Deno.test("time counts for the innermost phase, and the rest is reported separately", () => {
  let time = 5;
  const profile = new Profile({ now: () => time });
  const wait = (milliseconds: number) => void (time += milliseconds);
  wait(1);
  profile.enter("outer");
  wait(2);
  profile.enter("inner");
  wait(3);
  profile.leave();
  wait(4);
  profile.leave();
  profile.enter("inner");
  wait(5);
  profile.leave();
  assertEquals(
    profile.text(),
    [
      "      5.0 ms  25%  start of the program",
      "      6.0 ms  30%  outer",
      "      8.0 ms  40%  inner (2 times)",
      "      1.0 ms   5%  everything else",
      "     20.0 ms 100%  in all",
      "",
    ].join("\n"),
  );
});

Deno.test("--profile prints the phases of a build on standard error, and does not change the output", async () => {
  const files = {
    "/app/kustomization.yaml": "namePrefix: a-\nresources: [service.yaml]\n",
    "/app/service.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n",
  };
  const plain = new MemoryHost(new MemoryFileSystem(files));
  const profiled = new MemoryHost(new MemoryFileSystem(files));
  assertEquals(await run(["build", "/app"], plain), 0);
  assertEquals(await run(["build", "/app", "--profile"], profiled), 0);
  assertEquals(profiled.stdout, plain.stdout);
  for (const phase of ["parse resources", "PrefixTransformer", "name references", "print", "in all"]) {
    assertMatch(profiled.stderr, new RegExp(`^ +\\d+\\.\\d ms +\\d+%  ${phase}$`, "m"));
  }
});
