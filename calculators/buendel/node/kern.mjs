// Kürzt Pyodides JavaScript: Es gibt tausende WebAssembly-Funktionen weiter, die nur nachgeladene Pakete bräuchten.

import { readFileSync } from "node:fs";
import { PYODIDE } from "./pyodide.mjs";

const ZUWEISUNG = /([\w$]+)=Module\["([\w$]+)"\]=wasmExports\["([\w$]+)"\](?:\.value>>>0)?;/g;
const LANGE_LISTE = /var ((?:[\w$]+,){500,}[\w$]+);/g;
const WORT = /[A-Za-z_$][\w$]*/g;

function lies(name) {
  return readFileSync(new URL(name, PYODIDE), "utf8");
}

function genauEines(treffer, was) {
  if (treffer.length !== 1) throw new Error(`Pyodide ist anders gebaut: ${treffer.length}-mal ${was} statt einmal.`);
  return treffer[0];
}

/** Das gekürzte pyodide.asm.mjs und die Namen, die das WebAssembly noch nach außen geben muss. */
export function kuerze() {
  const kern = ohneEval(lies("pyodide.asm.mjs"));
  const zuweisungen = [...kern.matchAll(ZUWEISUNG)];
  if (zuweisungen.length < 1000) throw new Error("Pyodide ist anders gebaut: Die Zuweisungen der Ausfuhr fehlen.");
  const liste = genauEines([...kern.matchAll(LANGE_LISTE)], "die Liste der Ausfuhr");

  const rest = kern.replace(ZUWEISUNG, "").replace(liste[0], "") + lies("pyodide.mjs");
  const benutzt = new Set(rest.match(WORT));
  const braucht = ([, variable, feld, name]) => [variable, feld, name].some((wort) => benutzt.has(wort));
  const weg = new Set(zuweisungen.filter((z) => !braucht(z)).map((z) => z[1]));

  const gekuerzt = kern
    .replace(ZUWEISUNG, (ganz, variable) => (weg.has(variable) ? "" : ganz))
    .replace(liste[0], `var ${liste[1].split(",").filter((variable) => !weg.has(variable)).join(",")};`);
  return { gekuerzt, ausfuhr: ausfuhr().filter((name) => benutzt.has(name) || benutzt.has(`_${name}`)) };
}

/** Das unveränderte pyodide.asm.mjs, bis auf direktes eval, das jedes Bündeln und Verkürzen von Namen verhindert. */
export function ungekuerzt() {
  return ohneEval(lies("pyodide.asm.mjs"));
}

// Unsere Seiten verbieten eval ohnehin (Content-Security-Policy); gerufen wird es nur beim Nachladen von Paketen.
function ohneEval(quelle) {
  return quelle.replace(/(?<![\w$.])eval\(/g, "(0,eval)(");
}

function ausfuhr() {
  const modul = new WebAssembly.Module(readFileSync(new URL("pyodide.asm.wasm", PYODIDE)));
  return WebAssembly.Module.exports(modul)
    .filter(({ kind }) => kind === "function" || kind === "global")
    .map(({ name }) => name);
}
