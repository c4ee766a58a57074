/** Runs other programs from scripts. */

export interface ProgramResult {
  success: boolean;
  /** The captured output, of both streams. */
  output: string;
}

/** Runs a program that inherits our output streams. */
export async function runShown(program: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  return (await new Deno.Command(program, { args, env, stdin: "null" }).spawn().status).success;
}

/** Runs a program and captures its output. */
export async function runQuietly(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<ProgramResult> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args, env, stdin: "null" }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { success, output: text(stdout) + text(stderr) };
}

/** Exits if a step has failed. */
export function exitUnless(success: boolean): void {
  if (!success) Deno.exit(1);
}
