/** Presses Tab in real shells. Skips shells that are not installed. */

import { assertEquals } from "@std/assert";

const ROOT = new URL("..", import.meta.url).pathname;

/** A folder with two kustomizations and a program `kust`, in which the shells run. */
function makePlayground(): string {
  const dir = Deno.makeTempDirSync({ prefix: "kust-shell-" });
  for (const folder of ["base", "overlays/dev", "docs"]) Deno.mkdirSync(`${dir}/${folder}`, { recursive: true });
  Deno.writeTextFileSync(`${dir}/base/kustomization.yaml`, "");
  Deno.writeTextFileSync(`${dir}/overlays/dev/kustomization.yaml`, "");
  Deno.mkdirSync(`${dir}/bin`);
  const program = `#!/bin/sh\nexec '${Deno.execPath()}' run --quiet --no-check -A '${ROOT}main.ts' "$@"\n`;
  Deno.writeTextFileSync(`${dir}/bin/kust`, program, { mode: 0o755 });
  return dir;
}

async function isThere(shell: string): Promise<boolean> {
  return (await new Deno.Command("sh", { args: ["-c", `command -v ${shell}`], stdout: "null" }).output()).success;
}

/** The output lines of a script, run by a shell in the playground. */
async function linesOf(dir: string, shell: string, args: string[]): Promise<string[]> {
  const env = { PATH: `${dir}/bin:${Deno.env.get("PATH")}`, HOME: dir, TERM: "xterm", DENO_DIR: denoDir() };
  const { stdout, stderr } = await new Deno.Command(shell, { args, cwd: dir, env, stdin: "null" }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  if (stderr.length > 0) throw new Error(text(stderr));
  return text(stdout).replaceAll("\r", "").split("\n").filter((line) => line !== "");
}

function denoDir(): string {
  return Deno.env.get("DENO_DIR") ?? `${Deno.env.get("HOME")}/.cache/deno`;
}

/** The words that Tab offers after a line, in each shell, without descriptions. */
const SHELLS: Record<string, (dir: string, line: string) => Promise<string[]>> = {
  bash: async (dir, line) => {
    // Bash splits words at "=", as it does when it reads a line.
    const words = line.replaceAll("=", " = ").split(" ");
    const script = `source <(kust completion bash)
      COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}
      compopt() { :; }
      __kust_complete; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return await linesOf(dir, "bash", ["--norc", "-c", script]);
  },
  fish: async (dir, line) => {
    const script = `kust completion fish | source; complete -C '${line}'`;
    return (await linesOf(dir, "fish", ["--no-config", "-c", script])).map((offer) => offer.split("\t")[0]!);
  },
  zsh: async (dir, line) => {
    // Runs the shell in a pseudoterminal, and prints what it would insert.
    const script = `zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell 'PROMPT=; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -D -u'
      zpty -w shell 'compadd() { local -a offers; builtin compadd -O offers "$@"; print -rl -- "<"\${^offers}">"; builtin compadd "$@"; }'
      zpty -w shell 'source <(kust completion zsh)'
      zpty -w shell 'zle-line-init() { print at-prompt-$((1+1)) }; zle -N zle-line-init'
      zpty -r -m shell line '*at-prompt-2*'
      zpty -n -w shell '${line}'$'\\t\\x15'
      zpty -w shell 'print the-$((1+1))'
      while zpty -r shell line; do print -r -- $line; [[ $line == *the-2* ]] && break; done`;
    const found = (await linesOf(dir, "zsh", ["-f", "-c", script])).join("\n").matchAll(/<([^<>\n]+)>/g);
    return [...new Set([...found].map((match) => match[1]!))];
  },
};

/** Typed lines, and the expected offers. */
const TABS: [line: string, offers: string[]][] = [
  ["kust vers", ["version"]],
  ["kust edit set names", ["namespace", "namesuffix"]],
  ["kust build --enable-h", ["--enable-helm"]],
  ["kust build ", ["base/", "overlays/"]],
  ["kust build overlays/", ["overlays/dev/"]],
  ["kust version --output ", ["json", "yaml"]],
  ["kust completion po", ["powershell"]],
];

for (const [shell, tab] of Object.entries(SHELLS)) {
  Deno.test({
    name: `Tab in ${shell} offers commands, flags, values and folders`,
    ignore: !await isThere(shell),
    fn: async () => {
      const dir = makePlayground();
      try {
        await Promise.all(
          TABS.map(async ([line, offers]) => assertEquals((await tab(dir, line)).sort(), offers, line)),
        );
      } finally {
        Deno.removeSync(dir, { recursive: true });
      }
    },
  });
}

Deno.test({
  name: "bash completes the value after =",
  ignore: !await isThere("bash"),
  fn: async () => {
    const dir = makePlayground();
    assertEquals(await SHELLS.bash!(dir, "kust version --output=j"), ["json"]);
    assertEquals(await SHELLS.bash!(dir, "kust build -o ba"), ["base"]);
    Deno.removeSync(dir, { recursive: true });
  },
});
