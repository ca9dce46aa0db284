// Der Arbeiter: rechnet mit Python neben der Seite, damit sie nie stockt.
// Hinein: {art: "start", dateien} einmal, dann {art: "rechne", nummer, anfrage}.
// Heraus: {art: "geladen", datei, bytes}, {art: "bereit"}, {art: "antwort", nummer, text},
//         {art: "luecke", nummer, namen}, {art: "gescheitert", grund}.

import { starte } from "./laufzeit.js";
import { mitStichtag } from "./stichtag.js";

const FEHLEND = "!"; // so beginnt die Antwort der Tür, wenn ihr ein Modul fehlt

let tuer;

addEventListener("message", ({ data }) => {
  if (data.art === "start") beginne(data.dateien);
  if (data.art === "rechne") rechne(data.nummer, data.anfrage);
});

function beginne(dateien) {
  tuer = starte(dateien, (datei, bytes) => postMessage({ art: "geladen", datei, bytes }));
  tuer.then(() => postMessage({ art: "bereit" }), scheitere);
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
