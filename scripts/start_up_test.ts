/**
 * Small builds are dominated by start-up: the modules that are loaded, and the code that runs. These tests limit both
 * by counts, since times depend on the machine. If you need more, raise a limit here and say why in the commit.
 */

import { assert, assertEquals } from "@std/assert";

const OVERLAY = "testdata/seed/prod_by_resources/in/overlays/prod";

/** The programs are bundled, so this only limits the start from source. */
const MODULES = 220;
/** Characters of source, including comments and types. */
const LOADED = 710_000;
const RUN = 355_000;

/** V8's coverage of a module: nested ranges, each with its number of executions. */
interface Coverage {
  url: string;
  functions: { functionName: string; ranges: Range[] }[];
}

interface Range {
  startOffset: number;
  endOffset: number;
  count: number;
}

interface LoadedModule {
  path: string;
  size: number;
  run: number;
  /** Names of functions that were called. */
  called: string[];
}

async function loadedBy(args: string[]): Promise<LoadedModule[]> {
  const root = new URL("../", import.meta.url).href;
  const folder = Deno.makeTempDirSync();
  try {
    const command = ["run", "-A", "--quiet", "--no-config", `--coverage=${folder}`, "main.ts", ...args];
    const { success } = await new Deno.Command(Deno.execPath(), { args: command, stdout: "null", stderr: "null" })
      .output();
    assert(success);
    const found = [...Deno.readDirSync(folder)].filter(({ name }) => name.endsWith(".json"));
    const all: Coverage[] = found.map(({ name }) => JSON.parse(Deno.readTextFileSync(`${folder}/${name}`)));
    return all.filter(({ url }) => url.startsWith(root)).map(({ url, functions }) => ({
      path: url.slice(root.length),
      size: Deno.statSync(new URL(url)).size,
      run: charactersRun(functions.flatMap(({ ranges }) => ranges)),
      called: functions.filter(({ ranges }) => ranges[0]!.count > 0).map(({ functionName }) => functionName),
    }));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** The innermost range around a character decides whether it was run. */
function charactersRun(ranges: Range[]): number {
  const size = Math.max(...ranges.map(({ endOffset }) => endOffset));
  const wasRun = new Uint8Array(size);
  const length = ({ startOffset, endOffset }: Range) => endOffset - startOffset;
  for (const range of ranges.sort((a, b) => length(b) - length(a))) {
    wasRun.fill(range.count > 0 ? 1 : 0, range.startOffset, range.endOffset);
  }
  return wasRun.reduce((sum, one) => sum + one, 0);
}

const sum = (modules: LoadedModule[], part: (module: LoadedModule) => number) =>
  modules.reduce((all, module) => all + part(module), 0);

Deno.test("the seed's overlay is built within the budget of a start", async () => {
  const modules = await loadedBy(["build", OVERLAY]);
  const counts = {
    modules: modules.length,
    loaded: sum(modules, (one) => one.size),
    run: sum(modules, (one) => one.run),
  };
  assert(counts.modules <= MODULES && counts.loaded <= LOADED && counts.run <= RUN, JSON.stringify(counts));
  // A limit that is far above the actual value is useless.
  assert(
    counts.modules > MODULES * 0.9 && counts.loaded > LOADED * 0.9 && counts.run > RUN * 0.9,
    JSON.stringify(counts),
  );
});

Deno.test("without a patch the schema is not used, and no code of patches is loaded", async () => {
  const modules = await loadedBy(["build", OVERLAY]);
  const paths = modules.map(({ path }) => path);
  assertEquals(
    paths.filter((path) => /strategic_merge|transform\/patches\/|src\/edit\/|field_descriptions|crd_config/.test(path)),
    [],
  );
  const schema = modules.find(({ path }) => path === "src/schema/kubernetes.ts")!;
  assertEquals(schema.called, [""]);
});
