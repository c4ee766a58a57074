/** Which modules, and how much of their code, a run of `main.ts` needs. */

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

export interface LoadedModule {
  /** From the repository's root. */
  path: string;
  /** In characters of source, including comments and types. */
  size: number;
  /** Characters that were executed. */
  run: number;
  /** Names of functions that were called. */
  called: string[];
}

/** Runs kust under Deno in the current folder, which is the repository's root. */
export async function loadedModules(args: string[]): Promise<LoadedModule[]> {
  const root = new URL("../", import.meta.url).href;
  const folder = Deno.makeTempDirSync();
  try {
    const command = ["run", "-A", "--quiet", "--no-config", `--coverage=${folder}`, "main.ts", ...args];
    const { success } = await new Deno.Command(Deno.execPath(), { args: command, stdout: "null", stderr: "null" })
      .output();
    if (!success) throw new Error(`kust ${args.join(" ")} fails`);
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
