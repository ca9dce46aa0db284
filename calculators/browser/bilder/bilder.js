// Bilder: was eine Antwort über Sätze und Summen hinaus zu zeigen hat. Alles kommt fertig gerechnet aus der Antwort.

import { kurvenangebot } from "./kurve.js";
import { leistungen, nichtGerechnet } from "./leistungen.js";
import { brief, zeilen } from "./mitteilung.js";
import { monate } from "./monate.js";
import { rahmenfrist } from "./rahmenfrist.js";
import { zeitleiste } from "./zeitleiste.js";

/** Die Bilder und Listen zu einer Antwort, in der Reihenfolge, in der sie auf der Karte stehen. */
export function bilder(ergebnis) {
  return [
    ergebnis.zeilen?.length && zeilen(ergebnis.zeilen),
    ergebnis.brief && brief(ergebnis.brief),
    ergebnis.zeitleiste && zeitleiste(ergebnis.zeitleiste),
    ergebnis.leistungen && leistungen(ergebnis.leistungen),
    ergebnis.monate?.length && monate(ergebnis.monate),
    ergebnis.rahmenfrist && rahmenfrist(ergebnis.rahmenfrist),
    kurvenangebot(ergebnis),
  ].filter(Boolean);
}

/** Was nach Terminen und Hinweisen noch zu sagen ist. */
export function nachtraege({ nicht_gerechnet: liste }) {
  return liste ? [nichtGerechnet(liste)] : [];
}
