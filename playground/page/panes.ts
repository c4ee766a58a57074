/** Which part of the page is in sight: the output or the picture, and on a phone one pane at a time. */

export type Pane = "files" | "editor" | "output" | "picture";

export class Panes {
  readonly #tabs: HTMLElement[];
  readonly #onShow: (pane: Pane) => void;

  constructor(onShow: (pane: Pane) => void) {
    this.#onShow = onShow;
    this.#tabs = [...document.querySelectorAll<HTMLElement>("[role=tab]")];
    for (const tab of this.#tabs) {
      tab.addEventListener("click", () => this.show(paneOf(tab)));
      tab.addEventListener("keydown", (event) => this.#onKey(event, tab));
    }
    this.show("output");
    this.show("editor");
    document.addEventListener("keydown", (event) => {
      if (event.key !== "F6") return;
      event.preventDefault();
      nextRegion(event.shiftKey ? -1 : 1);
    });
  }

  show(pane: Pane): void {
    const { dataset } = document.body;
    dataset.pane = pane;
    if (pane === "output" || pane === "picture") dataset.result = pane;
    for (const tab of this.#tabs) {
      // The tabs of a phone choose among all panes, those above the output between two.
      const isOfPhone = tab.closest(".phone-tabs") !== null;
      const isSelected = paneOf(tab) === (isOfPhone ? dataset.pane : dataset.result);
      tab.setAttribute("aria-selected", `${isSelected}`);
      tab.tabIndex = isSelected ? 0 : -1;
    }
    this.#onShow(pane);
  }

  #onKey(event: KeyboardEvent, tab: HTMLElement): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const list = [...tab.parentElement!.querySelectorAll<HTMLElement>("[role=tab]")];
    const next = list[(list.indexOf(tab) + step + list.length) % list.length]!;
    this.show(paneOf(next));
    next.focus();
  }
}

function paneOf(tab: HTMLElement): Pane {
  return tab.dataset.shows as Pane;
}

/** Moves the focus to the next of the page's regions that is in sight. */
function nextRegion(step: number): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter((one) =>
    one.offsetParent !== null
  );
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length];
  next?.querySelector<HTMLElement>(next.dataset.region!)?.focus();
}
