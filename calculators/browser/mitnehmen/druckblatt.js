// Druckblatt: was auf Papier neben der Antwort stehen muss: die Angaben, der Tag, der Weg zurück. Nur im Druck zu sehen.

import { element } from "../bauen.js";
import { beschriftung, inWorten, liesFeld, oberste } from "../eingaben.js";

export function druckblatt(formular, verweis) {
  const blatt = element("section", "druckblatt");
  blatt.append(
    element("h3", "", "Ihre Angaben"),
    angabenliste(formular),
    element("p", "", `Berechnet am ${new Intl.DateTimeFormat("de-AT", { dateStyle: "long" }).format(new Date())}.`),
    element("p", "", "Verbindlich ist nur der Bescheid oder die Mitteilung der Behörde."),
    element("p", "druckblatt__verweis", `Mit diesen Angaben öffnen: ${verweis}`),
  );
  return blatt;
}

function angabenliste(formular) {
  const liste = element("dl", "angaben");
  for (const feld of oberste(formular)) {
    if (feld.hidden || liesFeld(feld) === undefined) continue;
    const paar = element("div");
    paar.append(element("dt", "", beschriftung(feld)));
    paar.append(...[inWorten(feld)].flat().map((zeile) => element("dd", "", zeile)));
    liste.append(paar);
  }
  return liste;
}
