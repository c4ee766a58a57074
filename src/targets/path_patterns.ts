/** Patterns for paths, as in `.gitignore`: of its files, and of `--include` and `--exclude`. */

import { KustError } from "../diagnostics/diagnostic.ts";
import { globMatches, type GlobPattern, parseGlob } from "../load/glob.ts";

/** `**`: any number of folders. */
const ANY_DEPTH = "**";

interface PathPattern {
  /** A pattern with `!` takes back what an earlier one matched. */
  negated: boolean;
  /** A slash at the end. */
  folderOnly: boolean;
  steps: readonly (GlobPattern | typeof ANY_DEPTH)[];
}

/** Patterns that apply to the paths below one folder; the last that matches decides. */
export class PathPatterns {
  readonly #patterns: readonly PathPattern[];

  /** @param lines Lines of a `.gitignore`; empty lines and comments (`#`) are ignored. */
  constructor(lines: readonly string[]) {
    this.#patterns = lines.flatMap(parsePattern);
  }

  /** Whether the last pattern that matches is one without `!`; undefined if none matches. The path is relative. */
  verdict(path: string, isFolder: boolean): boolean | undefined {
    const names = path.split("/");
    const found = this.#patterns.findLast(({ folderOnly, steps }) =>
      (isFolder || !folderOnly) && matches(steps, names)
    );
    return found && !found.negated;
  }

  /** Whether a folder matches, or one that it is in. */
  holdsFolder(path: string): boolean {
    const names = path.split("/");
    return names.some((_, index) => this.verdict(names.slice(0, index + 1).join("/"), true) === true);
  }
}

function parsePattern(line: string): PathPattern[] {
  // Trailing spaces only count after a backslash.
  let text = line.replace(/\r$/, "").replace(/(?<!\\) +$/, "");
  if (text === "" || text.startsWith("#")) return [];
  const negated = text.startsWith("!");
  if (negated) text = text.slice(1);
  const folderOnly = text.endsWith("/");
  if (folderOnly) text = text.slice(0, -1);
  const anchored = text.includes("/");
  const names = text.replace(/^\//, "").split("/");
  try {
    const steps = names.map((name) => name === ANY_DEPTH ? ANY_DEPTH : parseGlob(name.replaceAll("[!", "[^")));
    return [{ negated, folderOnly, steps: anchored ? steps : [ANY_DEPTH, ...steps] }];
  } catch (error) {
    // In git, a malformed pattern matches nothing.
    if (error instanceof KustError) return [];
    throw error;
  }
}

/** Like `globMatches` for characters: only the last `**` ever needs to take one more name. */
function matches(steps: PathPattern["steps"], names: readonly string[]): boolean {
  let step = 0;
  let at = 0;
  let deepStep = -1;
  let deepEnd = 0;
  while (at < names.length || step < steps.length) {
    const current = steps[step];
    if (current === ANY_DEPTH) {
      deepStep = step++;
      // At the end it matches the contents of the folder, not the folder itself.
      deepEnd = at + (step === steps.length ? 1 : 0);
      if (deepEnd > names.length) return false;
      at = step === steps.length ? names.length : at;
    } else if (current !== undefined && at < names.length && globMatches(current, names[at]!)) {
      step++;
      at++;
    } else {
      if (deepStep < 0 || deepEnd >= names.length) return false;
      at = ++deepEnd;
      step = deepStep + 1;
    }
  }
  return true;
}
