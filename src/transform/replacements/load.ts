/** Gathers replacements: those written where they are asked for, and those of files. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { decodeReplacement } from "../../kustomization/decode_changes.ts";
import { decodeObject, LENIENT, type ReaderMode, wrongType } from "../../kustomization/object_reader.ts";
import type { Replacement, ReplacementField } from "../../kustomization/types.ts";
import { atPlace, type Node, partOf } from "../../yaml/tree/node.ts";
import { parseDocument } from "../../yaml/read/parse.ts";

/** How a file of replacements is read: unknown fields are ignored there, unlike in the kustomization itself. */
const FILE_MODE: ReaderMode = { ...LENIENT, dialect: "v2" };

/** All replacements in their order. A file holds one, or a list. */
export function loadReplacements(
  fields: readonly ReplacementField[],
  readText: (path: string, node: Node | undefined) => Source,
): Replacement[] {
  return fields.flatMap(({ path, replacement, node }) => {
    if (path === "") return replacement ?? [];
    if (replacement !== undefined && (replacement.source !== undefined || replacement.targets.length > 0)) {
      fail("bad-replacement", "a replacement is given by its path, or here, but not both", atPlace(node));
    }
    return replacementsOf(readText(path, partOf(node, "path")), path, node);
  });
}

function replacementsOf(source: Source, path: string, node: Node | undefined): Replacement[] {
  const root = parseDocument(source, { uniqueKeys: false });
  if (root?.kind === "sequence") {
    return root.items.map((item) => decodeObject(item, path, FILE_MODE, decodeReplacement));
  }
  if (root?.kind === "mapping") return [decodeObject(root, path, FILE_MODE, decodeReplacement)];
  if (root !== undefined) return wrongType(path, "a replacement, or a list of them", root);
  fail("bad-replacement", `the file '${path}' holds no replacement`, {
    ...atPlace(partOf(node, "path")),
    hint: "a replacement has the fields 'source' and 'targets'",
  });
}
