/**
 * Small builds are dominated by start-up: the modules that are loaded, and the code that runs. These tests limit both
 * by counts, since times depend on the machine. If you need more, raise a limit here and say why in the commit.
 */

import { assert, assertEquals } from "@std/assert";
import { type LoadedModule, loadedModules } from "./loaded_modules.ts";

const OVERLAY = "testdata/seed/prod_by_resources/in/overlays/prod";

/** The programs are bundled, so this only limits the start from source. */
const MODULES = 220;
/** Characters of source, including comments and types. */
const LOADED = 739_500;
const RUN = 373_500;

const sum = (modules: LoadedModule[], part: (module: LoadedModule) => number) =>
  modules.reduce((all, module) => all + part(module), 0);

Deno.test("the seed's overlay is built within the budget of a start", async () => {
  const modules = await loadedModules(["build", OVERLAY]);
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
  const modules = await loadedModules(["build", OVERLAY]);
  const paths = modules.map(({ path }) => path);
  assertEquals(
    paths.filter((path) => /strategic_merge|transform\/patches\/|src\/edit\/|field_descriptions|crd_config/.test(path)),
    [],
  );
  const schema = modules.find(({ path }) => path === "src/schema/kubernetes.ts")!;
  assertEquals(schema.called, [""]);
});

Deno.test("a plain build loads no modules of the platform but the smallest", async () => {
  const modules = await loadedModules(["build", OVERLAY]);
  const imported = modules.flatMap(({ path }) =>
    [...Deno.readTextFileSync(path).matchAll(/^import (?!type )[^;]* from "(node:\w+)";$/gm)].map(([, name]) => name)
  );
  // The platform's modules are code, too: node:child_process takes Bun more than half a millisecond.
  assertEquals([...new Set(imported)].sort(), ["node:fs", "node:process"]);
});
