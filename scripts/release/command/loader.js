// Opens the compressed parts of the command's file, which declares `core` and `packed`. Regular expressions may hold
// characters outside ASCII, so the texts are UTF-8.

/** The exports of each part that was opened. */
const opened = { core };

/** The exports of a part, which is unpacked and run the first time. */
function part(name) {
  return opened[name] ??= open(name);
}

// `vm` and not `Function`, which Node refuses with --disallow-code-generation-from-strings.
function open(name) {
  const { brotliDecompressSync } = require("node:zlib");
  const { compileFunction } = require("node:vm");
  const code = brotliDecompressSync(Buffer.from(packed[name], "base64")).toString("utf8");
  const run = compileFunction(`"use strict";${code}`, ["require", "part", "load"], { filename: `kust-${name}.js` });
  return run(require, part, load);
}

/** `import()` of a module of a part. */
function load(name, index) {
  return Promise.resolve().then(() => part(name).modules[index]());
}
