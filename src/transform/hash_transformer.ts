/** The transformer that adds hashes to names, for a configuration that requests it by itself. */

import { nodeHash } from "../generate/node_hash/node_hash.ts";
import { addHashes } from "./hash.ts";
import type { TransformerKind } from "./transform.ts";

export const hashTransformer: TransformerKind = { configure: () => (set) => addHashes(set, nodeHash) };
