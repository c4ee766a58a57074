/** Which template of a chart a text comes from: helm writes its name above each object. */

import type { Place } from "./diagnostic.ts";

const OUTPUT = "output of the chart ";

/** The name of the text that helm renders. */
export function nameOfChartOutput(chart: string): string {
  return `${OUTPUT}${chart}`;
}

/** The template, such as `web/templates/deployment.yaml`; undefined for what is not of a chart. */
export function chartTemplate({ source: { name, text }, offset }: Place): string | undefined {
  if (!name.startsWith(OUTPUT)) return undefined;
  const start = text.lastIndexOf("# Source: ", offset);
  return start < 0 ? undefined : /^# Source: (.*)/.exec(text.slice(start))?.[1]?.trim();
}
