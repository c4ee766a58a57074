import { assertEquals } from "@std/assert";
import { type ProcessRequest, PROGRAM_TIMEOUT_MS } from "../../load/capabilities.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "../../testing/memory_host.ts";
import { build } from "../build.ts";
import type { PluginOptions } from "../context/options.ts";

/** The request to run a function, or the code of the error. */
async function asked(spec: string, plugins: Partial<PluginOptions>): Promise<ProcessRequest | string | undefined> {
  const files = new MemoryFileSystem({
    "/app/kustomization.yaml": "generators: [f.yaml]\n",
    "/app/f.yaml": `kind: F\nmetadata: {name: f, annotations: {config.kubernetes.io/function: ${
      JSON.stringify(spec)
    }}}\n`,
  });
  const requests: ProcessRequest[] = [];
  const run = (request: ProcessRequest) => {
    requests.push(request);
    request.onStderr?.(new Uint8Array([10]));
    return Promise.resolve({ exitCode: 0, stdout: new Uint8Array(), stderr: new Uint8Array(), timedOut: false });
  };
  const capabilities = Object.assign(new MemoryHost(files), { run });
  const { errors: [error] } = await build(files, "/app", { capabilities, plugins: { enabled: true, ...plugins } });
  return error?.code ?? requests.at(-1);
}

Deno.test("a function runs as far as it is allowed, without any other option", async () => {
  const program = await asked("exec: {path: f}", { exec: true });
  assertEquals(typeof program === "object" && program.timeoutMs, PROGRAM_TIMEOUT_MS);
  assertEquals(await asked("exec: {path: f}", {}), undefined);
  const said: Uint8Array[] = [];
  await asked("exec: {path: f}", { exec: true, stderr: (text) => said.push(text) });
  assertEquals(said, [new Uint8Array([10])]);
  const args = async (spec: string, plugins: Partial<PluginOptions> = {}) => {
    const request = await asked(spec, plugins);
    return typeof request === "object" ? request.args.slice(9, -1).filter((arg) => !/=true$|^-e$/.test(arg)) : request;
  };
  const usual = ["--network", "none", "--user", "nobody", "--security-opt=no-new-privileges"];
  assertEquals(await args("container: {image: i}"), usual);
  assertEquals(await args("container: {image: i, network: true}"), "network-disabled");
  assertEquals((await args("container: {image: i, network: true}", { network: true }))?.slice(0, 2), [
    "--network",
    "host",
  ]);
});
