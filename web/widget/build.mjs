/**
 * Bundles the widget into dist/widget.js, which is committed: `npm run build`. `--check` fails when that file is stale.
 *
 * The first line of dist/widget.js is `/* sources sha256:<hex> *\/`. Recipe of the hash, for whoever checks it elsewhere
 * (tests in Python do): take every file in src/ plus build.mjs and package-lock.json, as paths relative to this folder with
 * forward slashes ("build.mjs", "package-lock.json", "src/api.js", ...), sorted by their bytes; feed one sha256 with, for each:
 * the path in UTF-8, a NUL byte, the bytes of the file, a NUL byte.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const HERE = new URL("./", import.meta.url);
const TARGET = "dist/widget.js";

function sourcesHash() {
  const hash = createHash("sha256");
  for (const path of ["build.mjs", "package-lock.json", ...readdirSync(new URL("src/", HERE)).map((name) => `src/${name}`)].sort()) {
    hash.update(path).update("\0").update(readFileSync(new URL(path, HERE))).update("\0");
  }
  return hash.digest("hex");
}

const banner = `/* sources sha256:${sourcesHash()} */`;

if (process.argv.includes("--check")) {
  const [first] = readFileSync(new URL(TARGET, HERE), "utf8").split("\n");
  if (first !== banner) {
    console.error(`${TARGET} is stale: run 'npm run build' in web/widget`);
    process.exit(1);
  }
} else {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: HERE.pathname,
    entryPoints: ["src/praktijk-chat.js"],
    outfile: TARGET,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2022"],
    charset: "utf8",
    legalComments: "eof",
    banner: { js: banner },
  });
  const bytes = readFileSync(new URL(TARGET, HERE));
  console.log(`${TARGET}: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
}
