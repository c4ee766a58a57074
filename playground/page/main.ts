/** Starts the page. */

import type { Content } from "../project/project.ts";
import { App } from "./app.ts";
import { fillSelect, find } from "./dom.ts";
import { EXAMPLES, isExample, NEWEST_RELEASE, projectOf } from "./examples.ts";
import { readChosen, readDropped, TooMuch } from "./read_folder.ts";
import { keep, linkTo, onOtherLink, savedProject } from "./saved.ts";
import { initTheme } from "./theme.ts";

initTheme(find("theme", HTMLElement));
const app = new App();
const examples = find("example", HTMLSelectElement);
const picker = find("folder-input", HTMLInputElement);

async function start(): Promise<void> {
  const project = await savedProject();
  if (project === "damaged") app.toast.show("The link is damaged or incomplete: here is an example instead");
  const given = project === undefined || project === "damaged" ? projectOf(EXAMPLES[0]!) : project;
  showExample(EXAMPLES.findIndex((example) => isExample(given, example)));
  app.load(given);
}

/** @param chosen -1 for a project of the user. */
function showExample(chosen: number): void {
  const options = EXAMPLES.map(({ title }, index) => ({ value: `${index}`, text: title }));
  if (chosen < 0) options.unshift({ value: "-1", text: "Your project" });
  fillSelect(examples, options, `${chosen}`);
}

/** Replaces the project by the user's own or an example; the old one comes back by `Undo`. */
function replaceProject(next: ReturnType<typeof projectOf>, chosen: number, message: string): void {
  const { project } = app;
  showExample(chosen);
  app.load(next);
  keep(next);
  const undo = () => {
    showExample(-1);
    app.load(project);
    keep(project);
  };
  app.toast.show(message, { label: "Undo", run: undo });
}

async function openFiles(reading: Promise<Map<string, Content>>): Promise<void> {
  try {
    const files = await reading;
    if (files.size === 0) return app.toast.show("There are no files in that folder");
    replaceProject({ files, folder: undefined, release: NEWEST_RELEASE }, -1, `Opened ${files.size} files`);
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
  const example = EXAMPLES[Number(examples.value)];
  if (example !== undefined) replaceProject(projectOf(example), Number(examples.value), "Opened an example");
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

onOtherLink(() => void start());
void start();
// Without a server, from a file, the page is there anyway.
if (location.protocol.startsWith("http")) void navigator.serviceWorker?.register("service_worker.js");
