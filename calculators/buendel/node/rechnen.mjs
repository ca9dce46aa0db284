// Beantwortet Anfragen in Node mit genau den Dateien, die die Seite ausliefert.
// Auftrag: {wasm, kalt, kern, stdlib, pakete, anfragen, spur?, uebung?}
// Antwort: {antworten, module, kalteLadungen, warm?}

import { antworte, auftrag, starte } from "./pyodide.mjs";

const a = auftrag();
const beobachtet = await starte(a);
const { pyodide } = beobachtet;
const rechne = pyodide.pyimport("tuer").rechne;
const antworten = a.anfragen.map((text) => rechne(text));
if (a.uebung) pyodide.runPython(a.uebung);
const module = JSON.parse(pyodide.runPython("import json, sys; json.dumps(sorted(sys.modules))"));
const ergebnis = { antworten, module, kalteLadungen: beobachtet.kalteLadungen };
if (a.spur) {
  const spur = beobachtet.ausfuhr.$spur;
  ergebnis.warm = [];
  for (let i = 0; i < spur.length; i += 1) if (spur.get(i) === null) ergebnis.warm.push(i);
}
antworte(ergebnis);
