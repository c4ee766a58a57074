/** The tree of files, after the pattern "tree view" of the ARIA authoring practices. */

import { KUSTOMIZATION_FILE_NAMES } from "../../src/kustomization/file_names.ts";
import { baseName, dirName, isWithin } from "../../src/text/paths.ts";
import { type Files, type TreeEntry, treeOf } from "../project/project.ts";
import { h, icon, iconButton } from "./dom.ts";
import type { FileMarks } from "./file_marks.ts";
import { NameInput } from "./name_input.ts";

export interface TreeEvents {
  onOpen(path: string): void;
  /** Adds a file. Returns what is wrong with its path, if anything. */
  onAdd(path: string): string | undefined;
  onRename(from: string, to: string): string | undefined;
  onDelete(path: string): void;
}

export class TreeView {
  readonly #element: HTMLElement;
  readonly #events: TreeEvents;
  readonly #closed = new Set<string>();
  #files: Files = new Map();
  #marks: FileMarks = { errors: new Set(), warnings: new Set(), read: undefined };
  #open = "";
  /** The row that the keyboard is on. */
  #current = "";

  constructor(element: HTMLElement, events: TreeEvents) {
    this.#element = element;
    this.#events = events;
    element.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** Shows files. @param open The one that is in the editor. */
  show(files: Files, open: string): void {
    this.#files = files;
    if (open !== this.#open) this.#current = open;
    this.#open = open;
    for (let folder = dirName(open); folder !== "."; folder = dirName(folder)) this.#closed.delete(folder);
    this.#draw();
  }

  mark(marks: FileMarks): void {
    this.#marks = marks;
    for (const row of this.#rows()) {
      const path = row.dataset.path!;
      const isFile = this.#files.has(path);
      const has = (paths: ReadonlySet<string>) => [...paths].some((one) => isWithin(one, path));
      row.classList.toggle("has-error", has(marks.errors));
      row.classList.toggle("has-warning", !has(marks.errors) && has(marks.warnings));
      row.classList.toggle("unread", isFile && marks.read !== undefined && !marks.read.has(path));
      row.setAttribute("aria-label", this.#labelOf(path));
    }
  }

  #labelOf(path: string): string {
    const { errors, warnings } = this.#marks;
    const state = errors.has(path) ? ", has an error" : warnings.has(path) ? ", has a warning" : "";
    return `${baseName(path)}${state}`;
  }

  /** Asks for the name of a new file beside the current one. */
  add(): void {
    const folder = this.#files.has(this.#current) ? dirName(this.#current) : this.#current;
    this.#closed.delete(folder);
    this.#draw();
    const start = folder === "." || folder === "" ? "" : `${folder}/`;
    const input = new NameInput("Path of the new file", start, (path) => this.#events.onAdd(path), () => this.#draw());
    const last = this.#rows().filter((row) => isWithin(row.dataset.path!, folder)).at(-1) ?? this.#rows().at(-1);
    if (last === undefined) this.#element.append(input.element);
    else last.after(input.element);
    input.focus();
  }

  #draw(): void {
    const hadFocus = this.#element.contains(document.activeElement);
    this.#element.replaceChildren(...this.#entries(treeOf(this.#files), 1));
    this.mark(this.#marks);
    const current = this.#row(this.#current) ?? this.#row(this.#open) ?? this.#rows()[0];
    current?.setAttribute("tabindex", "0");
    if (hadFocus) current?.focus();
  }

  #entries(entries: readonly TreeEntry[], level: number): HTMLElement[] {
    return entries.map((entry) => {
      const isOpen = entry.entries !== undefined && !this.#closed.has(entry.path);
      const row = this.#makeRow(entry, level, isOpen);
      const inner = isOpen ? h("div", { role: "group" }, ...this.#entries(entry.entries!, level + 1)) : undefined;
      return h("div", { role: "none" }, row, inner);
    });
  }

  #makeRow({ path, name, entries }: TreeEntry, level: number, isOpen: boolean): HTMLElement {
    const isFolder = entries !== undefined;
    const kind = isFolder ? "folder" : KUSTOMIZATION_FILE_NAMES.includes(name) ? "kustomization" : "file";
    const row = h(
      "div",
      {
        role: "treeitem",
        class: `row ${kind}`,
        tabindex: "-1",
        "data-path": path,
        "data-level": `${level}`,
        "aria-level": `${level}`,
        "aria-expanded": isFolder ? `${isOpen}` : undefined,
        "aria-selected": `${path === this.#open}`,
        title: path,
      },
      icon(isFolder ? "chevron" : kind),
      h("span", { class: "name" }, name),
      h(
        "span",
        { class: "actions" },
        iconButton("rename", `Rename ${name}`, () => this.#rename(path), { tabindex: "-1" }),
        iconButton("delete", `Delete ${name}`, () => this.#events.onDelete(path), { tabindex: "-1" }),
      ),
    );
    row.style.setProperty("--level", `${level}`);
    row.addEventListener("click", () => this.#activate(path));
    row.addEventListener("dblclick", () => this.#rename(path));
    return row;
  }

  #activate(path: string): void {
    this.#current = path;
    if (this.#files.has(path)) this.#events.onOpen(path);
    else this.#toggle(path, this.#closed.has(path));
  }

  #toggle(path: string, open: boolean): void {
    if (open) this.#closed.delete(path);
    else this.#closed.add(path);
    this.#draw();
  }

  #rename(path: string): void {
    const row = this.#row(path);
    if (row === undefined) return;
    this.#current = path;
    const input = new NameInput(`New path of ${path}`, path, (to) => {
      if (to === path) return undefined;
      const fault = this.#events.onRename(path, to);
      if (fault === undefined) this.#current = to;
      return fault;
    }, () => this.#draw());
    row.replaceWith(input.element);
    input.focus(path.length - baseName(path).length);
  }

  #rows(): HTMLElement[] {
    return [...this.#element.querySelectorAll<HTMLElement>("[role=treeitem]")];
  }

  #row(path: string): HTMLElement | undefined {
    return this.#rows().find((row) => row.dataset.path === path);
  }

  #onKey(event: KeyboardEvent): void {
    const path = event.target instanceof HTMLElement ? event.target.dataset.path : undefined;
    if (path === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = this.#keys(path)[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  }

  #keys(path: string): Record<string, () => void> {
    const rows = this.#rows();
    const index = rows.findIndex((row) => row.dataset.path === path);
    const isFolder = !this.#files.has(path);
    const isOpen = isFolder && !this.#closed.has(path);
    return {
      ArrowDown: () => this.#go(rows[index + 1]),
      ArrowUp: () => this.#go(rows[index - 1]),
      Home: () => this.#go(rows[0]),
      End: () => this.#go(rows.at(-1)),
      ArrowRight: () => isFolder && !isOpen ? this.#toggle(path, true) : this.#go(isOpen ? rows[index + 1] : undefined),
      ArrowLeft: () => isOpen ? this.#toggle(path, false) : this.#go(this.#row(dirName(path))),
      Enter: () => this.#activate(path),
      " ": () => this.#activate(path),
      F2: () => this.#rename(path),
      Delete: () => this.#events.onDelete(path),
      Insert: () => this.add(),
    };
  }

  #go(row: HTMLElement | undefined): void {
    if (row === undefined) return;
    this.#row(this.#current)?.setAttribute("tabindex", "-1");
    this.#current = row.dataset.path!;
    for (const one of this.#rows()) one.setAttribute("tabindex", one === row ? "0" : "-1");
    row.focus();
  }
}
