// Ergebnis des Vergleichs: ein Satz, beide Antworten, woran es liegt, und jede Zahl.

import { element } from "../bauen.js";

export function gegenueberstellung({ satz, kern, angaben, zeilen }) {
  const anders = zeilen.filter(({ gleich }) => !gleich);
  const gleich = zeilen.filter((zeile) => zeile.gleich);
  return [
    element("h2", "antwort__satz", satz),
    beideAntworten(kern),
    abschnitt("Woran es liegt", angaben.length ? ursachen(angaben) : element("p", "", "Beide Fälle haben dieselben Angaben.")),
    anders.length && abschnitt("Was anders ist", werte(anders, "Werte, die sich unterscheiden")),
    gleich.length && gleiche(gleich),
  ].filter(Boolean);
}

function beideAntworten(kern) {
  const liste = element("dl", "angaben");
  kern.forEach(({ satz, zahl }, stelle) => {
    const paar = element("div");
    paar.append(element("dt", "", `Fall ${"AB"[stelle]}: ${satz}`), element("dd", "", zahl || "–"));
    liste.append(paar);
  });
  return liste;
}

function ursachen(angaben) {
  const kopf = ["Angabe", "Fall A", "Fall B", "Das allein ändert"];
  return tabelle(kopf, angaben.map(({ label, a, b, wirkung }) => [label, a, b, wirkung]), "Verschiedene Angaben");
}

function werte(zeilen, name) {
  const kopf = ["Wert", "Fall A", "Fall B", "Unterschied"];
  return tabelle(kopf, zeilen.map(({ name: was, a, b, unterschied }) => [was, a, b, unterschied]), name);
}

function gleiche(zeilen) {
  const kasten = element("details");
  kasten.append(element("summary", "", `Gleich in beiden Fällen: ${zeilen.length} ${zeilen.length === 1 ? "Wert" : "Werte"}`), werte(zeilen, "Werte, die gleich sind"));
  return kasten;
}

function abschnitt(titel, inhalt) {
  const teil = element("section", "antwort__abschnitt");
  teil.append(element("h3", "", titel), inhalt);
  return teil;
}

// Auf schmalen Schirmen wird jede Zeile ein Block; die Rollen sagen Vorleseprogrammen weiter, dass es eine Tabelle ist.
function tabelle(kopf, zeilen, name) {
  const ganze = mitRolle(element("table", "gegenueber"), "table");
  const oben = mitRolle(element("thead"), "rowgroup");
  const rumpf = mitRolle(element("tbody"), "rowgroup");
  oben.append(reihe(kopf, kopf, () => "col"));
  rumpf.append(...zeilen.map((zeile) => reihe(zeile, kopf, (stelle) => (stelle === 0 ? "row" : ""))));
  ganze.append(element("caption", "nur-vorlesen", name), oben, rumpf);
  return ganze;
}

function reihe(texte, kopf, bereich) {
  const ganze = mitRolle(element("tr"), "row");
  texte.forEach((text, stelle) => {
    const scope = bereich(stelle);
    const zelle = element(scope ? "th" : "td", "", text);
    mitRolle(zelle, scope ? `${scope === "col" ? "column" : "row"}header` : "cell");
    if (scope) zelle.scope = scope;
    else zelle.dataset.spalte = kopf[stelle];
    ganze.append(zelle);
  });
  return ganze;
}

function mitRolle(knoten, rolle) {
  knoten.setAttribute("role", rolle);
  return knoten;
}
