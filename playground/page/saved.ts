/**
 * Where the project of a page comes from and is kept: the fragment of a link, and this tab's own storage, so that a
 * reload loses nothing. Projects may hold secrets, so nothing outlives the tab.
 */

import { packProject, unpackProject } from "../project/link.ts";
import type { Project } from "../project/project.ts";

const KEY = "kust-project";
const FRAGMENT = "#project=";

/** The project of the link, or else the one that this tab had before a reload. */
export async function savedProject(): Promise<Project | "damaged" | undefined> {
  const linked = linkedText();
  if (linked !== undefined) return await unpackProject(linked) ?? "damaged";
  const kept = sessionItem();
  return kept === null ? undefined : await unpackProject(kept);
}

function linkedText(): string | undefined {
  return location.hash.startsWith(FRAGMENT) ? location.hash.slice(FRAGMENT.length) : undefined;
}

/** Calls back when the user opens another link in this tab. */
export function onOtherLink(open: () => void): void {
  addEventListener("hashchange", () => {
    if (linkedText() !== undefined) open();
  });
}

/** Puts the project into the address of the page, and returns that. */
export async function linkTo(project: Project): Promise<string> {
  history.replaceState(null, "", FRAGMENT + await packProject(project));
  return location.href;
}

let saving = 0;

/** Keeps the project for a reload. The link in the address, which may now differ from it, goes. */
export function keep(project: Project): void {
  if (linkedText() !== undefined) history.replaceState(null, "", location.pathname + location.search);
  clearTimeout(saving);
  saving = setTimeout(async () => setSessionItem(await packProject(project)), 300);
}

// Pages that may store nothing, or not that much, throw.
function sessionItem(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function setSessionItem(text: string): void {
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // A reload then starts with an example.
  }
}
