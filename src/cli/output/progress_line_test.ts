import { assertEquals } from "@std/assert";
import { MemoryHost } from "../../testing/memory_host.ts";
import { MemoryFileSystem } from "../../load/file_systems/memory_file_system.ts";
import { clearProgressLine, progressLine } from "./progress_line.ts";

function terminal(environment: Record<string, string> = {}): MemoryHost {
  const host = new MemoryHost(new MemoryFileSystem(), environment);
  return Object.assign(host, { terminal: { stdout: false, stderr: true, columns: 10 } });
}

Deno.test("the progress line is as wide as the terminal, and is wiped once", () => {
  const host = terminal();
  progressLine(host)!("waiting for a chart");
  clearProgressLine(host);
  clearProgressLine(host);
  assertEquals(host.stderr, "\r\x1b[Kwaiting f\r\x1b[K");
});

Deno.test("nothing is wiped without a line, and no line is shown without a capable terminal", () => {
  const host = terminal();
  clearProgressLine(host);
  assertEquals(host.stderr, "");
  assertEquals(progressLine(terminal({ TERM: "dumb" })), undefined);
  assertEquals(progressLine(new MemoryHost()), undefined);
});
