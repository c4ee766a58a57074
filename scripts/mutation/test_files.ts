/** Loads test files without `deno test`, so that they share their modules and single tests can be run at any time. */

export interface LoadedTest {
  file: string;
  name: string;
  passes(): Promise<boolean>;
}

interface Test {
  name: string;
  fn: (context: unknown) => unknown;
  ignore?: boolean;
}

const registered: Test[] = [];

/** Stands in for `Deno.test` and its ways of being called. */
function register(first: string | Test, second?: Test["fn"] | Omit<Test, "name">, third?: Test["fn"]): void {
  if (typeof first !== "string") registered.push(first);
  else if (typeof second === "function") registered.push({ name: first, fn: second });
  else registered.push({ fn: third!, ...second, name: first });
}

/** Deno creates links only for processes that may write everywhere, which mutants must not. */
export function createLinksByProgram(): void {
  const symlinkSync = (target: string, path: string) => {
    const { success, stderr } = new Deno.Command("ln", { args: ["-s", target, path] }).outputSync();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
  };
  Object.defineProperty(Deno, "symlinkSync", { value: symlinkSync });
}

/** The tests of a file. Throws what the file throws. */
export async function loadTests(file: string): Promise<LoadedTest[]> {
  Object.defineProperty(Deno, "test", { value: register, configurable: true });
  registered.length = 0;
  await import(new URL(file, `file://${Deno.cwd()}/`).href);
  return registered.filter(({ ignore }) => ignore !== true).map(({ name, fn }) => ({
    file,
    name,
    passes: () => passesInTime(fn),
  }));
}

/** Much longer than any test takes, also on a busy machine. */
const MAX_MS = 60_000;

/** A test that waits for something that never comes fails. The timer keeps the process alive meanwhile. */
async function passesInTime(fn: Test["fn"]): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<boolean>((end) => timer = setTimeout(() => end(false), MAX_MS));
  const test = (async () => {
    await fn({});
    return true;
  })();
  try {
    return await Promise.race([test, timeout]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
