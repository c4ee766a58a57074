/** Starts the page. */

import type { Content, Project } from "../project/project.ts";
import { App } from "./app.ts";
import { fillSelect, find } from "./dom.ts";
import { EXAMPLES, isExample, NEWEST_RELEASE, projectOf } from "./examples.ts";
import { readChosen, readDropped, TooMuch } from "./read_folder.ts";
import { keep, linkTo, onOtherLink, savedProject } from "./saved.ts";
import { initSplitters } from "./splitters.ts";
import { initTheme } from "./theme.ts";

initTheme(find("theme", HTMLElement));
initSplitters();
const examples = find("example", HTMLSelectElement);
const picker = find("folder-input", HTMLInputElement);
const app = new App(() => examples.value === `${OWN}` || showChoice(OWN));

/** The choice among the examples that is none of them. */
const OWN = -1;

/** The user's project while an example is open. */
let own: Project | undefined;

async function start(): Promise<void> {
  const project = await savedProject();
  if (project === "damaged") app.toast.show("The link is damaged or incomplete: here is an example instead");
  const given = project === undefined || project === "damaged" ? projectOf(EXAMPLES[0]!) : project;
  showChoice(EXAMPLES.findIndex((example) => isExample(given, example)));
  app.load(given);
}

/** @param chosen The number of an example, or `OWN`. */
function showChoice(chosen: number): void {
  const options = EXAMPLES.map(({ title }, index) => ({ value: `${index}`, text: title }));
  if (chosen === OWN || own !== undefined) options.unshift({ value: `${OWN}`, text: "Your project" });
  fillSelect(examples, options, `${chosen}`);
}

/** Opens another project. That of the user stays among the choices, and `Undo` brings back what was open. */
function replaceProject(next: Project, chosen: number, message: string): void {
  const { project } = app;
  const before = EXAMPLES.findIndex((example) => isExample(project, example));
  if (before === OWN) own = project;
  const open = (one: Project, choice: number) => {
    showChoice(choice);
    app.load(one);
    keep(one);
  };
  open(next, chosen);
  app.toast.show(message, { label: "Undo", run: () => open(project, before) });
}

async function openFiles(reading: Promise<Map<string, Content>>): Promise<void> {
  try {
    const files = await reading;
    if (files.size === 0) return app.toast.show("There are no files in that folder");
    replaceProject({ files, folder: undefined, release: NEWEST_RELEASE }, OWN, `Opened ${files.size} files`);
  } catch (error) {
    app.toast.show(error instanceof TooMuch ? `Not opened: ${error.message}` : "The folder could not be read");
  }
}

async function share(): Promise<void> {
  const link = await linkTo(app.project);
  const size = `${Math.ceil(link.length / 1024)} kB`;
  try {
    await navigator.clipboard.writeText(link);
    app.toast.show(link.length > 8000 ? `Link copied: ${size}, too long for some programs` : "Link copied");
  } catch {
    app.toast.show("The link to this project is in the address bar");
  }
}

function download(): void {
  if (app.output === undefined) return app.toast.show("There is no output yet");
  const { text, folder } = app.output;
  const url = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${folder === "." ? "output" : folder.replaceAll("/", "-")}.yaml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

async function copyOutput(): Promise<void> {
  if (app.output === undefined) return app.toast.show("There is no output yet");
  try {
    await navigator.clipboard.writeText(app.output.text);
    app.toast.show("Output copied");
  } catch {
    app.toast.show("The browser does not let this page copy");
  }
}

examples.addEventListener("change", () => {
  const chosen = Number(examples.value);
  const next = chosen === OWN ? own : projectOf(EXAMPLES[chosen]!);
  if (next !== undefined) replaceProject(next, chosen, chosen === OWN ? "Your project again" : "Opened an example");
});
find("target", HTMLSelectElement).addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement) app.choose(target.value);
});
find("release", HTMLSelectElement).addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement) app.useRelease(target.value);
});
find("open-folder", HTMLElement).addEventListener("click", () => picker.click());
find("share", HTMLElement).addEventListener("click", () => void share());
find("download", HTMLElement).addEventListener("click", download);
find("copy", HTMLElement).addEventListener("click", () => void copyOutput());
picker.addEventListener("change", () => {
  void openFiles(readChosen([...picker.files ?? []]));
  picker.value = "";
});

document.addEventListener("dragover", (event) => {
  if (event.dataTransfer?.types.includes("Files") !== true) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) document.body.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  document.body.classList.remove("dropping");
  if (event.dataTransfer?.types.includes("Files") !== true) return;
  event.preventDefault();
  void openFiles(readDropped(event.dataTransfer));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  app.toast.show("This tab keeps the project until you close it; a link keeps it longer", {
    label: "Copy link",
    run: () => void share(),
  });
});
onOtherLink(() => void start());
void start();
// Without a server, from a file, the page is there anyway.
if (location.protocol.startsWith("http")) void navigator.serviceWorker?.register("service_worker.js");
