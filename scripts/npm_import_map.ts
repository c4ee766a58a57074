/**
 * Test libraries come from JSR, by `deno.json`; where JSR cannot be reached, from npm, by `npm_import_map.json`.
 * `KUST_REGISTRY=npm` or `jsr` decides without asking.
 */

/** Words for deno that choose the import map. */
export async function importMapFlags(): Promise<string[]> {
  const wanted = Deno.env.get("KUST_REGISTRY") ?? (await jsrAnswers() ? "jsr" : "npm");
  return wanted === "jsr" ? [] : ["--import-map=scripts/npm_import_map.json"];
}

async function jsrAnswers(): Promise<boolean> {
  try {
    const response = await fetch("https://jsr.io/@std/assert/meta.json", { signal: AbortSignal.timeout(3000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
