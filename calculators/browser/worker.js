// Der Arbeiter: rechnet mit Python neben der Seite, damit sie nie stockt. Er ist klein und holt zuerst, was er zum
// Rechnen braucht; Pyodides JavaScript (laufzeit.js, dateien.kern) kommt daneben.
// Hinein: im Namen die Adressen der Dateien (eine Nachricht käme später an), dann {art: "rechne", nummer, anfrage}.
// Heraus: {art: "geladen", datei, bytes}, {art: "bereit"}, {art: "antwort", nummer, text},
//         {art: "luecke", nummer, namen}, {art: "gescheitert", grund}.

import { holeAlle } from "./abrufe.js";
import { mitStichtag } from "./stichtag.js";

const FEHLEND = "!"; // so beginnt die Antwort der Tür, wenn ihr ein Modul fehlt

const tuer = beginne(JSON.parse(self.name));
tuer.then(() => postMessage({ art: "bereit" }), scheitere);
addEventListener("message", ({ data }) => data.art === "rechne" && rechne(data.nummer, data.anfrage));

async function beginne(dateien) {
  const kern = import(dateien.kern); // zuerst: Es zu lesen dauert länger als alles andere zu holen
  const abrufe = holeAlle(dateien, (datei, bytes) => postMessage({ art: "geladen", datei, bytes }));
  const { starte } = await kern;
  return starte(dateien, abrufe);
}

async function rechne(nummer, anfrage) {
  const rufe = await tuer.catch(() => undefined); // den Fehler des Starts hat beginne gemeldet
  if (!rufe) return;
  try {
    const text = rufe(JSON.stringify(mitStichtag(anfrage)));
    if (text.startsWith(FEHLEND)) postMessage({ art: "luecke", nummer, namen: text.slice(1) });
    else postMessage({ art: "antwort", nummer, text });
  } catch (fehler) {
    scheitere(fehler);
  }
}

function scheitere(fehler) {
  postMessage({ art: "gescheitert", grund: String(fehler?.message ?? fehler) });
}
