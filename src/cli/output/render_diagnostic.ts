/**
 * Renders all errors and warnings as text:
 *
 *     Error: unknown field 'resuorces' in the kustomization [unknown-field]
 *       overlays/dev/kustomization.yaml:3:1
 *       3 | resuorces:
 *         | ^^^^^^^^^
 *     note: …
 *     hint: did you mean 'resources'?
 */

import type { Diagnostic, Place } from "../../diagnostics/diagnostic.ts";
import { paint, type Painter } from "./paint.ts";

/** How to render an error. */
export interface RenderOptions {
  /** Whether to use a terminal's colours. Default: false. */
  color?: boolean;
  /** Columns of the terminal. Longer source lines are cut around the place. Default: 240. */
  columns?: number;
  /** The first word. Default: `Error`. */
  label?: string;
}

/** The width for source lines if there is no terminal. */
const COLUMNS_OF_A_FILE = 240;

/**
 * An error as the command line prints it: the message with its code, the place with its line, notes and the hint.
 * Control characters of the input are replaced, and passwords in URLs are hidden, but the line may hold a secret.
 *
 * @example
 * ```ts
 * import { build, MemoryFileSystem, renderDiagnostic } from "@kust/kust";
 *
 * const files = new MemoryFileSystem({ "/app/kustomization.yaml": "resuorces: []\n" });
 * const { errors } = await build(files, "/app");
 * console.log(errors.map((error) => renderDiagnostic(error)).join(""));
 * ```
 *
 * @returns Lines, each with a line break.
 */
export function renderDiagnostic(error: Diagnostic, options: RenderOptions = {}): string {
  const { color = false, columns = COLUMNS_OF_A_FILE, label = "Error" } = options;
  const colors = paint(color);
  const head = label === "Error" ? colors.red : colors.bold;
  const room = error.hidesLine === true ? 0 : columns;
  const lines = [`${head(`${label}:`)} ${shown(error.message)} ${colors.dim(`[${error.code}]`)}`];
  if (error.place !== undefined) lines.push(...placeLines(error.place, room, colors));
  else if (error.file !== undefined && !error.message.includes(`'${error.file}'`)) lines.push(`  ${shown(error.file)}`);
  for (const note of error.notes ?? []) {
    lines.push(`${colors.cyan("note:")} ${shown(note.message)}`);
    if (note.place !== undefined) lines.push(...placeLines(note.place, room, colors));
  }
  if (error.hint !== undefined) lines.push(`${colors.cyan("hint:")} ${shown(error.hint)}`);
  return lines.join("\n") + "\n";
}

/** The text of a warning: exactly kustomize's, since scripts compare stderr. */
export function renderWarning(warning: Diagnostic): string {
  return `${shown(warning.message)}\n`;
}

/** @param columns 0 for the place alone. */
function placeLines(place: Place, columns: number, colors: Painter): string[] {
  const { line, column } = place.source.position(place.offset);
  const where = `  ${shown(withoutPasswords(place.source.name))}:${line}:${column}`;
  const text = withoutPasswords(place.source.line(line));
  if (columns === 0 || text.trim() === "") return [where];
  const gutter = `  ${line} | `;
  const room = Math.max(columns, 40) - gutter.length;
  const view = cut(text, column - 1, room);
  const pad = displayWidth(view.text.slice(0, view.at));
  const marks = "^".repeat(Math.max(1, displayWidth(wordAt(view.text, view.at))));
  return [
    where,
    `${colors.dim(gutter)}${visible(view.text)}`,
    `${colors.dim(" ".repeat(gutter.length - 2) + "| ")}${" ".repeat(pad)}${colors.red(marks)}`,
  ];
}

/** The part of a line around `at` that fits into `room` characters, and the position of `at` in it. */
function cut(text: string, at: number, room: number): { text: string; at: number } {
  const start = Math.max(0, Math.min(at - (room >> 1), text.length - room));
  return { text: text.slice(start, start + room), at: at - start };
}

/** The word or quoted text at `at`, which the marks underline. A colon inside belongs to the word, as in `http://a`. */
export function wordAt(text: string, at: number): string {
  return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s:,[\]{}]+(?::[^\s:,[\]{}]+)*)/.exec(text.slice(at))?.[0] ?? "";
}

/** Replaces passwords in URLs with as many asterisks, so that the marks stay aligned. */
function withoutPasswords(text: string): string {
  return text.replace(
    /(:\/\/[^/@\s:]*:)([^/@\s]+)(?=@)/g,
    (_, before, password) => before + "*".repeat(password.length),
  );
}

// deno-lint-ignore no-control-regex
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Texts may quote the input, or the output of a program. Keeps lines and tabs, and makes everything visible that would
 * control a terminal: escape sequences, and marks that change the direction of text.
 */
export function shown(words: string): string {
  return replaceControls(words, () => "\ufffd");
}

/** Replaces each character that `shown` replaces. */
export function replaceControls(words: string, write: (char: string) => string): string {
  return words.replace(CONTROLS, write);
}

/** Tabs and line breaks become one space each, so that the marks stay aligned. */
function visible(text: string): string {
  return shown(text.replace(/[\t\n]/g, " "));
}

/** Columns on a terminal. East Asian characters and emoji take two. */
export function displayWidth(text: string): number {
  const wide = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3fffd}]/u;
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}
