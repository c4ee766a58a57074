import { assertEquals } from "@std/assert";
import { findCommand, firstArgument } from "./find_command.ts";
import { root } from "./root.ts";

Deno.test("findCommand() takes the word after an unknown flag as its value, unless that leaves no command", async () => {
  const paths: Record<string, string> = {
    "version -o x": "kust version",
    "-o build version": "kust version",
    "--unknown build version": "kust version",
    "-o version": "kust version",
    "--unknown version": "kust version",
    "--stack-trace build version": "kust build",
    "--help build version": "kust build",
    "-h build version": "kust build",
    "--x=1 build version": "kust build",
    "-xy build version": "kust build",
    "-- version": "kust",
    "x version": "kust",
    "": "kust",
  };
  for (const [line, path] of Object.entries(paths)) {
    assertEquals((await findCommand(root, line.split(" "))).path, path, line);
  }
  assertEquals((await findCommand(root, ["-o", "x", "version", "y"])).args, ["-o", "x", "y"]);
});

Deno.test("firstArgument() passes over flags and their values", () => {
  const firsts = ["a b", "-o x a", "--x=y a", "--stack-trace a", "-ox a", "- a", "-- a", "-o"].map((line) =>
    firstArgument(line.split(" "))
  );
  assertEquals(firsts, ["a", "a", "a", "a", "a", "-", undefined, undefined]);
});
