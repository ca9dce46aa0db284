// Bündelt das JavaScript der Seite mit esbuild.
// Auftrag: {ordner, einstiege: {name: pfad}, kern?: "gekuerzt"|"ungekuerzt"}; schreibt name.js nach ordner.
// Antwort: {ausfuhr} – die WebAssembly-Ausfuhr, die der gekürzte Kern braucht.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { kuerze, ungekuerzt } from "./kern.mjs";
import { antworte, auftrag, sperre } from "./pyodide.mjs";

const { ordner, einstiege, kern } = auftrag();
const gekuerzt = kern === "gekuerzt" ? kuerze() : undefined;
const quelle = gekuerzt?.gekuerzt ?? (kern ? ungekuerzt() : "");
if (gekuerzt) writeFileSync(join(ordner, "kern.mjs"), quelle);

const pyodide = {
  name: "pyodide",
  setup(bau) {
    bau.onResolve({ filter: /^pyodide-(kern|sperre)$/ }, ({ path }) => ({ path, namespace: "pyodide" }));
    bau.onLoad({ filter: /kern/, namespace: "pyodide" }, () => ({ contents: quelle, loader: "js" }));
    bau.onLoad({ filter: /sperre/, namespace: "pyodide" }, () => ({
      contents: `export default ${JSON.stringify(sperre())}`,
      loader: "js",
    }));
  },
};

await build({
  entryPoints: einstiege,
  outdir: ordner,
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  external: ["node:*", "ws", "*.woff2"],
  logLevel: "error",
  logOverride: { "commonjs-variable-in-esm": "silent" },
  plugins: [pyodide],
});
antworte({ ausfuhr: gekuerzt?.ausfuhr ?? [] });
