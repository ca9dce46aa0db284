// Das Verzeichnis: welcher Stamm in welchem Abschnitt steht. Gebaut beim Bau der Site, gelesen im Browser.

import MiniSearch from "minisearch";
import { alleTeile } from "./zerlegen.js";
import { entpacke } from "./packung.js";
import { FUELLWOERTER, stamm, woerter } from "./worte.js";

// Wie viel ein Wort wiegt, je nachdem, wo es steht.
// name ist der Name im Menü und in der Adresse, verweise sind die Namen, die andere Seiten der Stelle geben.
const GEWICHT = { titel: 6, name: 5, kopf: 3.5, verweise: 2.5, beschreibung: 2, bereich: 1.5, kopfteile: 1.6, text: 1, teile: 0.4 };
const EINSTELLUNG = {
  fields: Object.keys(GEWICHT),
  tokenize: (text) => text.split(" ").filter(Boolean),
  processTerm: (wort) => wort,
  searchOptions: { boost: GEWICHT, bm25: { k: 1.2, b: 0.5, d: 0.5 } },
};

/** Baut das Verzeichnis aus Abschnitten; der erste Abschnitt einer Seite trägt ihren Titel. */
export function baue(abschnitte) {
  const alle = abschnitte.map(alsWoerter);
  const bekannt = new Set(alle.flatMap((felder) => Object.values(felder).flat()).map(stamm));
  const zerlegt = merke((wort) => (/\d/.test(wort) ? [] : alleTeile(wort, (form) => bekannt.has(form))));
  const verzeichnis = new MiniSearch(EINSTELLUNG);
  alle.forEach((felder, id) => {
    const { titel, name, kopf, verweise, text } = felder;
    const staemme = Object.fromEntries(Object.entries(felder).map(([feld, liste]) => [feld, liste.map(stamm)]));
    staemme.kopfteile = einmal([...titel, ...name, ...kopf, ...verweise].flatMap(zerlegt));
    staemme.teile = ohne(text.flatMap(zerlegt), staemme.text);
    const dokument = Object.fromEntries(Object.entries(staemme).map(([feld, liste]) => [feld, liste.join(" ")]));
    verzeichnis.add({ id, ...dokument });
  });
  return verzeichnis;
}

function alsWoerter({ titel, name, stichwort, bereich, kopf, verweise, beschreibung, text }) {
  return {
    titel: woerter(titel),
    name: titel ? einmal(woerter(`${name} ${stichwort}`)) : [],
    bereich: tragende(bereich),
    kopf: titel ? [] : einmal(woerter(`${kopf} ${stichwort}`)),
    verweise: einmal(tragende(verweise)),
    beschreibung: tragende(beschreibung),
    text: tragende(text),
  };
}

export function lade(gespeichert) {
  return MiniSearch.loadJS(entpacke(gespeichert, EINSTELLUNG.fields), EINSTELLUNG);
}

function tragende(text) {
  return woerter(text).filter((wort) => !FUELLWOERTER.has(wort));
}

function ohne(liste, andere) {
  const schon = new Set(andere);
  return liste.filter((wort) => !schon.has(wort));
}

function einmal(liste) {
  return [...new Set(liste)];
}

function merke(rechne) {
  const bekannt = new Map();
  return (wort) => {
    if (!bekannt.has(wort)) bekannt.set(wort, rechne(wort));
    return bekannt.get(wort);
  };
}
