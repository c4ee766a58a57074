/** The function that `fn run --image` and `--exec-path` name, configured by the words after `--`. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Item } from "../../packages/pipeline.ts";
import { Mapping, mappingOf, Scalar } from "../../yaml/tree/node.ts";
import { printStyled } from "../../yaml/write/print_styled.ts";

export interface ExplicitFunction {
  /** "" for a program. */
  image: string;
  execPath: string;
  network: boolean;
}

/** @param words `KEY=VALUE`; the first may be the kind of the configuration. */
export function explicitFunction(fn: ExplicitFunction, words: readonly string[]): Item {
  const isKind = words[0] !== undefined && !words[0].includes("=");
  const data = new Mapping();
  data.flow = true;
  for (const word of words.slice(isKind ? 1 : 0)) {
    const equals = word.indexOf("=");
    if (equals < 0) {
      fail("invalid-argument", `the argument '${word}' is not KEY=VALUE`, {
        hint: "kust fn run DIR --image IMAGE -- KEY=VALUE",
      });
    }
    data.set(word.slice(0, equals), new Scalar(word.slice(equals + 1)));
  }
  const annotations = mappingOf({ "config.kubernetes.io/function": new Scalar(annotationOf(fn)) });
  const root = mappingOf({
    metadata: mappingOf({ name: new Scalar("function-input"), annotations }),
    data,
    kind: new Scalar(isKind ? words[0]! : "ConfigMap"),
    apiVersion: new Scalar("v1"),
  });
  return { root, head: "", foot: "", commentsOf: () => undefined, isDocument: true };
}

function annotationOf({ image, execPath, network }: ExplicitFunction): string {
  const spec = image === "" ? mappingOf({ path: new Scalar(execPath) }) : mappingOf({
    image: new Scalar(image),
    ...network ? { network: new Scalar("true") } : {},
  });
  spec.flow = true;
  return printStyled(mappingOf({ [image === "" ? "exec" : "container"]: spec }));
}
