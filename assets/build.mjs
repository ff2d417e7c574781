// Builds what the pages serve: style sheet, scripts, font, drawings; run by `make assets`, needs `npm install` before.
// Writes assets/manifest.json: the SHA-256 of every source and of every file built, which a test compares.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const assets = dirname(fileURLToPath(import.meta.url));
const modules = join(assets, "node_modules");
const built = join(assets, "..", "src", "hankesalkku", "web", "static", "hankesalkku");

const font = join(modules, "@fontsource-variable", "source-sans-3");
const copies = [
  [join(font, "files", "source-sans-3-latin-wght-normal.woff2"), "fonts/source-sans-3-latin-wght-normal.woff2"],
  [join(font, "files", "source-sans-3-latin-ext-wght-normal.woff2"), "fonts/source-sans-3-latin-ext-wght-normal.woff2"],
  [join(font, "LICENSE"), "fonts/OFL.txt"],
  [join(modules, "htmx.org", "dist", "htmx.min.js"), "vendor/htmx.min.js"],
  [join(modules, "htmx.org", "LICENSE"), "vendor/htmx.LICENSE.txt"],
  [join(assets, "licences", "govuk-frontend.LICENSE.txt"), "vendor/govuk-frontend.LICENSE.txt"],
];

rmSync(built, { recursive: true, force: true });
put("css/site.css", inAscii(compile(join(assets, "sass", "site.scss"), { loadPaths: [modules], style: "compressed", quietDeps: true, charset: false }).css));
for (const [source, name] of copies) put(name, withoutSourceMap(name, readFileSync(source)));
for (const folder of ["js", "img"]) cpSync(join(assets, folder), join(built, folder), { recursive: true });
const manifest = { sources: hashes(assets, ["build.mjs", "licences", "package.json", "sass", "js", "img"]), built: hashes(built, ["."]) };
writeFileSync(join(assets, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
console.log(`${Object.keys(manifest.built).length} files, site.css ${statSync(join(built, "css/site.css")).size} bytes`);

function put(name, content) {
  mkdirSync(dirname(join(built, name)), { recursive: true });
  writeFileSync(join(built, name), content);
}

function inAscii(css) {
  return css.replace(/[^\x00-\x7f]/g, (sign) => `\\${sign.codePointAt(0).toString(16)} `) + "\n";
}

// The map is not shipped, and a server that hashes names would look for it.
function withoutSourceMap(name, content) {
  return name.endsWith(".js") ? content.toString("utf8").replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n") : content;
}

function files(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => files(join(path, name)));
}

function hashes(root, names) {
  const found = names.flatMap((name) => (existsSync(join(root, name)) ? files(join(root, name)) : [])).sort();
  return Object.fromEntries(found.map((path) => [relative(root, path).split(sep).join("/"), sha256(path)]));
}

function sha256(path) {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
