import { assertEquals } from "@std/assert";
import { MemoryHost } from "../../testing/memory_host.ts";
import { run } from "../run.ts";

async function script(programName: string, shell: string): Promise<string> {
  const host = Object.assign(new MemoryHost(), { programName });
  assertEquals(await run(["completion", shell], host), 0);
  return host.stdout;
}

Deno.test("each script is for the name by which the program was called", async () => {
  for (const shell of ["bash", "zsh", "fish", "powershell"]) {
    const lines = (await script("kustomize", shell)).split("\n");
    // The name of a function in it may be any.
    assertEquals(lines.filter((line) => /(?<!_)\bkust\b/.test(line)), []);
    assertEquals(await script("kust", shell), lines.join("\n").replaceAll("kustomize", "kust"));
  }
});

Deno.test("the scripts register the name", async () => {
  const patterns = {
    bash: /^complete -F __kust_complete kustomize$/m,
    zsh: /^#compdef kustomize\n/,
    fish: /^complete -c kustomize -f /m,
    powershell: / -CommandName kustomize /,
  };
  for (const [shell, pattern] of Object.entries(patterns)) {
    assertEquals(pattern.test(await script("kustomize", shell)), true, shell);
  }
});
