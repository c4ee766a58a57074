/** What a strategic merge has done to a node, for the hash of a name. */

import type { Node } from "../yaml/tree/node.ts";

/** A list or mapping, and that of a patch; or a scalar, and what it was. */
export type Merged = readonly [target: Node, other: Node];
