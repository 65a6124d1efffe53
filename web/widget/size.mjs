/** Sizes of this widget and of two ready-made ones, as a browser loads them: `npm run size`. Fetches those two from the npm registry. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What each project tells people to put on their page: package, version, the file within it. */
const OTHERS = [
  ["deep-chat", "2.4.2", "dist/deepChat.bundle.js"],
  ["botframework-webchat", "4.18.1", "dist/webchat-minimal.js"],
  ["botframework-webchat", "4.18.1", "dist/webchat.js"],
];

/** @param {string} name @param {string | URL} path */
function tell(name, path) {
  const bytes = readFileSync(path);
  console.log(`| ${name} | ${(bytes.length / 1024).toFixed(1)} | ${(gzipSync(bytes, { level: 9 }).length / 1024).toFixed(1)} |`);
}

console.log("| widget | KB | KB gzipped |\n|---|---|---|");
tell("praktijk-chat (styles included)", new URL("dist/widget.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "size-"));
try {
  for (const [name, version, file] of OTHERS) {
    const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", `${name}@${version}`, "--json", "--silent"], { cwd: folder, encoding: "utf8" }));
    execFileSync("tar", ["-xzf", filename, `package/${file}`], { cwd: folder });
    tell(`${name} ${version}, ${file}`, join(folder, "package", file));
  }
} finally {
  rmSync(folder, { recursive: true });
}
