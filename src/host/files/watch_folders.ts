/** Watches folders by the system's notices. */

import * as fs from "node:fs";
import process from "node:process";
import { toWindows } from "../../text/windows_paths.ts";

/** How often to look where the system gives no notice: it allows only so many, and none for some network disks. */
const LOOK_AGAIN_MS = 1000;

/** Implements `WatchFolders`. A folder, not its files: a file that an editor replaces is another one afterwards. */
export function watchFolders(folders: readonly string[], onChange: (folder: string) => void): () => void {
  const watchers: fs.FSWatcher[] = [];
  const unwatched: string[] = [];
  for (const folder of folders) {
    try {
      const watcher = fs.watch(process.platform === "win32" ? toWindows(folder) : folder, () => onChange(folder));
      watcher.on("error", () => onChange(folder));
      watchers.push(watcher);
    } catch {
      unwatched.push(folder);
    }
  }
  const timer = unwatched.length === 0 ? undefined : setInterval(() => unwatched.forEach(onChange), LOOK_AGAIN_MS);
  return () => {
    clearInterval(timer);
    for (const watcher of watchers) watcher.close();
  };
}
