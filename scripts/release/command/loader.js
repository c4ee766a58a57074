// Opens the compressed parts of the command's file, which declares `core` and `packed`. Regular expressions may hold
// characters outside ASCII, so the texts are UTF-8.

/** The exports of each part that was opened. */
const opened = { core };

/** The exports of a part, which is unpacked and run the first time. */
function part(name) {
  return opened[name] ??= open(name);
}

/** The bytes of a text, see base_85.ts. */
function fromBase85(text) {
  const bytes = Buffer.alloc(text.length + 3);
  for (let at = 0, to = 0; at < text.length; to += 4) {
    let word = 0;
    for (const end = at + 5; at < end; at++) {
      const code = at < text.length ? text.charCodeAt(at) : 120;
      word = word * 85 + code - (code > 92 ? 36 : 35);
    }
    bytes.writeUInt32BE(word, to);
  }
  return bytes.subarray(0, text.length * 4 / 5);
}

// `vm` and not `Function`, which Node refuses with --disallow-code-generation-from-strings.
function open(name) {
  const { brotliDecompressSync } = require("node:zlib");
  const { compileFunction } = require("node:vm");
  const code = brotliDecompressSync(fromBase85(packed[name])).toString("utf8");
  const run = compileFunction(`"use strict";${code}`, ["require", "part", "load"], { filename: `kust-${name}.js` });
  return run(require, part, load);
}

/** `import()` of a module of a part. */
function load(name, index) {
  return Promise.resolve().then(() => part(name).modules[index]());
}
