/** The playground: holds the project, and tells each part of the page what has changed. */

import type { PlaceReport } from "../../src/cli/output/json_report.ts";
import { KUSTOMIZATION_FILE_NAMES } from "../../src/kustomization/file_names.ts";
import { count } from "../../src/text/count.ts";
import { baseName, joinPath } from "../../src/text/paths.ts";
import { nextTo, renamed, withNew, without, withThoseOf } from "../project/edits.ts";
import { faultOfPath, type Files, movedPath, type Project } from "../project/project.ts";
import type { Answer, Problem } from "../worker/answer.ts";
import { PictureView } from "../picture/picture_view.ts";
import { Builder } from "./builder.ts";
import { find } from "./dom.ts";
import { Editor } from "./editor.ts";
import { NEWEST_RELEASE } from "./examples.ts";
import { faultyNodes, marksOf } from "./file_marks.ts";
import { originTip, sourceOf } from "./origin_text.ts";
import { OriginView } from "./origin_view.ts";
import { OutputView } from "./output_view.ts";
import { Panes } from "./panes.ts";
import { ProblemsView } from "./problems_view.ts";
import { keep } from "./saved.ts";
import { StatusView } from "./status_view.ts";
import { Toast } from "./toast.ts";
import { TreeView } from "./tree_view.ts";

/** After the last key, so many milliseconds pass before a build. */
const PAUSE = 80;

export class App {
  #files: Files = new Map();
  #folder: string | undefined;
  #release = NEWEST_RELEASE;
  #open = "";
  #cursorLine = 1;
  #answer: Answer | undefined;
  /** The last build without errors, whose output is in sight. */
  #good: Answer | undefined;
  /** Whether the user has chosen a line of the output. */
  #hasLine = false;
  #timer = 0;

  readonly #onEdit: () => unknown;
  readonly toast = new Toast(find("toast", HTMLElement));
  readonly #panes = new Panes((pane) => pane === "picture" && this.#drawPicture());
  readonly #status = new StatusView(() => this.#builder.stop());
  readonly #builder = new Builder({
    onAnswer: (answer) => this.#show(answer),
    onSlow: () => this.#status.building(),
    onCrash: (message) => this.#status.crashed(message),
  });
  readonly #tree = new TreeView(find("tree", HTMLElement), {
    onOpen: (path) => {
      this.open(path);
      this.#panes.show("editor");
    },
    onAdd: (path) => this.#add(path),
    onRename: (from, to) => this.#rename(from, to),
    onDelete: (path) => this.#delete(path),
  });
  readonly #editor = new Editor(find("editor", HTMLElement), {
    onChange: (path, text) => this.#change(path, text),
    onCursor: (_, line) => {
      this.#cursorLine = line;
      this.#selectLines();
    },
    onProblem: ({ message, hint }) => this.#status.announce(hint === undefined ? message : `${message}. ${hint}`),
  });
  readonly #output = new OutputView(find("output", HTMLElement), {
    onLine: (line) => {
      this.#hasLine = true;
      if (this.#good?.output !== undefined) this.#origin.show(this.#good.output, line);
    },
    onJump: (line) => this.#jump(line),
    describe: (line) => originTip(this.#good?.output?.lines[line]?.writers ?? []),
  });
  readonly #origin = new OriginView(find("origin", HTMLElement), (place) => this.goTo(place));
  readonly #problems = new ProblemsView(
    find("problems", HTMLElement),
    find("problems-title", HTMLElement),
    find("problem-list", HTMLElement),
    (problem) => this.#goToProblem(problem),
  );
  readonly #picture = new PictureView(find("picture", HTMLElement), ({ key, role, name }) => {
    const path = role === "file" ? name : this.#kustomizationIn(key.slice(1));
    if (path !== undefined) this.goTo({ file: path, line: 1, column: 1 });
  });

  /** @param onEdit Called when the user changes a file. */
  constructor(onEdit: () => unknown) {
    this.#onEdit = onEdit;
    find("add-file", HTMLElement).addEventListener("click", () => this.#tree.add());
  }

  get project(): Project {
    return { files: this.#files, folder: this.#answer?.folder ?? this.#folder, release: this.#release };
  }

  /** The text of the output; undefined if there was none yet. */
  get output(): { text: string; folder: string } | undefined {
    const text = this.#good?.output?.text;
    return text === undefined ? undefined : { text, folder: this.#good!.folder };
  }

  /** Starts with a project. */
  load({ files, folder, release }: Project): void {
    this.#answer = undefined;
    this.#good = undefined;
    this.#folder = folder;
    this.#release = release;
    this.#editor.forget();
    this.#output.show("");
    this.#origin.clear();
    this.#hasLine = false;
    this.#use(files);
    const first = this.#kustomizationIn(folder ?? ".") ?? [...files.keys()][0] ?? "";
    this.open(first);
    this.#build(0);
  }

  choose(folder: string): void {
    this.#folder = folder;
    this.#saveAndBuild(0);
    const path = this.#kustomizationIn(folder);
    if (path !== undefined) this.open(path);
  }

  useRelease(release: string): void {
    this.#release = release;
    this.#saveAndBuild(0);
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
    this.#panes.show("editor");
    this.open(file, { line, column });
    this.#editor.focus();
  }

  #goToProblem({ place, file, notes = [] }: Problem): void {
    const known = [place, ...notes.map((note) => note.place)].find((one) => one && this.#files.has(one.file));
    if (known !== undefined) this.goTo(known);
    else if (file !== undefined) this.goTo({ file: this.#kustomizationIn(file) ?? file, line: 1, column: 1 });
  }

  #jump(line: number): void {
    const writer = this.#good?.output?.lines[line]?.writers.at(-1);
    const source = writer && sourceOf(writer);
    if (source !== undefined) this.goTo(source);
  }

  #kustomizationIn(folder: string): string | undefined {
    return KUSTOMIZATION_FILE_NAMES.map((name) => joinPath(folder, name)).find((path) => this.#files.has(path));
  }

  #change(path: string, text: string): void {
    this.#files = new Map(this.#files).set(path, text);
    this.#edited(PAUSE);
  }

  #add(path: string): string | undefined {
    const fault = faultOfPath(path, this.#files);
    if (fault !== undefined) return fault;
    this.#use(withNew(this.#files, path));
    this.goTo({ file: path, line: 2, column: 1 });
    this.#edited(0);
    return undefined;
  }

  #rename(from: string, to: string): string | undefined {
    const fault = faultOfPath(to, without(this.#files, from));
    if (fault !== undefined) return fault;
    const open = movedPath(this.#open, from, to);
    for (const path of this.#files.keys()) if (movedPath(path, from, to) !== path) this.#editor.forget(path);
    this.#use(renamed(this.#files, from, to));
    if (this.#folder !== undefined) this.#folder = movedPath(this.#folder, from, to);
    this.open(open);
    this.#edited(0);
    return undefined;
  }

  #delete(path: string): void {
    const before = this.#files;
    const open = this.#open;
    this.#use(without(before, path));
    for (const gone of before.keys()) if (!this.#files.has(gone)) this.#editor.forget(gone);
    if (!this.#files.has(open)) this.open(nextTo(open, before, this.#files));
    else this.open(open);
    this.#edited(0);
    const restore = () => {
      this.#use(withThoseOf(this.#files, before));
      this.open(open);
      this.#edited(0);
    };
    this.toast.show(`Deleted ${path}`, { label: "Undo", run: restore });
  }

  #use(files: Files): void {
    this.#files = files;
    this.#tree.show(files, this.#open);
  }

  #edited(pause: number): void {
    this.#onEdit();
    this.#saveAndBuild(pause);
  }

  #saveAndBuild(pause: number): void {
    keep({ files: this.#files, folder: this.#folder, release: this.#release });
    this.#build(pause);
  }

  #build(pause: number): void {
    clearTimeout(this.#timer);
    const start = () => this.#builder.build({ files: this.#files, folder: this.#folder, release: this.#release });
    this.#timer = setTimeout(start, pause);
  }

  #show(answer: Answer): void {
    this.#answer = answer;
    if (answer.output !== undefined) {
      this.#good = answer;
      this.#output.show(answer.output.text);
      if (this.#hasLine) this.#origin.show(answer.output, this.#output.line);
    }
    this.#status.built(answer, this.#good, this.#release);
    this.#problems.show(answer.problems);
    this.#editor.setProblems(answer.problems);
    this.#tree.mark(marksOf(answer, this.#complete(answer)));
    this.#selectLines();
    if (document.body.dataset.result === "picture") this.#drawPicture();
  }

  /** A failed build has not read all of its files: those of the one before say more. */
  #complete(answer: Answer): Answer {
    return answer.output === undefined && this.#good?.folder === answer.folder ? this.#good : answer;
  }

  #drawPicture(): void {
    if (this.#answer === undefined) return;
    const complete = this.#complete(this.#answer);
    this.#picture.show(complete.graph, joinPath("/", complete.folder), faultyNodes(marksOf(this.#answer, complete)));
  }

  /** Marks the lines of the output that the editor's line sets. */
  #selectLines(): void {
    const lines = this.#good?.output?.lines ?? [];
    const isHere = (place: PlaceReport | undefined) => place?.file === this.#open && place.line === this.#cursorLine;
    this.#output.select([...lines.keys()].filter((line) => {
      const writer = lines[line]!.writers.at(-1);
      return writer !== undefined && isHere(sourceOf(writer));
    }));
  }
}
