/** Runs the checks of something that is published, and ends with the line `N passed, N failed`. */

export type Checks<Subject> = Readonly<Record<string, (subject: Subject) => Promise<void> | void>>;

/** Returns whether all passed. */
export async function runChecks<Subject>(checks: Checks<Subject>, subject: Subject): Promise<boolean> {
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check(subject);
      console.log(`ok     ${name}`);
    } catch (error) {
      failed++;
      console.log(`FAILED ${name}\n${error instanceof Error ? error.message : error}`);
    }
  }
  console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
  return failed === 0;
}
