/**
 * Records the texts that kustomize treats as git repositories: `testdata/git_urls.json` has texts and, for each, the
 * URL and the ref that git fetches; null if git is not called. A stand-in for git on PATH records its arguments.
 */

export const GIT_URLS_FILE = "testdata/git_urls.json";

const GIT = `#!/bin/sh
case "$*" in
  *fetch*)
    while [ $# -gt 2 ]; do shift; done
    printf '%s %s' "$1" "$2" > "$GIT_LOG"
    exit 1 ;;
esac
`;

/** The content of the file, according to the real program. */
export async function recordGitUrls(kustomize: string): Promise<string> {
  const dir = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-golden-" }));
  Deno.writeTextFileSync(`${dir}/git`, GIT, { mode: 0o755 });
  Deno.mkdirSync(`${dir}/empty`);
  try {
    const found: Record<string, string | null> = {};
    for (const text of Object.keys(JSON.parse(Deno.readTextFileSync(GIT_URLS_FILE)))) {
      found[text] = await fetchedFor(kustomize, text, dir);
    }
    return JSON.stringify(found, null, 2) + "\n";
  } finally {
    Deno.removeSync(dir, { recursive: true });
  }
}

async function fetchedFor(kustomize: string, text: string, dir: string): Promise<string | null> {
  const log = `${dir}/log`;
  Deno.writeTextFileSync(log, "");
  const env = { PATH: `${dir}:${Deno.env.get("PATH")}`, GIT_LOG: log, TMPDIR: dir };
  await new Deno.Command(kustomize, { args: ["build", text], cwd: `${dir}/empty`, env }).output();
  return Deno.readTextFileSync(log) || null;
}
