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

/** The tests of a file, which is relative to the current folder. Throws what the file throws. */
export async function loadTests(file: string): Promise<LoadedTest[]> {
  Object.defineProperty(Deno, "test", { value: register, configurable: true });
  registered.length = 0;
  await import(`file://${Deno.cwd()}/${file}`);
  return registered.filter(({ ignore }) => ignore !== true).map(({ name, fn }) => ({
    file,
    name,
    passes: async () => {
      try {
        await fn({});
        return true;
      } catch {
        return false;
      }
    },
  }));
}
