/** POSIX paths as text, without access to a file system. */

export function isAbsolute(path: string): boolean {
  return path.startsWith("/");
}

/** The shortest equivalent path: no empty, `.` or inner `..` steps, no trailing slash. "" becomes `.`. */
export function cleanPath(path: string): string {
  if (isSurelyClean(path)) return path;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else if (!isAbsolute(path)) steps.push("..");
  }
  const joined = steps.join("/");
  if (isAbsolute(path)) return `/${joined}`;
  return joined === "" ? "." : joined;
}

/** Sees most clean paths, with the engine's own search, which is faster than taking all steps apart. */
function isSurelyClean(path: string): boolean {
  return path !== "" && !path.startsWith(".") && !path.includes("/.") && !path.includes("//") && !path.endsWith("/");
}

/** Joins and cleans the parts. Empty parts are skipped; no parts at all are "". */
export function joinPath(...parts: string[]): string {
  const joined = parts.filter((part) => part !== "").join("/");
  return joined === "" ? "" : cleanPath(joined);
}

/** The parent folder of a cleaned path. */
export function dirName(path: string): string {
  const slash = path.lastIndexOf("/");
  if (slash < 0) return ".";
  return slash === 0 ? "/" : path.slice(0, slash);
}

/** Go's `path.Base`: the last step, without trailing slashes; `.` for "", and `/` for the root. */
export function baseName(path: string): string {
  let end = path.length;
  while (path.endsWith("/", end)) end--;
  const trimmed = path.slice(0, end);
  if (trimmed === "") return path === "" ? "." : "/";
  return trimmed.slice(trimmed.lastIndexOf("/") + 1);
}

/** Whether a cleaned absolute path is `folder` or inside it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === "/" || path === folder || path.startsWith(`${folder}/`);
}

/** The relative path between two cleaned absolute paths; `.` if they are equal. */
export function relativePath(from: string, to: string): string {
  const fromSteps = from.split("/").filter((step) => step !== "");
  const toSteps = to.split("/").filter((step) => step !== "");
  let common = 0;
  while (common < toSteps.length && fromSteps[common] === toSteps[common]) common++;
  const up = fromSteps.slice(common).map(() => "..");
  return [...up, ...toSteps.slice(common)].join("/") || ".";
}

/**
 * A path for people: from the folder `cwd` if it is in there or that is shorter, otherwise absolute. Both are absolute.
 */
export function shownPath(path: string, cwd: string): string {
  const relative = relativePath(cwd, path);
  return isWithin(path, cwd) || relative.length < path.length ? relative : path;
}
