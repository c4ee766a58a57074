/** Collects replacements, inline and from files. */

import type { Compat } from "../../compat/compat.ts";
import { fail } from "../../diagnostics/diagnostic.ts";
import type { Source } from "../../diagnostics/source.ts";
import { replacement } from "../../kustomization/change_fields.ts";
import { failWrongType } from "../../kustomization/field_errors.ts";
import { LENIENT, type ReaderMode } from "../../kustomization/reader_mode.ts";
import { decodeStruct } from "../../kustomization/read_fields.ts";
import type { Replacement, ReplacementEntry, Text } from "../../kustomization/types.ts";
import { atPlace } from "../../yaml/tree/place.ts";
import type { Node } from "../../yaml/tree/node.ts";
import { parseDocument } from "../../yaml/read/parse.ts";

/** The mode for files of replacements: unlike in the kustomization itself, unknown fields are ignored. */
const FILE_MODE: ReaderMode = { ...LENIENT, dialect: "v2" };

/** All replacements in order. A file holds one, or a list. */
export function loadReplacements(
  entries: readonly ReplacementEntry[],
  readText: (path: string, node: Node | undefined) => Source,
  compat: Compat,
): Replacement[] {
  return entries.flatMap((entry) => {
    const { path, source, targets, node } = entry;
    if (path.value === "") return entry;
    if (source !== undefined || targets.length > 0) {
      fail("invalid-replacement", "a replacement has either 'path' or its own fields, not both", atPlace(node));
    }
    return replacementsOf(readText(path.value, path.node), path, { ...FILE_MODE, compat });
  });
}

function replacementsOf(source: Source, { value: path, node }: Text, mode: ReaderMode): Replacement[] {
  const root = parseDocument(source, { uniqueKeys: false });
  if (root?.kind === "sequence") {
    return root.items.map((item) => decodeStruct(item, path, mode, replacement));
  }
  if (root?.kind === "mapping") return [decodeStruct(root, path, mode, replacement)];
  if (root !== undefined) return failWrongType(path, "a replacement, or a list of them", root);
  fail("invalid-replacement", `the file '${path}' contains no replacement`, {
    ...atPlace(node),
    hint: "a replacement has the fields 'source' and 'targets'",
  });
}
