// Treffer als Elemente; Text kommt nur als Text hinein.

import { ausschnitt } from "./ausschnitt.js";

export function element(name, klasse = "", text = "") {
  const knoten = document.createElement(name);
  if (klasse) knoten.className = klasse;
  if (text) knoten.textContent = text;
  return knoten;
}

/** Die Wurzel der Site: Dieses Programm liegt in assets/suche/. */
export function adresse(seite, anker = "") {
  const ziel = new URL(`../../${seite.adresse}`, import.meta.url);
  ziel.hash = anker;
  return ziel.href;
}

/** Verweis auf eine Fundstelle: der Titel der Seite und, wenn es nicht ihr Anfang ist, die Überschrift. */
export function verweis({ seite, abschnitt }, { abschnitte }) {
  const { anker, kopf } = abschnitte[abschnitt];
  const knoten = element("a");
  knoten.href = adresse(seite, anker);
  knoten.append(element("span", "treffer__titel", seite.titel));
  if (kopf) knoten.append(" ", element("span", "treffer__abschnitt", kopf));
  return knoten;
}

/** Ein Treffer der Ergebnisseite: Verweis, Ausschnitt, woher er ist, weitere Stellen derselben Seite. */
export function alsTreffer(treffer, bestand, texte, staemme) {
  const punkt = element("li", "treffer");
  const ueberschrift = element("h3", "treffer__kopf");
  ueberschrift.append(verweis(treffer, bestand));
  punkt.append(ueberschrift);
  if (treffer.seite.bereich) punkt.append(element("p", "treffer__bereich", treffer.seite.bereich));
  const [beschreibung, text] = texte[treffer.abschnitt];
  const stuecke = [beschreibung, text].filter(Boolean).map((quelle) => ausschnitt(quelle, staemme));
  punkt.append(alsAbsatz(stuecke.find((eines) => eines.some(({ marke }) => marke)) ?? stuecke[0] ?? []));
  if (treffer.weitere.length > 0) punkt.append(weitere(treffer, bestand));
  return punkt;
}

function alsAbsatz(stuecke) {
  const absatz = element("p", "treffer__text");
  absatz.append(...stuecke.map(({ text, marke }) => (marke ? element("mark", "", text) : text)));
  return absatz;
}

function weitere({ seite, weitere }, { abschnitte }) {
  const zeile = element("p", "treffer__weitere", "Auf derselben Seite: ");
  weitere.forEach((nummer, stelle) => {
    const { anker, kopf } = abschnitte[nummer];
    const knoten = element("a", "", kopf || seite.titel);
    knoten.href = adresse(seite, anker);
    zeile.append(...(stelle > 0 ? [" · "] : []), knoten);
  });
  return zeile;
}

/** „7 Treffer für „Sperre““ */
export function stand(zahl, anfrage) {
  const was = zahl === 0 ? "Keine Treffer" : zahl === 1 ? "1 Treffer" : `${zahl} Treffer`;
  return `${was} für „${anfrage}“`;
}
