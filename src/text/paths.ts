/** POSIX paths as text; nothing here asks a file system. */

export function isAbsolute(path: string): boolean {
  return path.startsWith("/");
}

/** The shortest path to the same place: no empty, `.` or inner `..` steps, no slash at the end. "" is `.`. */
export function cleanPath(path: string): string {
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

/** The parts one below the other, cleaned; empty parts are left out, and nothing at all is "". */
export function joinPath(...parts: string[]): string {
  const joined = parts.filter((part) => part !== "").join("/");
  return joined === "" ? "" : cleanPath(joined);
}

/** The folder that holds a cleaned path. */
export function dirName(path: string): string {
  const slash = path.lastIndexOf("/");
  if (slash < 0) return ".";
  return slash === 0 ? "/" : path.slice(0, slash);
}

/** The last step of a cleaned path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Whether a cleaned absolute path is `folder` or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === "/" || path === folder || path.startsWith(`${folder}/`);
}

/** The path from one cleaned absolute folder to another place; `.` where they are the same. */
export function relativePath(from: string, to: string): string {
  const fromSteps = from.split("/").filter((step) => step !== "");
  const toSteps = to.split("/").filter((step) => step !== "");
  let common = 0;
  while (common < fromSteps.length && common < toSteps.length && fromSteps[common] === toSteps[common]) common++;
  const up = fromSteps.slice(common).map(() => "..");
  return [...up, ...toSteps.slice(common)].join("/") || ".";
}
