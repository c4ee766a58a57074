import { assertEquals } from "@std/assert";
import { type CommandGroup, defineCommand } from "../command.ts";
import { renderHelp } from "./render_help.ts";

const GREET = defineCommand({
  usage: "greet NAME",
  manual: {
    long: "Greets someone.",
    examples: [{ text: "Greet", line: "kust greet Ada" }, { text: "Politely", line: "kust greet Ada --polite" }],
  },
  flags: {
    polite: { type: "bool", short: "p", default: true, help: "say it politely" },
    word: { type: "string", default: "Hi", help: "the word" },
    title: { type: "string", valueName: "TITLE", help: "before the name" },
    also: { type: "array", help: "further names" },
    langs: { type: "slice", help: "languages" },
    old: { type: "bool", deprecated: "use --word", help: "not shown" },
  },
  run: () => 0,
});

const GROUP: CommandGroup = {
  subcommands: {
    greet: { summary: "greet someone", load: () => Promise.resolve({ command: GREET }) },
    names: { summary: "about names", topic: true, load: () => Promise.resolve({ command: GREET }) },
    inner: { summary: "not shown", hidden: true, load: () => Promise.resolve({ command: GREET }) },
  },
};

Deno.test("the help of a command has its aliases, examples and flags, with their values and defaults", async () => {
  const { greet } = GROUP.subcommands;
  const help = await renderHelp(
    { command: GREET, path: "kust greet", entry: { ...greet!, aliases: ["hi"] }, args: [] },
    80,
  );
  assertEquals(
    help.slice(0, help.indexOf("Global Flags:")),
    `greet someone

Greets someone.

Usage:
  kust greet NAME

Aliases:
  hi

Examples:
  # Greet
  kust greet Ada

  # Politely
  kust greet Ada --polite

Flags:
      --also TEXT...   further names
  -h, --help           show this help
      --langs LIST     languages
  -p, --polite         say it politely (default true)
      --title TITLE    before the name
      --word TEXT      the word (default "Hi")

`,
  );
});

Deno.test("the help of a group lists its commands, and its topics apart", async () => {
  const help = await renderHelp({ command: GROUP, path: "kust", entry: undefined, args: [] }, 80);
  assertEquals(
    help.replace(/Flags:\n(?: {2}.*\n)+/, "Flags:\n"),
    `Usage:
  kust [command]

Available Commands:
  greet   greet someone

Flags:

Additional help topics:
  names   about names

Use "kust [command] --help" for more about a command.
`,
  );
});

Deno.test("the help of a topic is its text", async () => {
  const entry = GROUP.subcommands.names!;
  assertEquals(await renderHelp({ command: GREET, path: "kust names", entry, args: [] }, 80), "Greets someone.\n");
});
