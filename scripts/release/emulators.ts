/** How the program of each platform can be run on Linux. */

import { exists } from "../exists.ts";
import { runQuietly } from "../run_program.ts";
import { forwarderDll } from "./forwarder_dll.ts";
import type { Platform } from "./platforms.ts";

export interface Emulator {
  /** The words before the program. */
  words: string[];
  environment: Record<string, string>;
  /** Removes what the emulator itself prints. */
  clean(output: string): string;
  end(): Promise<void>;
}

const NATIVE: Emulator = { words: [], environment: {}, clean: (output) => output, end: () => Promise.resolve() };

/** Why a program cannot run here. */
export interface Missing {
  missing: string;
}

/** @param folder For the emulator's own files; that of the program. */
export async function emulatorOf({ os, arch, variant }: Platform, folder: string): Promise<Emulator | Missing> {
  if (os === "windows") return await wine(folder);
  if (os === "darwin") return { missing: "nothing here runs programs for macOS" };
  if (variant === "musl") return musl(arch);
  const isNative = (arch === "arm64") === (Deno.build.arch === "aarch64");
  if (!isNative) return await qemu(arch, folder);
  const hasOldProcessor = variant === "baseline" && await isOnPath("qemu-x86_64");
  return hasOldProcessor ? { ...NATIVE, words: ["qemu-x86_64", "-cpu", "Nehalem"] } : NATIVE;
}

function musl(arch: string): Emulator | Missing {
  const loader = `/lib/ld-musl-${arch === "arm64" ? "aarch64" : "x86_64"}.so.1`;
  return exists(loader) ? NATIVE : { missing: `needs ${loader}, and a libstdc++ for musl, as in Alpine` };
}

async function isOnPath(program: string): Promise<boolean> {
  return (await runQuietly("sh", ["-c", `command -v ${program}`])).success;
}

/** Takes the C library from Debian's packages. */
async function qemu(arch: string, folder: string): Promise<Emulator | Missing> {
  const program = arch === "arm64" ? "qemu-aarch64" : "qemu-x86_64";
  if (!await isOnPath(program)) return { missing: `needs ${program}, from Debian's package qemu-user` };
  const [root, packages] = [`${folder}/root`, `libc6:${arch} libgcc-s1:${arch}`];
  const line =
    `mkdir '${root}' && cd '${root}' && apt-get download ${packages} && for one in *.deb; do dpkg -x $one .; done`;
  const { success } = await runQuietly("sh", ["-c", line]);
  if (!success) return { missing: `needs ${packages}: dpkg --add-architecture ${arch} && apt-get update` };
  return { ...NATIVE, words: [program, "-L", root] };
}

/** Wine 8, that of Debian 12, lacks the library that programs get random numbers from. */
const RANDOM = { library: "bcryptprimitives.dll", name: "ProcessPrng", forward: "ADVAPI32.SystemFunction036" };

/** What Debian's wine says if it is installed for 64 bits only. */
const WITHOUT_32_BITS = /^it looks like wine32 is missing[^]*?wine32:i386"\r?\n/m;

async function wine(folder: string): Promise<Emulator | Missing> {
  if (!await isOnPath("wine")) return { missing: "needs wine" };
  Deno.writeFileSync(`${folder}/${RANDOM.library}`, forwarderDll(RANDOM));
  const environment = { WINEDEBUG: "-all", WINEPREFIX: `${folder}/wine` };
  return {
    words: ["wine"],
    environment,
    clean: (output) => output.replace(WITHOUT_32_BITS, ""),
    end: async () => void await runQuietly("wineserver", ["--kill"], environment),
  };
}
