/** What the page and its worker tell each other. All of it is plain data. */

import type { WriterReport } from "../../src/cli/explain/blame.ts";
import type { DiagnosticReport } from "../../src/cli/output/json_report.ts";
import type { GraphNode } from "../../src/cli/deps/graph.ts";
import type { Project } from "../project/project.ts";

/** Asks for a build. */
export interface Request {
  /** Tells the answers apart. */
  id: number;
  project: Project;
  /** Whether to look for mistakes that build successfully, too. */
  lint: boolean;
}

export interface Problem extends DiagnosticReport {
  isWarning: boolean;
}

/** A resource in the output. */
export interface ResourceReport {
  kind: string;
  name: string;
  namespace: string;
  /** The first line in the output, counted from 0. */
  line: number;
}

/** A line of the output: its field, and the steps that set it, oldest first. */
export interface LineReport {
  pointer: string | undefined;
  writers: WriterReport[];
}

export interface GraphReport {
  nodes: (GraphNode & { key: string })[];
  arrows: { from: string; to: string; fields: string[] }[];
}

/** What a build came to. */
export interface Output {
  text: string;
  resources: ResourceReport[];
  lines: LineReport[];
}

export interface Answer {
  id: number;
  milliseconds: number;
  /** All kustomizations that can be built. */
  targets: string[];
  /** The one that was built. */
  folder: string;
  /** Undefined if the build failed. */
  output: Output | undefined;
  problems: Problem[];
  graph: GraphReport;
}
