// Die Suche. Das Thema lädt dieses Programm, sobald jemand das Suchfeld berührt oder die Ergebnisseite öffnet.

import { quelle } from "./quelle.js";
import { richteErgebnisseiteEin } from "./ergebnisseite.js";
import { richteVorschlaegeEin } from "./vorschlaege.js";

/**
 * @param dateien der Inhalt von dateien.json
 * @param formular das Suchfeld im Seitenkopf
 * @param platz der Absatz der Ergebnisseite, an dessen Stelle die Suche tritt; fehlt auf allen anderen Seiten
 */
export async function starte(dateien, { formular, platz }) {
  const woher = quelle(dateien);
  if (formular) richteVorschlaegeEin(formular, woher);
  if (platz) {
    woher.texte().catch(() => {}); // kommt neben dem Stil; eine Störung zeigt sich beim Suchen
    woher.bestand().catch(() => {});
    await ladeStil(dateien["suche-stil"]);
    await richteErgebnisseiteEin(platz, woher);
  }
}

function ladeStil(name) {
  return new Promise((fertig) => {
    const verweis = document.createElement("link");
    Object.assign(verweis, { rel: "stylesheet", href: new URL(name, import.meta.url), onload: fertig, onerror: fertig });
    document.head.append(verweis);
  });
}
