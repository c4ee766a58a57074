/** Real git repositories in temporary folders, and a host that works in them, for tests. */

import type { Host } from "../src/host/host.ts";
import { realHost } from "../src/host/real_host.ts";
import { FolderView } from "../src/load/file_systems/folder_view.ts";

/** Works in a folder, with the developer's git configuration and CI's variables hidden; keeps what is written. */
export class RepositoryHost {
  stdout = "";
  stderr = "";
  readonly host: Host;

  constructor(folder: string, environment: Record<string, string> = {}) {
    const own: Record<string, string> = {
      PATH: realHost.env("PATH") ?? "",
      GIT_CONFIG_GLOBAL: "/dev/null",
      LC_ALL: "C",
      ...environment,
    };
    this.host = {
      ...realHost,
      fs: new FolderView(realHost.fs, folder),
      env: (name) => own[name],
      environment: () => own,
      terminal: { stdout: false, stderr: false, columns: 80 },
      writeStdout: (text) => void (this.stdout += asText(text)),
      writeStderr: (text) => void (this.stderr += asText(text)),
    };
  }
}

function asText(text: string | Uint8Array): string {
  return typeof text === "string" ? text : new TextDecoder().decode(text);
}

/** A test in an empty folder that is removed afterwards. */
export function inFolder(name: string, body: (dir: string) => Promise<void>): void {
  Deno.test(name, async () => {
    const dir = Deno.realPathSync(Deno.makeTempDirSync({ prefix: "kust-test-" }));
    try {
      await body(dir);
    } finally {
      Deno.removeSync(dir, { recursive: true });
    }
  });
}
