import { assert, assertEquals, assertRejects } from "@std/assert";
import { KustError } from "../diagnostics/diagnostic.ts";
import { BEHAVIOURS, type Row } from "./behaviours.ts";
import { NEWEST, RELEASES } from "./compat.ts";
import { compatWith } from "./compat_with.ts";
import { compareReleases, holds } from "./earlier.ts";

const ROWS: Record<string, Row> = BEHAVIOURS;
const NAMES = Object.keys(BEHAVIOURS) as (keyof typeof BEHAVIOURS)[];

Deno.test("every row starts or ends at a release that kust knows", () => {
  for (const [name, { since, until }] of Object.entries(ROWS)) {
    assert((since === undefined) !== (until === undefined), name);
    const holding = RELEASES.filter((release) => holds(name as keyof typeof BEHAVIOURS, release));
    assert(holding.length > 0 && holding.length < RELEASES.length, name);
  }
});

Deno.test("NEWEST agrees with the table without loading it", () => {
  for (const name of NAMES) assertEquals(NEWEST.has(name), holds(name, NEWEST.release), name);
});

Deno.test("the code asks for every row, by its name", () => {
  const texts: string[] = [];
  const walk = (dir: string) => {
    for (const { name, isDirectory } of Deno.readDirSync(dir)) {
      if (isDirectory) walk(`${dir}/${name}`);
      else if (/(?<!_test)\.ts$/.test(name) && dir !== "src/compat") {
        texts.push(Deno.readTextFileSync(`${dir}/${name}`));
      }
    }
  };
  walk("src");
  const source = texts.join("\n");
  assertEquals(NAMES.filter((name) => !source.includes(`"${name}"`)), []);
});

Deno.test("compatWith() defaults to the newest release, and lists the known ones in its error", async () => {
  assertEquals([await compatWith(), await compatWith(""), await compatWith("v5.8.3")], [NEWEST, NEWEST, NEWEST]);
  assertEquals((await compatWith("v5.7.1")).release, "v5.7.1");
  const { diagnostic } = await assertRejects(() => compatWith("5.7.1"), KustError);
  assertEquals([diagnostic.code, diagnostic.hint], ["unknown-release", "did you mean 'v5.7.1'?"]);
  assert(RELEASES.every((release) => diagnostic.message.includes(release)));
});

Deno.test("releases are ordered by their numbers", () => {
  assert(compareReleases("v5.8.10", "v5.8.9") > 0);
  assert(compareReleases("v5.7.1", "v5.8.0") < 0);
  assertEquals(compareReleases("v5.8.1", "v5.8.1"), 0);
});
