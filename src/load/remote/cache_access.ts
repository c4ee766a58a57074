/** Refuses a cache whose files other users can write or replace: builds would read what they put there. */

import { fail } from "../../diagnostics/diagnostic.ts";
import type { FileSystem } from "../file_system.ts";
import { isAbsolute, joinPath } from "../../text/paths.ts";
import { type Walkable, walkPath } from "../file_systems/walk_path.ts";

export class CacheAccess {
  readonly #files: FileSystem;
  readonly #dir: string;
  #areParentsChecked = false;

  constructor(fileSystem: FileSystem, dir: string) {
    this.#files = fileSystem;
    this.#dir = dir;
  }

  /** Checks the folder that the user named and, if others can enter it, every folder on the way to a path. */
  refuseOpen(path: string): void {
    if (this.#files.accessOfOthers === undefined) return;
    this.#refuseOpenParents();
    const steps = path.slice(this.#dir.length).split("/").filter((step) => step !== "");
    let at = this.#dir;
    for (const step of ["", ...steps]) {
      if (step !== "") at = `${at}/${step}`;
      const others = this.#files.accessOfOthers(at);
      if (others.write) this.#failOnOpen(at);
      if (!others.enter && at === this.#dir) return;
    }
  }

  /** Checks the folders above, also those on the way through links. */
  #refuseOpenParents(): void {
    if (this.#areParentsChecked) return;
    const own = this.#files.realPath(this.#dir);
    const nodeAt = (path: string): Walkable => {
      if (this.#files.isLink(path)) return { kind: "link" };
      if (path !== own) this.#refuseOpenParent(path);
      return { kind: "folder" };
    };
    const absolute = isAbsolute(this.#dir) ? this.#dir : joinPath(this.#files.cwd(), this.#dir);
    walkPath(absolute, nodeAt, (path) => this.#files.readLink?.(path) ?? this.#files.realPath(path), true);
    this.#areParentsChecked = true;
  }

  #refuseOpenParent(path: string): void {
    const others = this.#files.accessOfOthers?.(path);
    if (!(others?.replace ?? others?.write)) return;
    fail("unsafe-configuration", `security: other users can replace the folder of --remote-cache in '${path}'`, {
      file: this.#dir,
      hint: "use a folder below folders that only you can write to, such as ~/.cache/kust",
    });
  }

  #failOnOpen(path: string): never {
    fail("unsafe-configuration", `security: other users can write to '${path}' in the folder of --remote-cache`, {
      file: this.#dir,
      hint: "use a private folder: create it with mode 0700, or remove it and let kust create it",
    });
  }
}
