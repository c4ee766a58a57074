/** The result of builds: the state, the output, what set its lines, and the picture. */

import type { PlaceReport } from "../../src/cli/output/json_report.ts";
import { joinPath } from "../../src/text/paths.ts";
import { PictureView } from "../picture/picture_view.ts";
import type { Answer } from "../worker/answer.ts";
import { find } from "./dom.ts";
import { faultyNodes, type FileMarks, marksOf } from "./file_marks.ts";
import { originTip, sourceOf } from "./origin_text.ts";
import { OriginView } from "./origin_view.ts";
import { OutputView } from "./output_view.ts";
import { StatusView } from "./status_view.ts";

export interface ResultEvents {
  /** The user wants to see a place in the files. */
  onPlace(place: PlaceReport): void;
  /** The user wants to see the kustomization of a folder. */
  onFolder(folder: string): void;
  onStop(): void;
}

export class ResultView {
  readonly status: StatusView;
  readonly #events: ResultEvents;
  readonly #origin: OriginView;
  readonly #picture: PictureView;
  readonly #output = new OutputView(find("output", HTMLElement), {
    onLine: (line) => {
      this.#hasLine = true;
      if (this.#good?.output !== undefined) this.#origin.show(this.#good.output, line);
    },
    onJump: (line) => this.#jump(line),
    describe: (line) => originTip(this.#good?.output?.lines[line]?.writers ?? []),
  });
  #answer: Answer | undefined;
  /** The last build without errors, whose output is in sight. */
  #good: Answer | undefined;
  /** Whether the user has chosen a line of the output. */
  #hasLine = false;

  constructor(events: ResultEvents) {
    this.#events = events;
    this.status = new StatusView(() => events.onStop());
    this.#origin = new OriginView(find("origin", HTMLElement), (place) => events.onPlace(place));
    this.#picture = new PictureView(find("picture", HTMLElement), ({ key, role, name }) => {
      if (role === "file") events.onPlace({ file: name, line: 1, column: 1 });
      else events.onFolder(key.slice(1));
    });
  }

  /** The folder of the last build. */
  get folder(): string | undefined {
    return this.#answer?.folder;
  }

  /** The text of the output; undefined if there was none yet. */
  get output(): { text: string; folder: string } | undefined {
    const text = this.#good?.output?.text;
    return text === undefined ? undefined : { text, folder: this.#good!.folder };
  }

  clear(): void {
    this.#answer = undefined;
    this.#good = undefined;
    this.#hasLine = false;
    this.#output.show("");
    this.#origin.clear();
  }

  show(answer: Answer, release: string): void {
    this.#answer = answer;
    if (answer.output !== undefined) {
      this.#good = answer;
      this.#output.show(answer.output.text);
      if (this.#hasLine) this.#origin.show(answer.output, this.#output.line);
    }
    this.status.built(answer, this.#good, release);
    if (document.body.dataset.result === "picture") this.drawPicture();
  }

  /** What the last build says about the files. */
  marks(answer: Answer): FileMarks {
    return marksOf(answer, this.#complete(answer));
  }

  drawPicture(): void {
    if (this.#answer === undefined) return;
    const complete = this.#complete(this.#answer);
    this.#picture.show(complete.graph, joinPath("/", complete.folder), faultyNodes(this.marks(this.#answer)));
  }

  /** Marks the lines of the output that a line of a file sets. */
  selectLinesOf(file: string, line: number): void {
    const lines = this.#good?.output?.lines ?? [];
    const isHere = (place: PlaceReport | undefined) => place?.file === file && place.line === line;
    this.#output.select([...lines.keys()].filter((index) => {
      const writer = lines[index]!.writers.at(-1);
      return writer !== undefined && isHere(sourceOf(writer));
    }));
  }

  #jump(line: number): void {
    const writer = this.#good?.output?.lines[line]?.writers.at(-1);
    const source = writer && sourceOf(writer);
    if (source !== undefined) this.#events.onPlace(source);
  }

  /** A failed build has not read all of its files: those of the one before say more. */
  #complete(answer: Answer): Answer {
    return answer.output === undefined && this.#good?.folder === answer.folder ? this.#good : answer;
  }
}
