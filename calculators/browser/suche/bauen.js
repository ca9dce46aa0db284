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

/**
 * Ein Treffer der Ergebnisseite: Verweis, woher er ist, Ausschnitt, weitere Stellen derselben Seite.
 * @param texte Versprechen auf die Texte; der Ausschnitt kommt, sobald sie da sind, der Treffer schon vorher
 */
export function alsTreffer(treffer, bestand, texte, staemme) {
  const punkt = element("li", "treffer");
  const ueberschrift = element("h3", "treffer__kopf");
  ueberschrift.append(verweis(treffer, bestand));
  punkt.append(ueberschrift);
  if (treffer.seite.bereich) punkt.append(element("p", "treffer__bereich", treffer.seite.bereich));
  const absatz = element("p", "treffer__text");
  punkt.append(absatz);
  texte.then((alle) => absatz.append(...bester(alle[treffer.abschnitt], staemme)), () => absatz.remove());
  if (treffer.weitere.length > 0) punkt.append(weitere(treffer, bestand));
  return punkt;
}

/** Der Ausschnitt aus Beschreibung oder Text, in dem ein gesuchtes Wort steht. */
function bester(quellen, staemme) {
  const stuecke = quellen.filter(Boolean).map((text) => ausschnitt(text, staemme));
  const gewaehlt = stuecke.find((eines) => eines.some(({ marke }) => marke)) ?? stuecke[0] ?? [];
  return gewaehlt.map(({ text, marke }) => (marke ? element("mark", "", text) : text));
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

/** „7 Treffer für „Sperre““; sind alle Wörter nur geraten, sind es ähnliche Treffer. */
export function stand({ treffer, genau }, anfrage) {
  const zahl = treffer.length === 0 ? "Keine" : treffer.length;
  return `${zahl}${genau || treffer.length === 0 ? "" : treffer.length === 1 ? " ähnlicher" : " ähnliche"} Treffer für „${anfrage}“`;
}
