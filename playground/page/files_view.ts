/** The files of the project: the tree, and the editor with one of them. */

import type { PlaceReport } from "../../src/cli/output/json_report.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../src/kustomization/file_names.ts";
import { count } from "../../src/text/count.ts";
import { baseName, joinPath } from "../../src/text/paths.ts";
import { nextTo, renamed, withNew, without, withThoseOf } from "../project/edits.ts";
import { faultOfPath, type Files, movedPath } from "../project/project.ts";
import type { Problem } from "../worker/answer.ts";
import { find } from "./dom.ts";
import { Editor } from "./editor.ts";
import type { FileMarks } from "./file_marks.ts";
import type { Toast } from "./toast.ts";
import { TreeView } from "./tree_view.ts";

export interface FilesEvents {
  /** @param typing Whether more changes are likely to follow soon. */
  onEdit(typing: boolean): void;
  onRename(from: string, to: string): void;
  /** The user opened a file in the tree, or a place in it. */
  onOpen(): void;
  /** Another line has the cursor. */
  onCursor(): void;
  /** The cursor was moved to a problem by its key. */
  onProblem(problem: Problem): void;
}

export class FilesView {
  readonly #events: FilesEvents;
  readonly #toast: Toast;
  readonly #tree: TreeView;
  readonly #editor: Editor;
  #files: Files = new Map();
  #open = "";
  #cursorLine = 1;

  constructor(toast: Toast, events: FilesEvents) {
    this.#toast = toast;
    this.#events = events;
    this.#tree = new TreeView(find("tree", HTMLElement), {
      onOpen: (path) => {
        this.open(path);
        events.onOpen();
      },
      onAdd: (path) => this.#add(path),
      onRename: (from, to) => this.#rename(from, to),
      onDelete: (path) => this.#delete(path),
    });
    this.#editor = new Editor(find("editor", HTMLElement), {
      onChange: (path, text) => {
        this.#files = new Map(this.#files).set(path, text);
        events.onEdit(true);
      },
      onCursor: (_, line) => {
        this.#cursorLine = line;
        events.onCursor();
      },
      onProblem: (problem) => events.onProblem(problem),
    });
    find("add-file", HTMLElement).addEventListener("click", () => this.#tree.add());
  }

  get files(): Files {
    return this.#files;
  }

  /** The file in the editor and the line of the cursor. */
  get cursor(): { file: string; line: number } {
    return { file: this.#open, line: this.#cursorLine };
  }

  /** Starts with other files. */
  load(files: Files): void {
    this.#editor.forget();
    this.#use(files);
  }

  /** Shows a file in the editor, if there is one of that path. */
  open(path: string, at?: { line: number; column: number }): void {
    const content = this.#files.get(path);
    find("binary", HTMLElement).hidden = content === undefined || typeof content === "string";
    find("no-file", HTMLElement).hidden = content !== undefined;
    find("editor", HTMLElement).hidden = typeof content !== "string";
    this.#open = content === undefined ? "" : path;
    find("editor-title", HTMLElement).textContent = this.#open;
    if (content instanceof Uint8Array) {
      find("binary", HTMLElement).textContent = `${baseName(path)} is not text: ${count(content.length, "byte")}.`;
    }
    if (typeof content === "string") this.#editor.open(path, content, at);
    this.#tree.show(this.#files, this.#open);
  }

  /** Opens the place in the editor, and puts the cursor there. */
  goTo({ file, line, column }: PlaceReport): void {
    if (!this.#files.has(file)) return;
    this.#events.onOpen();
    this.open(file, { line, column });
    this.#editor.focus();
  }

  kustomizationIn(folder: string): string | undefined {
    return KUSTOMIZATION_FILE_NAMES.map((name) => joinPath(folder, name)).find((path) => this.#files.has(path));
  }

  /** Shows what a build says about the files. */
  mark(problems: readonly Problem[], marks: FileMarks): void {
    this.#editor.setProblems(problems);
    this.#tree.mark(marks);
  }

  #add(path: string): string | undefined {
    const fault = faultOfPath(path, this.#files);
    if (fault !== undefined) return fault;
    this.#use(withNew(this.#files, path));
    this.goTo({ file: path, line: 2, column: 1 });
    this.#events.onEdit(false);
    return undefined;
  }

  #rename(from: string, to: string): string | undefined {
    const fault = faultOfPath(to, without(this.#files, from));
    if (fault !== undefined) return fault;
    const open = movedPath(this.#open, from, to);
    for (const path of this.#files.keys()) if (movedPath(path, from, to) !== path) this.#editor.forget(path);
    this.#use(renamed(this.#files, from, to));
    this.#events.onRename(from, to);
    this.open(open);
    this.#events.onEdit(false);
    return undefined;
  }

  #delete(path: string): void {
    const before = this.#files;
    const open = this.#open;
    this.#use(without(before, path));
    for (const gone of before.keys()) if (!this.#files.has(gone)) this.#editor.forget(gone);
    if (!this.#files.has(open)) this.open(nextTo(open, before, this.#files));
    else this.open(open);
    this.#events.onEdit(false);
    const restore = () => {
      this.#use(withThoseOf(this.#files, before));
      this.open(open);
      this.#events.onEdit(false);
    };
    this.#toast.show(`Deleted ${path}`, { label: "Undo", run: restore });
  }

  #use(files: Files): void {
    this.#files = files;
    this.#tree.show(files, this.#open);
  }
}
