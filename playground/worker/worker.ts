/** The worker: builds one project after the other. */

import type { Request } from "./answer.ts";
import { buildProject } from "./build_project.ts";

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  try {
    self.postMessage(await buildProject(data));
  } catch (error) {
    // Not bad input, which is part of an answer, but a fault of kust: the page hears of it by `Worker.onerror`.
    reportError(error);
  }
};
