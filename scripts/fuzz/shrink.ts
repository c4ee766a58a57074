/** Shrinks a project for as long as it still shows a difference. */

import type { Content, Project } from "./project.ts";
import { isFields, type Value } from "./value.ts";
import { PLAIN_STYLE } from "./write_yaml.ts";

/** Fields nested deeper than this are small. */
const DEEPEST = 10;

type Differs = (project: Project) => Promise<boolean>;

interface Search {
  best: Project;
  triesLeft: number;
  differs: Differs;
}

/**
 * Removes what it can: whole files and bases first, then smaller and smaller parts of files.
 *
 * @param mostTries Limits the search; the result is for people and need not be minimal.
 */
export async function shrink(project: Project, differs: Differs, mostTries = 500): Promise<Project> {
  const search = { best: project, triesLeft: mostTries, differs };
  for (let progress = true; progress && search.triesLeft > 0;) {
    progress = await tryEach(search, buildsOfOthers);
    for (let depth = 0; depth <= DEEPEST; depth++) {
      if (!await dropParts(search, depth)) continue;
      progress = true;
      if (depth > 0) await dropParts(search, 0);
    }
  }
  await tryEach(search, inPlainStyle);
  return search.best;
}

async function keepsDifference(search: Search, smaller: Project): Promise<boolean> {
  search.triesLeft--;
  if (!await search.differs(smaller)) return false;
  search.best = smaller;
  return true;
}

async function tryEach(search: Search, others: (project: Project) => Project[]): Promise<boolean> {
  let progress = false;
  for (const smaller of others(search.best)) progress = await keepsDifference(search, smaller) || progress;
  return progress;
}

/** Removes half of the parts at a depth, a quarter …, one. Returns whether anything was removed. */
async function dropParts(search: Search, depth: number): Promise<boolean> {
  let progress = false;
  let parts = partsAt(search.best, depth);
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < parts.length && search.triesLeft > 0;) {
      if (await keepsDifference(search, withoutParts(search.best, new Set(parts.slice(at, at + size)), depth))) {
        parts = partsAt(search.best, depth);
        progress = true;
      } else at += size;
    }
  }
  return progress;
}

/** The same project with the build of a base alone. */
function buildsOfOthers(project: Project): Project[] {
  const folders = new Set([...project.files.keys()].map((path) => path.replace(/\/[^/]*$/, "")));
  return [...folders].filter((folder) => folder !== project.args.at(-1))
    .map((folder) => ({ ...project, args: ["build", folder] }));
}

function inPlainStyle(project: Project): Project[] {
  const files = [...project.files].map((
    [path, content],
  ): [string, Content] => [path, isDocuments(content) ? { ...content, style: PLAIN_STYLE } : content]);
  return [{ ...project, files: new Map(files) }];
}

/** Names of all parts at a depth: files, documents and lines in them, fields and items in these. */
function partsAt(project: Project, depth: number): string[] {
  return [...project.files].flatMap(([path, content]) =>
    depth === 0 ? [path] : partsOfContent(content, path, depth - 1)
  );
}

function partsOfContent(content: Content, name: string, depth: number): string[] {
  if (content === "") return [];
  if (typeof content === "string") return depth === 0 ? content.split("\n").map((_, at) => `${name} ${at}`) : [];
  return isDocuments(content) ? partsOfValue(content.documents, name, depth) : [];
}

function partsOfValue(value: Value, name: string, depth: number): string[] {
  const inner = typeof value === "string" && value.includes("\n") ? value.split("\n") : value;
  if (!Array.isArray(inner) && !isFields(inner)) return [];
  return Object.entries(inner).flatMap(([key, item]) =>
    depth === 0 ? [`${name} ${key}`] : partsOfValue(item, `${name} ${key}`, depth - 1)
  );
}

function withoutParts(project: Project, gone: ReadonlySet<string>, depth: number): Project {
  const files = [...project.files].filter(([path]) => !gone.has(path))
    .map(([path, content]): [string, Content] => [path, depth === 0 ? content : withoutPartsOf(content, path, gone)]);
  return { ...project, files: new Map(files) };
}

function withoutPartsOf(content: Content, name: string, gone: ReadonlySet<string>): Content {
  if (typeof content === "string") return content.split("\n").filter((_, at) => !gone.has(`${name} ${at}`)).join("\n");
  if (!isDocuments(content)) return content;
  return { ...content, documents: without(content.documents, name, gone) as Value[] };
}

function without(value: Value, name: string, gone: ReadonlySet<string>): Value {
  if (typeof value === "string") {
    return value.split("\n").filter((_, at) => !gone.has(`${name} ${at}`)).join("\n");
  }
  if (!Array.isArray(value) && !isFields(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !gone.has(`${name} ${key}`))
    .map(([key, item]): [string, Value] => [key, without(item, `${name} ${key}`, gone)]);
  return Array.isArray(value) ? kept.map(([, item]) => item) : Object.fromEntries(kept);
}

function isDocuments(content: Content): content is Extract<Content, { documents: Value[] }> {
  return typeof content === "object" && "documents" in content;
}
