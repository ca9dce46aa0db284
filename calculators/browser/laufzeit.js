// Startet Python im Arbeiter und gibt die Tür des Leistungsrechners zurück: JSON hinein, JSON heraus.

import { loadPyodide } from "pyodide";
import erzeuge from "pyodide-kern";
import SPERRE from "pyodide-sperre";
import { geteilt } from "./geteilt.js";
import { entpacke } from "./paket.js";

const REGELN = "/regeln";
const WASM = "/pyodide.asm.wasm"; // der feste Name, unter dem Pyodide sein WebAssembly verlangt

/**
 * @param dateien Adressen: wasm, kalt, stdlib
 * @param abrufe was schon unterwegs ist (abrufe.js)
 */
export async function starte(dateien, { modul, stdlib, regeln, werte }) {
  const pyodide = mitVorrat({ modul, stdlib, stdlibPfad: new URL(dateien.stdlib).pathname }, () =>
    loadPyodide({
      indexURL: new URL(".", dateien.wasm).href,
      stdLibURL: dateien.stdlib,
      packageBaseUrl: new URL(".", dateien.wasm).href,
      lockFileContents: SPERRE,
      env: { PYTHONHASHSEED: "0", PYTHONPATH: REGELN },
      fsInit: async (FS) => {
        for (const paket of await Promise.all([regeln, werte])) entpacke(FS, REGELN, paket);
      },
      createPyodideModule: geteilt(erzeuge, () => holeSofort(dateien.kalt)),
    }),
  );
  pyodide.catch(() => {}); // gemeldet wird, was zuerst scheitert
  // Scheitert ein Abruf, wartet Pyodide ewig: Deshalb zählen auch die Abrufe selbst.
  await Promise.all([modul, stdlib, regeln, werte]);
  return (await pyodide).pyimport("tuer").rechne;
}

// Pyodide holt und übersetzt seine Dateien selbst; wir geben ihm, was schon da oder unterwegs ist.
// Und weil es ewig wartet, wenn der Browser das WebAssembly nicht annimmt, hören wir dort mit.
async function mitVorrat({ modul, stdlib, stdlibPfad }, tue) {
  const { fetch: echt } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  const abgelehnt = new Promise((_, verwirf) => {
    WebAssembly.instantiateStreaming = (_antwort, einfuhr) => {
      const ergebnis = modul.then(async (module) => ({ module, instance: await WebAssembly.instantiate(module, einfuhr) }));
      ergebnis.catch(verwirf);
      return ergebnis;
    };
  });
  globalThis.fetch = async (ziel, ...rest) => {
    const pfad = new URL(ziel instanceof Request ? ziel.url : ziel, location.href).pathname;
    if (pfad.endsWith(WASM)) return new Response(); // übersetzt ist es schon
    return pfad === stdlibPfad ? stdlib : echt(ziel, ...rest);
  };
  try {
    return await Promise.race([tue(), abgelehnt]);
  } finally {
    globalThis.fetch = echt;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

// WebAssembly kann nicht warten: Der kalte Teil muss da sein, bevor der Ruf weitergeht.
function holeSofort(adresse) {
  const abruf = new XMLHttpRequest();
  abruf.open("GET", adresse, false);
  abruf.responseType = "arraybuffer";
  abruf.send();
  if (abruf.status !== 200) throw new Error(`${abruf.status} ${adresse}`);
  return abruf.response;
}
