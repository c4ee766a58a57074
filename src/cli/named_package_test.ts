import { assertEquals } from "@std/assert";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import type { PackageOptions } from "../packages/read_package.ts";
import { writeInParts } from "../packages/write_stream.ts";
import { MemoryHost } from "../testing/memory_host.ts";
import { readNamedPackage, readStdinPackage } from "./named_package.ts";

const SERVICE = "apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n";
const WRAPPED = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- apiVersion: v1\n  kind: Service\n`;

/** The machine with a text on standard input, which has also the name of a pipe. */
function machine(text: string): MemoryHost {
  const bytes = new TextEncoder().encode(text);
  const files = new MemoryFileSystem();
  const stat = (path: string) => path === "/dev/fd/63" ? { isFile: false, isDirectory: false, mode: 0 } : undefined;
  return Object.assign(new MemoryHost(Object.assign(files, { stat })), { stdin: bytes, readPipe: () => bytes });
}

function piped(text: string, options: PackageOptions = {}): string[] {
  return writeInParts(readNamedPackage("/dev/fd/63", options, machine(text)), { keepsAnnotations: true });
}

Deno.test("resources from a pipe have their index, unless they are to have no annotations", () => {
  assertEquals(/config.kubernetes.io\/index: ['"]0['"]/.test(piped(SERVICE).join("")), true);
  assertEquals(piped(SERVICE, { annotates: false }).join(""), SERVICE);
});

Deno.test("what wraps resources stays around them in a pipe, but not on standard input", () => {
  const kinds = (parts: string[]) => parts.join("").match(/^kind: .*/gm);
  assertEquals(kinds(piped(WRAPPED)), ["kind: ResourceList"]);
  assertEquals(kinds(writeInParts(readStdinPackage(machine(WRAPPED)), {})), ["kind: Service"]);
});
