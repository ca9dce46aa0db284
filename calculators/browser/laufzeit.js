// Startet Python im Arbeiter und gibt die Tür des Leistungsrechners zurück: JSON hinein, JSON heraus.

import { loadPyodide } from "pyodide";
import erzeuge from "pyodide-kern";
import SPERRE from "pyodide-sperre";
import { geteilt } from "./geteilt.js";
import { entpacke } from "./paket.js";

const REGELN = "/regeln";
const WASM = "/pyodide.asm.wasm"; // der feste Name, unter dem Pyodide sein WebAssembly verlangt

/**
 * @param dateien Adressen: wasm, kalt, stdlib, regeln (das Rechenwerk), werte (die Tabellen)
 * @param melde (datei, geladeneBytes) => void
 */
export async function starte(dateien, melde) {
  const wasm = hole(dateien.wasm);
  const stdlib = hole(dateien.stdlib);
  const regeln = holeBytes("regeln", dateien, melde);
  const werte = holeBytes("werte", dateien, melde);
  zaehle("wasm", wasm, melde);
  zaehle("stdlib", stdlib, melde);

  const pyodide = mitAntworten({ [WASM]: wasm, [new URL(dateien.stdlib).pathname]: stdlib }, () =>
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
  await Promise.all([wasm, stdlib, regeln, werte]);
  return (await pyodide).pyimport("tuer").rechne;
}

async function hole(adresse) {
  const antwort = await fetch(adresse, { credentials: "same-origin" });
  if (!antwort.ok) throw new Error(`${antwort.status} ${adresse}`);
  return antwort;
}

async function holeBytes(name, dateien, melde) {
  const bytes = new Uint8Array(await (await hole(dateien[name])).arrayBuffer());
  melde(name, bytes.byteLength);
  return bytes;
}

// Zählt eine Kopie des Stroms: So bleibt die Antwort selbst, wie der Browser sie bekam,
// und er darf das übersetzte WebAssembly aufheben.
async function zaehle(datei, versprochen, melde) {
  try {
    let geladen = 0;
    for await (const stueck of stuecke((await versprochen).clone().body)) {
      geladen += stueck.byteLength;
      melde(datei, geladen);
    }
  } catch {
    // Den Fehler meldet der Abruf selbst.
  }
}

async function* stuecke(strom) {
  const leser = strom.getReader();
  for (let stueck = await leser.read(); !stueck.done; stueck = await leser.read()) yield stueck.value;
}

// Pyodide holt seine Dateien selbst mit fetch; wir geben ihm die Antworten, die schon unterwegs sind.
// Und weil es ewig wartet, wenn der Browser das WebAssembly nicht annimmt, hören wir auch dort mit.
async function mitAntworten(antworten, tue) {
  const { fetch: echt } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  const abgelehnt = new Promise((_, verwirf) => {
    WebAssembly.instantiateStreaming = (...teile) => {
      const ergebnis = instantiateStreaming.apply(WebAssembly, teile);
      ergebnis.catch(verwirf);
      return ergebnis;
    };
  });
  globalThis.fetch = (ziel, ...rest) => {
    const pfad = new URL(ziel instanceof Request ? ziel.url : ziel, location.href).pathname;
    const ende = Object.keys(antworten).find((name) => pfad.endsWith(name));
    return ende ? antworten[ende] : echt(ziel, ...rest);
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
