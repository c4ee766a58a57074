/** The picture of a build: the target, its bases and components, and the files that they read. */

import { h, svg } from "../page/dom.ts";
import { count } from "../../src/text/count.ts";
import type { GraphReport } from "../worker/answer.ts";
import { layOut, type Picture, type PlacedArrow, type PlacedNode, type Role } from "./layout.ts";

const ROLES: Record<Role, string> = {
  target: "kustomization that is built",
  base: "base",
  component: "component",
  file: "file",
  remote: "remote source",
};

/** A picture that is wider than its pane shrinks to this, and scrolls beyond that. */
const MIN_SCALE = 0.7;

export class PictureView {
  readonly #element: HTMLElement;
  readonly #open: (node: PlacedNode) => void;
  #drawn: { node: PlacedNode; group: SVGGElement }[] = [];

  constructor(element: HTMLElement, open: (node: PlacedNode) => void) {
    this.#element = element;
    this.#open = open;
    element.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** @param faulty Names of nodes that have errors. */
  show(graph: GraphReport, target: string, faulty: ReadonlySet<string>): void {
    const focused = this.#drawn.find(({ group }) => group === document.activeElement)?.node.key;
    const picture = layOut(graph, target);
    this.#drawn = picture.nodes.map((node) => ({ node, group: this.#node(node, picture, faulty.has(node.name)) }));
    if (picture.nodes.length === 0) {
      this.#element.replaceChildren(h("p", { class: "advice" }, "Nothing was read yet."));
      return;
    }
    const { width, height } = picture;
    const drawing = svg(
      "svg",
      { viewBox: `0 0 ${width} ${height}`, width: `${width}`, height: `${height}`, role: "group" },
      ...picture.arrows.map(arrow),
      ...this.#drawn.map(({ group }) => group),
    );
    drawing.style.minWidth = `${width * MIN_SCALE}px`;
    drawing.setAttribute("aria-label", `${count(picture.nodes.length, "node")}: what the build is made of`);
    this.#element.replaceChildren(drawing);
    const first = this.#drawn.find(({ node }) => node.key === focused) ?? this.#drawn[0]!;
    first.group.setAttribute("tabindex", "0");
    if (focused !== undefined) first.group.focus();
  }

  #node(node: PlacedNode, { arrows }: Picture, faulty: boolean): SVGGElement {
    const { x, y, width, height, label, caption, role, name } = node;
    const group = svg(
      "g",
      {
        class: `node ${role}${faulty ? " faulty" : ""}`,
        role: "button",
        tabindex: "-1",
        transform: `translate(${x} ${y})`,
      },
      svg("title", {}, name),
      svg("rect", { width: `${width}`, height: `${height}`, rx: role === "remote" ? "23" : "8" }),
      svg("text", { class: "label", x: "14", y: caption === "" ? "28" : "20" }, label),
      caption === "" ? undefined : svg("text", { class: "caption", x: "14", y: "36" }, caption),
    );
    const uses = arrows.filter(({ from }) => from === node).map(({ to }) => to.name);
    const reads = uses.length === 0 ? "" : `, reads ${uses.join(", ")}`;
    group.setAttribute("aria-label", `${name}, ${ROLES[role]}${faulty ? ", has an error" : ""}${reads}`);
    group.addEventListener("click", () => this.#open(node));
    return group;
  }

  #onKey(event: KeyboardEvent): void {
    const current = this.#drawn.find(({ group }) => group === document.activeElement);
    if (current === undefined) return;
    if (event.key === "Enter" || event.key === " ") this.#open(current.node);
    else {
      const next = neighbour(current.node, this.#drawn.map(({ node }) => node), event.key);
      if (next === undefined) return;
      const { group } = this.#drawn.find(({ node }) => node === next)!;
      current.group.setAttribute("tabindex", "-1");
      group.setAttribute("tabindex", "0");
      group.focus();
    }
    event.preventDefault();
  }
}

function arrow({ from, to, fields }: PlacedArrow): SVGElement {
  const [startX, startY] = [from.x + from.width, from.y + from.height / 2];
  const [endX, endY] = [to.x, to.y + to.height / 2];
  const bend = Math.max(28, (endX - startX) / 2);
  return svg(
    "path",
    {
      class: "arrow",
      d: `M${startX} ${startY} C${startX + bend} ${startY} ${endX - bend} ${endY} ${endX - 5} ${endY}`,
      "marker-end": "url(#arrow-head)",
    },
    svg("title", {}, fields.join(", ")),
  );
}

/** Up and down in a column, left and right to the nearest node of the next one. */
function neighbour(from: PlacedNode, nodes: readonly PlacedNode[], key: string): PlacedNode | undefined {
  const column = nodes.filter((node) => node.column === from.column);
  const index = column.indexOf(from);
  if (key === "ArrowUp") return column[index - 1];
  if (key === "ArrowDown") return column[index + 1];
  const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return undefined;
  return nodes.filter((node) => node.column === from.column + step)
    .sort((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y))[0];
}
