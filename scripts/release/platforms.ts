/** The platforms that programs are released for. */

export interface Platform {
  /** Go's names, as in the archives of kustomize. */
  os: "linux" | "darwin" | "windows";
  arch: "amd64" | "arm64";
  /** The difference from the default for that system: old processors, musl. */
  variant?: "baseline" | "musl";
  /** Bun's name. */
  target: string;
}

export const PLATFORMS: readonly Platform[] = [
  { os: "linux", arch: "amd64", target: "bun-linux-x64" },
  { os: "linux", arch: "amd64", variant: "baseline", target: "bun-linux-x64-baseline" },
  { os: "linux", arch: "amd64", variant: "musl", target: "bun-linux-x64-musl" },
  { os: "linux", arch: "arm64", target: "bun-linux-arm64" },
  { os: "linux", arch: "arm64", variant: "musl", target: "bun-linux-arm64-musl" },
  { os: "darwin", arch: "amd64", target: "bun-darwin-x64" },
  { os: "darwin", arch: "arm64", target: "bun-darwin-arm64" },
  { os: "windows", arch: "amd64", target: "bun-windows-x64" },
];

/** `linux_amd64`, `linux_arm64_musl`: the end of an archive's name. */
export function platformName({ os, arch, variant }: Platform): string {
  return [os, arch, variant].filter((part) => part !== undefined).join("_");
}

/** `kust_v0.1.0_linux_amd64.tar.gz`: named like kustomize's archives. */
export function archiveName(version: string, platform: Platform): string {
  return `kust_v${version}_${platformName(platform)}.${platform.os === "windows" ? "zip" : "tar.gz"}`;
}

/** The program's name inside its archive. */
export function programName({ os }: Platform): string {
  return os === "windows" ? "kust.exe" : "kust";
}
