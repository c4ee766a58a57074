/** Builds in a worker, one project at a time: of those that arrive during a build, only the last is built. */

import type { Answer, Request } from "../worker/answer.ts";

/** The worker's code, which `scripts/playground/make_playground.ts` puts before that of the page. */
declare const KUST_WORKER: () => void;

export interface BuilderEvents {
  onAnswer(answer: Answer): void;
  /** A build takes longer than a user would expect. */
  onSlow(): void;
  /** The worker ended, for lack of memory or by a fault of kust. */
  onCrash(message: string): void;
}

/** After so many milliseconds a build is worth a word. */
const SLOW = 200;

export class Builder {
  readonly #events: BuilderEvents;
  // A worker of a blob has the page's content security policy, and needs no request.
  readonly #url = URL.createObjectURL(new Blob([`(${KUST_WORKER})()`], { type: "text/javascript" }));
  #worker: Worker | undefined;
  #waiting: Omit<Request, "id"> | undefined;
  #timer = 0;
  #id = 0;
  #isBusy = false;

  constructor(events: BuilderEvents) {
    this.#events = events;
  }

  build(request: Omit<Request, "id">): void {
    this.#waiting = request;
    if (!this.#isBusy) this.#next();
  }

  /** Ends the build that is under way. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#end();
    this.#waiting = undefined;
  }

  #next(): void {
    if (this.#waiting === undefined) return;
    this.#worker ??= this.#start();
    this.#isBusy = true;
    this.#timer = setTimeout(() => this.#events.onSlow(), SLOW);
    this.#worker.postMessage({ id: ++this.#id, ...this.#waiting } satisfies Request);
    this.#waiting = undefined;
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#isBusy = false;
  }

  #start(): Worker {
    const worker = new Worker(this.#url);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      this.#end();
      this.#events.onAnswer(data);
      this.#next();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.stop();
      this.#events.onCrash(event.message);
    };
    return worker;
  }
}
