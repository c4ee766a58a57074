/** Removes the comments of a resource. Those around the document stay. */

import type { Filter } from "../pipeline.ts";

export const stripCommentsFilter: Filter = (items) => items.map((item) => ({ ...item, commentsOf: () => undefined }));
