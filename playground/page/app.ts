/** The playground: has files built when they change, and tells each part of the page what came of it. */

import { movedPath, type Project } from "../project/project.ts";
import type { Answer, Problem } from "../worker/answer.ts";
import { Builder } from "./builder.ts";
import { find } from "./dom.ts";
import { NEWEST_RELEASE } from "./examples.ts";
import { FilesView } from "./files_view.ts";
import { LintSwitch } from "./lint_switch.ts";
import { Panes } from "./panes.ts";
import { ProblemsView } from "./problems_view.ts";
import { ResultView } from "./result_view.ts";
import { keep } from "./saved.ts";
import { Toast } from "./toast.ts";

/** After the last key, so many milliseconds pass before a build. */
const PAUSE = 80;

export class App {
  #folder: string | undefined;
  #release = NEWEST_RELEASE;
  #timer = 0;

  readonly #onEdit: () => unknown;
  readonly toast = new Toast(find("toast", HTMLElement));
  readonly #lint = new LintSwitch(find("lint", HTMLInputElement), () => this.#build(0));
  readonly #builder = new Builder({
    onAnswer: (answer) => this.#show(answer),
    onSlow: () => this.#result.status.building(),
    onCrash: (message) => this.#result.status.crashed(message),
  });
  readonly #result = new ResultView({
    onPlace: (place) => this.#files.goTo(place),
    onFolder: (folder) => this.#openFolder(folder),
    onStop: () => this.#builder.stop(),
  });
  readonly #files = new FilesView(this.toast, {
    onEdit: (typing) => {
      this.#onEdit();
      this.#saveAndBuild(typing ? PAUSE : 0);
    },
    onRename: (from, to) => {
      if (this.#folder !== undefined) this.#folder = movedPath(this.#folder, from, to);
    },
    onOpen: () => this.#panes.show("editor"),
    onCursor: () => this.#selectLines(),
    onProblem: ({ message, hint }) =>
      this.#result.status.announce(hint === undefined ? message : `${message}. ${hint}`),
  });
  readonly #panes = new Panes((pane) => pane === "picture" && this.#result.drawPicture());
  readonly #problems = new ProblemsView(
    find("problems", HTMLElement),
    find("problems-title", HTMLElement),
    find("problem-list", HTMLElement),
    (problem) => this.#goToProblem(problem),
  );

  /** @param onEdit Called when the user changes a file. */
  constructor(onEdit: () => unknown) {
    this.#onEdit = onEdit;
  }

  get project(): Project {
    return { ...this.#chosen, folder: this.#result.folder ?? this.#folder };
  }

  get output(): ResultView["output"] {
    return this.#result.output;
  }

  /** Starts with a project. */
  load({ files, folder, release }: Project): void {
    this.#folder = folder;
    this.#release = release;
    this.#result.clear();
    this.#files.load(files);
    this.#files.open(this.#files.kustomizationIn(folder ?? ".") ?? [...files.keys()][0] ?? "");
    this.#build(0);
  }

  choose(folder: string): void {
    this.#folder = folder;
    this.#saveAndBuild(0);
    const path = this.#files.kustomizationIn(folder);
    if (path !== undefined) this.#files.open(path);
  }

  useRelease(release: string): void {
    this.#release = release;
    this.#saveAndBuild(0);
  }

  /** With the folder that the user chose, if there is one. */
  get #chosen(): Project {
    return { files: this.#files.files, folder: this.#folder, release: this.#release };
  }

  #openFolder(folder: string): void {
    const path = this.#files.kustomizationIn(folder);
    if (path !== undefined) this.#files.goTo({ file: path, line: 1, column: 1 });
  }

  #goToProblem({ place, file, notes = [] }: Problem): void {
    const known = [place, ...notes.map((note) => note.place)].find((one) => one && this.#files.files.has(one.file));
    if (known !== undefined) this.#files.goTo(known);
    else if (file !== undefined) {
      this.#files.goTo({ file: this.#files.kustomizationIn(file) ?? file, line: 1, column: 1 });
    }
  }

  #saveAndBuild(pause: number): void {
    keep(this.#chosen);
    this.#build(pause);
  }

  #build(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#builder.build({ project: this.#chosen, lint: this.#lint.isOn }), pause);
  }

  #show(answer: Answer): void {
    this.#result.show(answer, this.#release);
    this.#problems.show(answer.problems);
    this.#files.mark(answer.problems, this.#result.marks(answer));
    this.#selectLines();
  }

  #selectLines(): void {
    const { file, line } = this.#files.cursor;
    this.#result.selectLinesOf(file, line);
  }
}
