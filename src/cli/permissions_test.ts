import { assertEquals } from "@std/assert";
import { commitFiles, serveHttp } from "../../scripts/serve_git.ts";

const MAIN = new URL("../../main.ts", import.meta.url).pathname;
const POD = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: pod\n";

const FUNCTION = `apiVersion: example.com/v1
kind: Change
metadata:
  name: change
  annotations:
    config.kubernetes.io/function: "exec: {path: cat}"
`;

/** Writes a folder with a kustomization for each feature; `helm` and a plugin are scripts. */
function writeFolders(dir: string, http: string): void {
  const files: Record<string, string> = {
    "git/kustomization.yaml": `resources: ["file://${dir}/org/repo"]\n`,
    "git_http/kustomization.yaml": `resources: ["${http}org/repo"]\n`,
    "http/kustomization.yaml": `resources: ["${http}org/pod.yaml"]\n`,
    "helm/kustomization.yaml": "helmCharts: [{name: web, releaseName: web}]\n",
    "helm/charts/web/values.yaml": "a: 1\n",
    "function/kustomization.yaml": "resources: [pod.yaml]\ntransformers: [change.yaml]\n",
    "function/pod.yaml": POD,
    "function/change.yaml": FUNCTION,
    "plugin/kustomization.yaml": "generators: [make.yaml]\n",
    "plugin/make.yaml": "apiVersion: example.com/v1\nkind: Make\nmetadata:\n  name: make\n",
    "plugins/example.com/v1/make/Make": `#!/bin/sh\nprintf '${POD.replaceAll("\n", "\\n")}'\n`,
    "bin/helm": `#!/bin/sh\ncase $1 in version) echo v3.19.0 ;; *) printf '${POD.replaceAll("\n", "\\n")}' ;; esac\n`,
    "org/pod.yaml": POD,
  };
  for (const [path, content] of Object.entries(files)) {
    Deno.mkdirSync(`${dir}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
    Deno.writeTextFileSync(`${dir}/${path}`, content, { mode: content.startsWith("#!") ? 0o755 : 0o644 });
  }
}

async function underDeno(
  dir: string,
  permissions: string[],
  args: string[],
): Promise<{ text: string; error: string }> {
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-check", ...permissions, MAIN, ...args],
    cwd: dir,
    env: { PATH: `${dir}/bin:${Deno.env.get("PATH")}`, TMPDIR: `${dir}/tmp`, KUSTOMIZE_PLUGIN_HOME: `${dir}/plugins` },
    stdin: "null",
  }).output();
  const [text, error] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { text: text!, error: error! };
}

/** The permissions that each feature needs, as in docs/permissions.md; the folder for temporary files is `tmp` here. */
const FEATURES: Record<string, { args: string[]; needs: string[] }> = {
  git: { args: ["build", "git"], needs: ["--allow-read=.", "--allow-run=git", "--allow-env", "--allow-write=tmp"] },
  "git over http": {
    args: ["build", "git_http"],
    needs: ["--allow-read=.", "--allow-run=git", "--allow-env", "--allow-write=tmp", "--allow-net"],
  },
  http: { args: ["build", "http"], needs: ["--allow-read=.", "--allow-net"] },
  helm: {
    args: ["build", "helm", "--enable-helm"],
    needs: ["--allow-read=.", "--allow-run=helm", "--allow-env", "--allow-write=tmp"],
  },
  functions: {
    args: ["build", "function", "--enable-alpha-plugins", "--enable-exec"],
    needs: ["--allow-read=.", "--allow-run=cat", "--allow-env"],
  },
  plugins: {
    args: ["build", "plugin", "--enable-alpha-plugins"],
    needs: ["--allow-read=.", "--allow-run", "--allow-env", "--allow-write=tmp"],
  },
};

async function withFolders(body: (dir: string) => Promise<void>): Promise<void> {
  const dir = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-test-" }));
  await commitFiles(`${dir}/org/repo`, { "kustomization.yaml": "resources: [pod.yaml]\n", "pod.yaml": POD });
  const server = serveHttp(dir, { pages: dir });
  writeFolders(dir, server.url);
  Deno.mkdirSync(`${dir}/tmp`);
  try {
    await body(dir);
    assertEquals([...Deno.readDirSync(`${dir}/tmp`)], []);
  } finally {
    await server.close();
    Deno.removeSync(dir, { recursive: true });
  }
}

Deno.test("each feature runs with the permissions that docs/permissions.md names", () =>
  withFolders(async (dir) => {
    await Promise.all(
      Object.entries(FEATURES).map(async ([feature, { args, needs }]) => {
        assertEquals(await underDeno(dir, needs, args), { text: POD, error: "" }, feature);
      }),
    );
  }));

Deno.test("missing permissions are reported at once, without a prompt", () =>
  withFolders(async (dir) => {
    const { args, needs } = FEATURES["git over http"]!;
    await Promise.all(
      needs.slice(1).map(async (missing) => {
        const { text, error } = await underDeno(dir, needs.filter((need) => need !== missing), args);
        const [first, second] = error.split("\n");
        assertEquals([text, first?.includes(`deno run needs ${missing.split("=")[0]}`)], ["", true], error);
        assertEquals(second?.startsWith("note: git repositories need --allow-run=git"), true);
      }),
    );
  }));
