/** install.sh, from a folder and from a server, with an archive that has a stand-in for the program. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { exists } from "../exists.ts";
import { type ProgramResult, runQuietly } from "../run_program.ts";
import { makeStandIn } from "./stand_in.ts";

const SCRIPT = new URL("../../install.sh", import.meta.url).pathname;

function install(releases: string, ...args: string[]): Promise<ProgramResult> {
  return runQuietly("sh", [SCRIPT, ...args], { KUST_RELEASES: releases });
}

async function inTemp(work: (dir: string) => Promise<void>): Promise<void> {
  const dir = Deno.makeTempDirSync({ prefix: "kust-test-" });
  try {
    await work(dir);
  } finally {
    Deno.removeSync(dir, { recursive: true });
  }
}

const linux = { ignore: Deno.build.os !== "linux" };

Deno.test("install.sh installs the program for this machine, and replaces it", linux, () =>
  inTemp(async (dir) => {
    const first = await install(await makeStandIn(dir, "1.0.0"), "--dir", `${dir}/bin`);
    assertStringIncludes(first.output, `installed kust 1.0.0 as ${dir}/bin/kust`);
    assertStringIncludes(first.output, `add ${dir}/bin to PATH`);
    Deno.removeSync(`${dir}/release`, { recursive: true });
    assert((await install(await makeStandIn(dir, "1.0.1"), `--dir=${dir}/bin`)).success);
    assertEquals((await runQuietly(`${dir}/bin/kust`, [])).output, "kust 1.0.1\n");
    assertEquals([...Deno.readDirSync(`${dir}/bin`)].map(({ name }) => name), ["kust"]);
  }));

Deno.test(
  "install.sh installs nothing whose checksum is wrong, or that is missing",
  linux,
  () =>
    inTemp(async (dir) => {
      const release = await makeStandIn(dir, "1.0.0");
      const list = `${release}/checksums.txt`;
      Deno.writeTextFileSync(list, Deno.readTextFileSync(list).replace(/^[0-9a-f]{64}/gm, "0".repeat(64)));
      const wrong = await install(release, "--dir", `${dir}/bin`);
      assertEquals([wrong.success, exists(`${dir}/bin`)], [false, false]);
      assertStringIncludes(wrong.output, "the checksum of kust_v1.0.0_linux_");
      Deno.writeTextFileSync(list, "");
      assertStringIncludes((await install(release)).output, "the release has no program for linux_");
      assertStringIncludes((await install(`${dir}/nothing`)).output, `cannot read ${dir}/nothing/checksums.txt`);
      assertStringIncludes((await install(release, "--prefix", "/")).output, "unknown argument '--prefix'; see --help");
    }),
);

Deno.test("install.sh downloads the latest release or a named one", linux, () =>
  inTemp(async (dir) => {
    const release = await makeStandIn(dir, "1.0.0");
    const asked: string[] = [];
    const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
      const { pathname } = new URL(request.url);
      asked.push(pathname.replace(/[^/]*$/, ""));
      const file = `${release}/${pathname.replace(/^.*\//, "")}`;
      return exists(file) ? new Response(Deno.readFileSync(file)) : new Response("", { status: 404 });
    });
    try {
      const url = `http://127.0.0.1:${server.addr.port}`;
      assert((await install(url, "--dir", `${dir}/bin`)).success);
      assert((await install(url, "--dir", `${dir}/bin`, "--version", "v1.0.0")).success);
      assertEquals([...new Set(asked)], ["/latest/download/", "/download/v1.0.0/"]);
    } finally {
      await server.shutdown();
    }
  }));
