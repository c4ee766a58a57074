/** All tests in one process, with one browser. */

import "./circumstances.ts";
import "./editing.ts";
import "./layout.ts";
import "./origin_and_picture.ts";
import "./projects.ts";
