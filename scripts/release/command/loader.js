// Opens the compressed parts of the command's file, which declares `core` and `packed`. The texts are ASCII.

/** The exports of each part that was opened. */
const opened = { core };

/** The exports of a part, which is unpacked and run the first time. */
function part(name) {
  return opened[name] ??= open(name);
}

function open(name) {
  const { brotliDecompressSync } = require("node:zlib");
  const code = brotliDecompressSync(Buffer.from(packed[name], "base64")).toString("latin1");
  return new Function("require", "part", "load", `"use strict";${code}\n//# sourceURL=kust-${name}.js`)(
    require,
    part,
    load,
  );
}

/** `import()` of a module of a part. */
function load(name, index) {
  return Promise.resolve().then(() => part(name).modules[index]());
}
