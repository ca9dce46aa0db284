// Startet Pyodide in Node, für den Bau und die Gegenprobe. Eingaben und Ausgaben sind Dateien im JSON des Aufrufers.

import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPyodide } from "pyodide";
import urkern from "pyodide/pyodide.asm.mjs";
import { geteilt } from "../../browser/geteilt.js";
import { entpacke } from "../../browser/paket.js";

const REGELN = "/regeln";

export const PYODIDE = new URL("../../../node_modules/pyodide/", import.meta.url);

// Node zeigte sonst die ganze verkürzte Zeile, in der es passiert ist.
process.on("uncaughtException", (fehler) => {
  console.error(fehler?.message ?? fehler);
  process.exit(1);
});

/** Der Auftrag, den Python auf der Standardeingabe schickt. */
export function auftrag() {
  return JSON.parse(readFileSync(0, "utf8"));
}

/** Die Antwort an Python; danach endet der Prozess (Pyodide hielte ihn sonst am Leben). */
export function antworte(ergebnis) {
  process.stdout.write(JSON.stringify(ergebnis), () => process.exit(0));
}

export function sperre() {
  const voll = JSON.parse(readFileSync(new URL("pyodide-lock.json", PYODIDE), "utf8"));
  return JSON.stringify({ info: voll.info, packages: {} });
}

/**
 * @param wasm, stdlib Pfade; fehlen sie, gilt das unveränderte Paket
 * @param kern das (gekürzte) pyodide.asm.mjs; fehlt es, das unveränderte
 * @param kalt Pfad des kalten Teils
 * @param pakete ZIP-Dateien, die in REGELN entpackt werden
 * @returns {pyodide, ausfuhr, kalteLadungen}
 */
export async function starte({ wasm, stdlib, kern, kalt, pakete = [], umgebung = {} }) {
  const erzeuge = kern ? (await import(kern)).default : urkern;
  const ort = mkdtempSync(join(tmpdir(), "pyodide-"));
  copyFileSync(wasm ?? new URL("pyodide.asm.wasm", PYODIDE), join(ort, "pyodide.asm.wasm"));
  const beobachtet = { ausfuhr: undefined, kalteLadungen: 0 };
  const holeKalt = () => {
    beobachtet.kalteLadungen += 1;
    return readFileSync(kalt);
  };
  const mitBlick = (einstellungen) =>
    geteilt(erzeuge, holeKalt)({
      ...einstellungen,
      instantiateWasm: (einfuhr, fertig) =>
        einstellungen.instantiateWasm(einfuhr, (instanz, modul) => {
          beobachtet.ausfuhr = instanz.exports;
          fertig(instanz, modul);
        }),
    });
  try {
    beobachtet.pyodide = await loadPyodide({
      indexURL: ort,
      stdLibURL: stdlib ?? new URL("python_stdlib.zip", PYODIDE).pathname,
      packageBaseUrl: ort,
      lockFileContents: sperre(),
      env: { PYTHONHASHSEED: "0", PYTHONPATH: REGELN, ...umgebung },
      fsInit: async (FS) => {
        for (const paket of pakete) entpacke(FS, REGELN, new Uint8Array(readFileSync(paket)));
      },
      createPyodideModule: mitBlick,
    });
  } finally {
    rmSync(ort, { recursive: true });
  }
  return beobachtet;
}
