import { assertEquals, assertThrows } from "@std/assert";
import { KustError } from "../../diagnostics/diagnostic.ts";
import { type Flags, parseFlags } from "./flags.ts";

const FLAGS = {
  output: { type: "string", short: "o", default: "out", help: "" },
  force: { type: "bool", short: "f", help: "" },
  quiet: { type: "bool", short: "q", help: "" },
  style: { type: "bool", default: true, help: "" },
  env: { type: "array", short: "e", help: "" },
  file: { type: "slice", help: "" },
  old: { type: "bool", deprecated: "use new.", help: "" },
} as const satisfies Flags;

function parse(...args: string[]) {
  const warnings: string[] = [];
  return { ...parseFlags(FLAGS, args, (text) => warnings.push(text)), warnings };
}

function refusal(...args: string[]) {
  return assertThrows(() => parse(...args), KustError).diagnostic;
}

Deno.test("parseFlags() reads each form of a text flag", () => {
  for (const args of [["--output=x"], ["--output", "x"], ["-o", "x"], ["-ox"], ["-o=x"]]) {
    assertEquals(parse(...args).values.output, "x", args.join(" "));
  }
  assertEquals(parse("-o=").values.output, "=");
  assertEquals(parse("--output=").values.output, "");
  assertEquals(parse("--output", "--force").values, { ...parse().values, output: "--force" });
});

Deno.test("parseFlags() reads switches, alone and together", () => {
  assertEquals(parse("-fq").values, { ...parse().values, force: true, quiet: true });
  assertEquals(parse("-fqox").values, { ...parse().values, force: true, quiet: true, output: "x" });
  assertEquals(parse("--force=f").values.force, false);
  assertEquals(parse("--force=TRUE").values.force, true);
  assertEquals(parse("--force", "false").args, ["false"]);
});

Deno.test("parseFlags() uses the last value of a text flag and all values of a list", () => {
  assertEquals(parse("-oa", "-ob").values.output, "b");
  assertEquals(parse("-e", "a,b", "--env=c").values.env, ["a,b", "c"]);
  assertEquals(parse("--file", 'a,"b,""c""",d', "--file=e").values.file, ["a", 'b,"c"', "d", "e"]);
  assertEquals(parse("--file=").values.file, []);
  assertEquals(parse("--file=a,").values.file, ["a", ""]);
});

Deno.test("parseFlags() finds flags and arguments in any order, up to --", () => {
  const { args, values } = parse("a", "--force", "-", "b", "--", "--quiet", "-x", "--");
  assertEquals(args, ["a", "-", "b", "--quiet", "-x", "--"]);
  assertEquals([values.force, values.quiet], [true, false]);
});

Deno.test("parseFlags() fills in defaults, and returns which flags were given", () => {
  const { values, given } = parse("--force=false");
  assertEquals(values, { output: "out", force: false, quiet: false, style: true, env: [], file: [], old: false });
  assertEquals([...given], ["force"]);
});

Deno.test("parseFlags() finds a request for help, and the faults after it", () => {
  for (const args of [["--help", "x"], ["-h"], ["-fh"], ["-hf"], ["x", "--help"], ["--help=false", "-h=t"]]) {
    assertEquals(parse(...args).help, true);
  }
  for (const args of [[], ["--help=false"], ["-h", "--help=0"]]) assertEquals(parse(...args).help, false);
  assertEquals(refusal("--help", "--nope").message, "unknown flag: --nope");
  assertEquals(refusal("-ho").message, "flag needs an argument: 'o' in -ho");
  assertEquals(refusal("--help=x").code, "invalid-flag-value");
});

Deno.test("parseFlags() warns of a deprecated flag each time, with kustomize's message", () => {
  const warning = "Flag --old has been deprecated, use new.";
  assertEquals(parse("--old", "--old=false").warnings, [warning, warning]);
});

Deno.test("parseFlags() rejects what pflag rejects, and suggests the nearest flag", () => {
  assertEquals(refusal("--ouput=x"), {
    code: "unknown-flag",
    message: "unknown flag: --ouput",
    hint: "did you mean '--output'?",
  });
  assertEquals(refusal("-quiet"), {
    code: "unknown-flag",
    message: "unknown shorthand flag: 'u' in -quiet",
    hint: "did you mean '--quiet'?",
  });
  assertEquals(refusal("--constructor=x"), {
    code: "unknown-flag",
    message: "unknown flag: --constructor",
    hint: undefined,
  });
  assertEquals(refusal("-z"), { code: "unknown-flag", message: "unknown shorthand flag: 'z' in -z", hint: undefined });
  assertEquals(refusal("--output").message, "flag needs an argument: --output");
  assertEquals(refusal("-fo").message, "flag needs an argument: 'o' in -fo");
  assertEquals(refusal("--=x").code, "invalid-flag");
  assertEquals(refusal("---force").code, "invalid-flag");
  assertEquals(refusal("--force=maybe").code, "invalid-flag-value");
  assertEquals(refusal('--file=a"b').code, "invalid-flag-value");
  assertEquals(refusal('--file="a"b').code, "invalid-flag-value");
  assertEquals(refusal('--file="a').code, "invalid-flag-value");
});
