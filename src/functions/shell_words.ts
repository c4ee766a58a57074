/** Splits a line into words like kustomize's legacy plugins, with quotes, backslashes, and `#` comments. */

import { fail } from "../diagnostics/diagnostic.ts";
import { atPlace } from "../yaml/tree/place.ts";
import type { Node } from "../yaml/tree/node.ts";

/** @param node The node of the line. */
export function shellWords(line: string, node: Node | undefined): string[] {
  const words: string[] = [];
  let word = "";
  let quote = "";
  let escaped = false;
  const end = () => {
    if (word !== "") words.push(word);
    word = "";
  };
  for (const character of line) {
    if (escaped) {
      word += character;
      escaped = false;
    } else if (character === "\\" && quote !== "'") escaped = true;
    else if ((character === "'" || character === '"') && quote === "") quote = character;
    else if (character === quote) quote = "";
    else if (character === "#" && quote === "") break;
    else if (quote === "" && /\s/.test(character)) end();
    else word += character;
  }
  if (quote !== "") {
    fail("invalid-value", `failed to parse argsOneLiner: a quote (${quote}) is not closed`, atPlace(node));
  }
  end();
  return words;
}
