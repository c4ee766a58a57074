/** Resolves an http URL under `resources`. */

import { type Diagnostic, fail, KustError } from "../diagnostics/diagnostic.ts";
import type { Text } from "../kustomization/types.ts";
import { shownUrl } from "../load/remote/git_safety.ts";
import { parseRepoSpec } from "../load/remote/git_url.ts";
import type { Loader } from "../load/loader.ts";
import { insteadOfPage, looksLikeHtml } from "../load/remote/pasted_url.ts";
import { atPlace, placeOf } from "../yaml/tree/place.ts";
import type { Target } from "./context/target.ts";

/**
 * Fetches the file at a URL; "repository" if there is none, or a web page, in which case the URL may be a repository's.
 */
export async function fetchResource({ loader }: Target, text: Text): Promise<"file" | "repository"> {
  const { value: url, node } = text;
  try {
    await loader.fetch(url, node && placeOf(node));
  } catch (error) {
    if (error instanceof KustError && error.diagnostic.code === "is-repository") return "repository";
    throw error;
  }
  if (!isPage(loader, url)) return "file";
  return parseRepoSpec(url) === undefined ? failPage(text) : "repository";
}

/** Enters a folder or a repository. If the URL led to a web page and is not a repository, the error says so. */
export async function enterResource({ loader }: Target, text: Text): Promise<Loader> {
  const { value: path, node } = text;
  try {
    return await loader.enter(path, node && placeOf(node));
  } catch (error) {
    if (error instanceof KustError && isPage(loader, path)) failPage(text, error.diagnostic);
    throw error;
  }
}

/** Whether the URL was fetched and led to a web page. */
function isPage(loader: Loader, url: string): boolean {
  return loader.hasFetched(url) && looksLikeHtml(loader.bytes(url, undefined));
}

/** @param notRepository The reason why the URL is not a repository either. */
function failPage({ value: url, node }: Text, notRepository?: Diagnostic): never {
  const instead = insteadOfPage(url);
  fail("html-page", `${shownUrl(url)} is a web page, not a file of resources`, {
    ...atPlace(node),
    notes: notRepository && [{ message: notRepository.message }, ...notRepository.notes ?? []],
    hint: instead === undefined ? "use the URL of the file itself" : `use ${instead}`,
  });
}
