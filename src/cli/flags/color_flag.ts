/** `--color`, for what commands beyond kustomize's print to standard output. */

import type { Host } from "../../host/host.ts";
import { choiceOf } from "./flag_choice.ts";
import type { Flag } from "./flags.ts";
import { paint, type Painter, wantsColor } from "../output/paint.ts";

const CHOICES = ["auto", "always", "never"];

export const COLOR_FLAG = {
  type: "string",
  default: "auto",
  complete: CHOICES,
  help: "auto, always or never; auto is for a terminal, and heeds NO_COLOR and FORCE_COLOR",
} as const satisfies Flag;

/** The colours of standard output. */
export function outputColors(choice: string, host: Pick<Host, "terminal" | "env">): Painter {
  return paint(isColored(choice, host));
}

/** Whether standard output is coloured. */
export function isColored(choice: string, host: Pick<Host, "terminal" | "env">): boolean {
  const chosen = choiceOf("color", choice, CHOICES);
  if (chosen !== "auto") return chosen === "always";
  const forced = host.env("FORCE_COLOR") ?? "";
  const isForced = forced !== "" && forced !== "0";
  return isForced || wantsColor(host.terminal.stdout, (name) => host.env(name));
}
