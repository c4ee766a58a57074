/** Lines of env files that kustomize reads differently than a shell or docker does. */

import type { Code } from "../../diagnostics/code.ts";
import type { Source } from "../../diagnostics/source.ts";
import { KustError } from "../../diagnostics/diagnostic.ts";
import type { Text } from "../../kustomization/types.ts";
import type { Target } from "../../pipeline/context/target.ts";
import { lineStarts } from "../../text/lines.ts";
import type { Report } from "../gather/collector.ts";
import type { Rule } from "../gather/rule.ts";

export const envFiles: Rule = ({ entered, isNew }, report) => {
  for (const target of entered.filter(isNew)) {
    const { configMapGenerator, secretGenerator } = target.kustomization;
    for (const { envs } of [...configMapGenerator, ...secretGenerator]) {
      for (const env of envs) {
        const source = textOf(target, env);
        if (source !== undefined) checkLines(source, report);
      }
    }
  }
};

function textOf({ loader }: Target, { value }: Text): Source | undefined {
  try {
    return loader.textIfFile(value, undefined);
  } catch (error) {
    // The build reports this, with the place.
    if (error instanceof KustError) return undefined;
    throw error;
  }
}

function checkLines(source: Source, report: Report): void {
  const { text } = source;
  if (text.startsWith("\uFEFF")) {
    const message =
      "the env file begins with a byte order mark, which kustomize skips and other programs read as part of the first key";
    report.add({
      code: "byte-order-mark",
      message,
      place: { source, offset: 0 },
      hint: "save it as UTF-8 without BOM",
    });
  }
  const starts = lineStarts(text);
  for (const [index, start] of starts.entries()) {
    const line = text.slice(start, starts[index + 1]).replace(/\r?\n$/, "").replace(/^\uFEFF/, "");
    const mistake = mistakeIn(line);
    if (mistake === undefined) continue;
    const offset = start + (line.length - line.trimStart().length);
    report.add({ ...mistake, place: { source, offset }, hidesLine: true });
  }
}

interface Mistake {
  code: Code;
  message: string;
  hint: string;
}

/** These files may contain secrets: messages do not contain values. */
function mistakeIn(line: string): Mistake | undefined {
  const text = line.trimStart();
  if (text === "" || text.startsWith("#") || text.startsWith("=")) return undefined;
  const equals = text.indexOf("=");
  if (equals === -1) return withoutEquals(text);
  const key = text.slice(0, equals);
  const exported = /^export\s+(.*)$/.exec(key);
  if (exported !== null) {
    const message = `the key is 'export ${exported[1]}': kustomize does not strip 'export'`;
    return { code: "env-export", message, hint: `write ${exported[1]}=…` };
  }
  return mistakeInValue(key, text.slice(equals + 1).trimEnd());
}

function withoutEquals(text: string): Mistake {
  const colon = /^([\w.-]+)\s*:\s/.exec(`${text} `);
  if (colon !== null) {
    const message = "the line has ':' instead of '=', so it is a key with an empty value";
    return { code: "env-without-equals", message, hint: `write ${colon[1]}=…` };
  }
  const message = "the line has no '=', so it is a key with an empty value";
  return { code: "env-without-equals", message, hint: "write KEY=VALUE, or '#' before a comment" };
}

function mistakeInValue(key: string, value: string): Mistake | undefined {
  const quote = value[0];
  if ((quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote)) {
    const message = `the quotes around the value of '${key}' are part of the value`;
    return { code: "env-quotes", message, hint: "remove the quotes: a value extends to the end of the line" };
  }
  if (/\S\s+#\s/.test(value)) {
    const message = `the comment after the value of '${key}' is part of the value`;
    return { code: "env-comment", message, hint: "move the comment to its own line" };
  }
  return undefined;
}
