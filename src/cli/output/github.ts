/**
 * Annotations of a pull request: workflow commands of GitHub Actions, which are lines of the log.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */

import type { Place } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { isAbsolute, isWithin, joinPath, relativePath } from "../../text/paths.ts";
import { shown } from "./render_diagnostic.ts";

export type AnnotationLevel = "error" | "warning" | "notice";

export interface Annotation {
  level: AnnotationLevel;
  message: string;
  title?: string;
  /** The place in a text; its name is a path from the current folder. */
  place?: Place | undefined;
  /** The file, if there is no text to point into. */
  file?: string | undefined;
}

type AnnotationHost = Pick<Host, "env" | "fs">;

/** GitHub only shows this many annotations of each level for a step. */
const SHOWN = 10;

const LEVELS: readonly AnnotationLevel[] = ["error", "warning", "notice"];

/**
 * The lines for annotations: the worst first, otherwise in order. If a level has more than GitHub shows, its last
 * visible one counts the rest, which follow as plain lines.
 */
export function githubAnnotations(annotations: readonly Annotation[], host: AnnotationHost): string {
  return LEVELS.flatMap((level) => linesOf(level, annotations.filter((one) => one.level === level), host)).join("");
}

function linesOf(level: AnnotationLevel, annotations: readonly Annotation[], host: AnnotationHost): string[] {
  if (annotations.length <= SHOWN) return annotations.map((one) => command(one, host));
  const rest = annotations.slice(SHOWN - 1);
  const message = `${rest.length} more of level ${level}: see the log of this step`;
  return [
    ...annotations.slice(0, SHOWN - 1).map((one) => command(one, host)),
    command({ level, message }, host),
    ...rest.map((one) => plainLine(one)),
  ];
}

function command({ level, message, title, place, file }: Annotation, host: AnnotationHost): string {
  const path = place?.source.name ?? file;
  const { line, column } = place?.source.position(place.offset) ?? {};
  const properties = Object.entries({ file: path && pathInRepository(path, host), line, col: column, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level}${properties.length === 0 ? "" : ` ${properties.join(",")}`}::${escapeMessage(message)}\n`;
}

/** A line of the log that can never be a command. */
function plainLine({ level, message, title, place, file }: Annotation): string {
  const { line, column } = place?.source.position(place.offset) ?? {};
  const where = [place?.source.name ?? file, line, column].filter((part) => part !== undefined).join(":");
  const text = [where, `${level}${title === undefined ? "" : ` ${title}`}`, message].filter((part) => part !== "");
  return `  ${shown(text.join(": ")).replace(/\n+/g, " ")}\n`;
}

/** GitHub expects paths from the root of the repository; a step may run in a folder below. */
function pathInRepository(path: string, host: AnnotationHost): string {
  const workspace = host.env("GITHUB_WORKSPACE") ?? "";
  const absolute = isAbsolute(path) ? path : joinPath(host.fs.cwd(), path);
  return workspace !== "" && isWithin(absolute, workspace) ? relativePath(workspace, absolute) : path;
}

function escapeMessage(text: string): string {
  return shown(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
