/**
 * Paths of Windows, and the paths by which the rest of kust knows them: `C:\repo\base` is `/C:/repo/base`, and
 * `\\server\share\base` is `/UNC:/server/share/base`. No name on Windows has a colon in it.
 */

const SHARE = "/UNC:";

/** The path for kust; it may have `\` or `/` between its parts. One for kust stays as it is. */
export function fromWindows(path: string): string {
  const slashed = path.replaceAll("\\", "/").replace(/^\/\/\?\/(?=[A-Za-z]:)/, "");
  if (/^[A-Za-z]:(?:\/|$)/.test(slashed)) return `/${slashed.charAt(0).toUpperCase()}${slashed.slice(1)}`;
  return slashed.replace(/^\/\/(?=[^/])/, `${SHARE}/`);
}

/** The path for the system, which accepts `/` too. */
export function toWindows(path: string): string {
  const slashed = fromWindows(path);
  if (slashed.startsWith(`${SHARE}/`)) return `/${slashed.slice(SHARE.length)}`;
  const [, drive, rest = ""] = /^\/([A-Z]:)(\/.*)?$/s.exec(slashed) ?? [];
  return drive === undefined ? slashed : `${drive}${rest || "/"}`;
}

/**
 * An argument of a program, with each path of kust as the system knows it: `--values=/C:/a` becomes `--values=C:/a`.
 */
export function argumentForWindows(argument: string): string {
  return argument.replace(/(^|[=,])\/([A-Z]:\/)/g, "$1$2").replace(/(^|[=,])\/UNC:(?=\/)/g, "$1/");
}
