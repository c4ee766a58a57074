/** Temporary folders, removed when the program exits. */

import { lstatSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import process from "node:process";
import { fromWindows, toWindows } from "../../text/windows_paths.ts";
import { addTempDir } from "./leftovers.ts";
import { requirePermission } from "./permissions.ts";
import { isOfEndedRun, runMark } from "./run_mark.ts";
import { guarded } from "./system_error.ts";

/** Creates an empty folder in the system's folder for temporary files, and returns its path for kust. */
export function makeTempDir(prefix: string): string {
  requirePermission({ name: "env", variable: "TMPDIR" }, "--allow-env");
  const place = temporaryPlace();
  requirePermission({ name: "write", path: place }, `--allow-write=${place}`);
  requirePermission({ name: "read", path: place }, `--allow-read=.,${place}`);
  if (!haveLooked) removeLeft(place);
  haveLooked = true;
  const path = guarded(place, () => mkdtempSync(`${place}/${prefix}${runMark()}-`));
  addTempDir(path);
  return process.platform === "win32" ? fromWindows(path) : path;
}

function temporaryPlace(): string {
  const { TMPDIR, TEMP, TMP } = process.env;
  return process.platform === "win32" ? toWindows(TEMP || TMP || "C:/Windows/Temp") : TMPDIR || "/tmp";
}

/** Whether this run has removed what others left. */
let haveLooked = false;

/** Removes what killed runs of this user have left. */
export function removeLeft(place: string): void {
  for (const name of attempt(() => readdirSync(place)) ?? []) {
    const mark = /^(?:kust|kustomize)-[a-z-]*?-(\d+-[0-9a-z]+)-\w{6}$/.exec(name)?.[1];
    if (mark === undefined || !isOfEndedRun(mark)) continue;
    attempt(() => {
      const path = `${place}/${name}`;
      const { uid } = lstatSync(path);
      if (uid === (process.getuid?.() ?? uid)) rmSync(path, { recursive: true, force: true });
    });
  }
}

/** Ignores failures: another run may be doing the same. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
