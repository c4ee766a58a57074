/** Finds the programs that a case needs and that are not installed. */

import type { GoldenCase } from "./golden_case.ts";

export async function missingPrograms({ needs }: GoldenCase): Promise<string[]> {
  const there = await Promise.all(needs.map(onPath));
  return needs.filter((_, index) => !there[index]);
}

async function onPath(program: string): Promise<boolean> {
  return (await new Deno.Command("sh", { args: ["-c", `command -v ${program}`], stdout: "null" }).output()).success;
}
