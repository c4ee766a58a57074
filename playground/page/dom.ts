/** Elements of a page, made and found. */

type Attributes = Record<string, string | boolean | undefined>;
type Child = Node | string | undefined;

/** An element. An attribute that is true is set to "", and one that is false or undefined is left out. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for the elements of a picture. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled<Kind extends Element>(element: Kind, attributes: Attributes, children: Child[]): Kind {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** An icon of the sprite in index.html. */
export function icon(name: string): SVGElement {
  return svg("svg", { class: "icon", "aria-hidden": "true" }, svg("use", { href: `#icon-${name}` }));
}

/** A button with an icon alone; `label` is its tooltip and its name for screen readers. */
export function iconButton(name: string, label: string, onClick: () => void, attributes: Attributes = {}): HTMLElement {
  const button = h("button", {
    type: "button",
    class: "icon-button",
    title: label,
    "aria-label": label,
    ...attributes,
  });
  button.append(icon(name));
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    onClick();
  });
  return button;
}

/** The element of index.html with this id. */
export function find<Kind extends Element>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${kind.name} '${id}'`);
  return element;
}

/** Puts the chosen option first in sight. */
export function fillSelect(
  select: HTMLSelectElement,
  options: { value: string; text: string }[],
  chosen: string,
): void {
  select.replaceChildren(...options.map(({ value, text }) => h("option", { value }, text)));
  select.value = chosen;
}
