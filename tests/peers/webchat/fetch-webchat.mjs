// Fetches the published bundle of Web Chat alone: a page loads nothing else of it, and its package would bring 486 MB of dependencies.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { bundle } = JSON.parse(readFileSync(new URL("package.json", import.meta.url)));
const target = new URL("webchat/", import.meta.url);
const mark = new URL("integrity", target);

if (!existsSync(mark) || readFileSync(mark, "utf8") !== bundle.integrity) {
  const folder = mkdtempSync(join(tmpdir(), "webchat-"));
  try {
    const [packed] = JSON.parse(execFileSync("npm", ["pack", bundle.package, "--json"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] }));
    const file = join(folder, packed.filename);
    const found = "sha512-" + createHash("sha512").update(readFileSync(file)).digest("base64");
    if (found !== bundle.integrity)
      throw new Error(`${bundle.package} has ${found}, but package.json expects ${bundle.integrity}.`);
    execFileSync("tar", ["xzf", file, "-C", folder, bundle.file]);
    mkdirSync(target, { recursive: true });
    copyFileSync(join(folder, bundle.file), new URL("webchat.js", target));
    writeFileSync(mark, bundle.integrity);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
