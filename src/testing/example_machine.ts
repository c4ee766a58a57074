/** In-memory machines for the examples of the register of codes, in the state that each example names. */

import { type Circumstance, DEPLOYMENT, type Example, filesOf } from "../diagnostics/codes/entry.ts";
import type { HttpResponse, ProcessRequest, ProcessResult } from "../load/capabilities.ts";
import { MemoryFileSystem } from "../load/file_systems/memory_file_system.ts";
import { MemoryHost } from "./memory_host.ts";

const FOLDER = "/home/me/app";
const CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n";

type Programs = Record<string, (command: ProcessRequest, files: MemoryFileSystem) => ProcessResult>;

const PROGRAMS: Partial<Record<Circumstance, Programs>> = {
  "git works": { git: workingGit },
  "git reports an error": { git: () => result("", "fatal: repository not found", 128) },
  "helm 3 is installed and works": { helm: helm("v3.16.0", result(CONFIG_MAP)) },
  "helm 3 is installed and reports an error": { helm: helm("v3.16.0", result("", "Error: no such chart", 1)) },
  "helm 2 is installed": { helm: helm("v2.17.0", result(CONFIG_MAP)) },
  "the function succeeds": functionsThat((list) => list),
  "the function exits with code 1": functionsThat(() => undefined),
  "the function does not end": { "*": () => ({ ...result("", "", 137), timedOut: true }) },
  "the function changes a label": functionsThat((list) =>
    list.replace(/^( *)name: web$/m, "$1labels: {a: b}\n$1name: web")
  ),
  "kubectl reports an error": { kubectl: () => result("", "The connection was refused", 1) },
};

const ANSWERS: Partial<Record<Circumstance, HttpResponse>> = {
  "the server answers with resources": answer(200, CONFIG_MAP),
  "the server answers with a web page": answer(200, "<!DOCTYPE html><html></html>"),
  "the server answers 404": answer(404, ""),
};

export class ExampleMachine extends MemoryHost {
  readonly #given: Circumstance | undefined;

  constructor(example: Example) {
    const given = typeof example === "string" ? undefined : example.given;
    super(new MemoryFileSystem(treeOf(example, given), FOLDER), { HOME: `${FOLDER}/home` });
    this.#given = given;
    this.fs.makeDir("/tmp");
  }

  override run(command: ProcessRequest): Promise<ProcessResult> {
    const programs = this.#given && PROGRAMS[this.#given];
    const program = programs?.[command.program] ?? programs?.["*"];
    return program === undefined ? super.run(command) : Promise.resolve(program(command, this.fs));
  }

  override httpGet(url: string, { maxBytes = Infinity }: { maxBytes?: number } = {}): Promise<HttpResponse> {
    if (this.#given === "deno run is given no --allow-net") {
      return Promise.reject(Object.assign(new Error("deno run needs --allow-net for this"), { name: "NotCapable" }));
    }
    const found = this.#given && ANSWERS[this.#given];
    if (found === undefined) return super.httpGet(url);
    return Promise.resolve({ ...found, tooLong: found.body.length > maxBytes });
  }

  override writeStdout(text: string | Uint8Array): void {
    if (this.#given === "kust has a bug") throw new TypeError("x is undefined");
    super.writeStdout(text);
  }
}

function treeOf(example: Example, given: Circumstance | undefined): Record<string, string | Uint8Array> {
  const files = Object.entries({ "deployment.yaml": DEPLOYMENT, ...filesOf(example) });
  return Object.fromEntries(files.map(([path, text]) => [
    path.startsWith("/") ? path : `${FOLDER}/${path}`,
    given === "the files are saved as Latin-1" ? Uint8Array.from(text, (character) => character.charCodeAt(0)) : text,
  ]));
}

/** Clones a repository with one kustomization. */
function workingGit({ args, cwd }: ProcessRequest, files: MemoryFileSystem): ProcessResult {
  if (args.includes("checkout")) {
    files.writeFile(`${cwd}/kustomization.yaml`, "configMapGenerator: [{name: settings, literals: [a=1]}]\n");
  }
  return result("");
}

function helm(version: string, template: ProcessResult): Programs[string] {
  return ({ args }, files) => {
    const untarred = args[args.indexOf("--untardir") + 1];
    if (args[0] === "pull") {
      files.makeDir(`${untarred}/app`);
      files.writeFile(`${untarred}/app/values.yaml`, "");
    }
    return args[0] === "version" ? result(version) : args[0] === "template" ? template : result("");
  };
}

/** @param change Maps their input to their output; undefined: they fail. */
function functionsThat(change: (list: string) => string | undefined): Programs {
  return {
    id: () => result("1000"),
    "*": ({ input }) => {
      const text = change(typeof input === "string" ? input : new TextDecoder().decode(input));
      return text === undefined ? result("", "no label is given", 1) : result(text);
    },
  };
}

function result(stdout: string, stderr = "", exitCode = 0): ProcessResult {
  const bytes = (text: string) => new TextEncoder().encode(text);
  return { exitCode, stdout: bytes(stdout), stderr: bytes(stderr), timedOut: false };
}

function answer(status: number, text: string): HttpResponse {
  return {
    status,
    contentType: "text/plain",
    body: new TextEncoder().encode(text),
    url: "https://example.com/app.yaml",
  };
}
