// Bundles what the pages of reports load into one file, with the licences of what is in it beside it.
// node build.mjs TO
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const [to] = process.argv.slice(2);
const made = await build({
  entryPoints: ["source/reports.js"], outfile: join(to, "reports.js"), bundle: true, format: "esm", minify: true, target: "es2022", metafile: true,
  legalComments: "none", banner: { js: "/* What others wrote of this, and under which licences: reports.licences.txt */" },
});
const packages = new Set(Object.keys(made.metafile.inputs).map(input => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]).filter(Boolean));
const texts = [];
for (const name of [...packages].sort()) {
  const folder = join("node_modules", name);
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const licence = (await readdir(folder)).find(file => /^licen[cs]e/i.test(file));
  if (!licence) throw new Error(`${name} comes without its licence.`);
  texts.push(`${name} ${version}\n\n${(await readFile(join(folder, licence), "utf8")).trim()}\n`);
}
await mkdir(to, { recursive: true });
await writeFile(join(to, "reports.licences.txt"), texts.join("\n\n"));
