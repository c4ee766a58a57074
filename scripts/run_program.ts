/** Running other programs from scripts. */

export interface ProgramResult {
  success: boolean;
  /** What it printed on both of its outputs, where it was captured. */
  output: string;
}

/** Runs a program with this one's outputs. */
export async function runShown(program: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  return (await new Deno.Command(program, { args, env, stdin: "null" }).spawn().status).success;
}

/** Runs a program and keeps what it prints. */
export async function runQuietly(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<ProgramResult> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args, env, stdin: "null" }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { success, output: text(stdout) + text(stderr) };
}

/** Ends this program where a step of it failed. */
export function exitUnless(success: boolean): void {
  if (!success) Deno.exit(1);
}
