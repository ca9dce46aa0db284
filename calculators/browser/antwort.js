// Antwort: zeigt, was das Rechenwerk sagt, in drei Tiefen: ein Satz, die Summen, jeder Schritt.

import { element, verweis } from "./bauen.js";
import { bilder, nachtraege } from "./bilder/bilder.js";
import { spannenteile } from "./spannenantwort.js";

/** Zeigt das Wichtigste der Antwort; liefert, was noch dazukommt, als Funktionen, die je ein Stück davon bauen. */
export function zeigeAntwort(platz, ergebnis) {
  const [anfang, ...rest] = stuecke(ergebnis);
  platz.replaceChildren();
  haengeAn(platz, anfang);
  platz.classList.toggle("antwort--nein", ergebnis.art === "kein_anspruch");
  platz.setAttribute("aria-label", `Antwort: ${kurzfassung(platz)}`);
  return rest;
}

/** Baut ein Stück und stellt es ans Ende. */
export function haengeAn(platz, stueck) {
  platz.append(...stueck().filter(Boolean));
}

function stuecke(ergebnis) {
  if (ergebnis.art === "fehler") return [() => [fehlerkarte(ergebnis)]];
  return ergebnis.art === "spanne" ? [() => spannenteile(ergebnis)] : antwortstuecke(ergebnis);
}

/** Das Wichtigste der gezeigten Antwort in einem Satz: wird beim Erscheinen einmal vorgelesen. */
export function kurzfassung(platz) {
  return [".antwort__satz", ".antwort__zahl"].map((stelle) => platz.querySelector(stelle)?.textContent ?? "").join(" ").trim();
}

function antwortstuecke(ergebnis) {
  return [
    () => [stand(ergebnis), ...kern(ergebnis)],
    () => bilder(ergebnis),
    () => [
      abschnitt("Was fehlt", ergebnis.gegenproben, gegenprobe),
      abschnitt("Voraussetzungen", ergebnis.voraussetzungen, voraussetzung, "voraussetzungen"),
      abschnitt("Was Sie bis wann tun", ergebnis.termine, termin, "termine"),
      abschnitt("Gut zu wissen", wichtigesZuerst(ergebnis.hinweise), hinweis, "hinweise"),
      ...nachtraege(ergebnis),
    ],
    () => [rechenweg(ergebnis)],
  ];
}

// Was zu tun ist oder nicht stimmen kann, steht vor dem, was man wissen kann.
export function wichtigesZuerst(hinweise) {
  return [...hinweise].sort((a, b) => (b.art === "achtung") - (a.art === "achtung"));
}

export function stand({ stichtag, werte_stand: werteStand }) {
  const teile = [`Recht und Beträge am ${tag(stichtag)}`];
  if (werteStand) teile.push(`Werte ab ${tag(werteStand)}`);
  return element("p", "antwort__stand", teile.join(" · "));
}

function kern({ kern: aussage }) {
  if (!aussage) return [];
  return [
    element("h2", "antwort__satz", aussage.satz),
    aussage.zahl && element("p", "antwort__zahl", aussage.zahl),
    aussage.nachsatz && element("p", "antwort__nachsatz", aussage.nachsatz),
    aussage.summen.length && summen(aussage.summen),
  ];
}

export function summen(zeilen) {
  const tabelle = element("table", "antwort__summen");
  const kopf = element("caption", "nur-vorlesen", "Aufstellung");
  const rumpf = element("tbody");
  for (const { name, anzeige, norm } of zeilen) {
    const zeile = element("tr");
    const erste = element("th", "", name);
    erste.scope = "row";
    if (norm) erste.append(" ", element("small", "norm", norm));
    zeile.append(erste, element("td", "rechts", anzeige));
    rumpf.append(zeile);
  }
  tabelle.append(kopf, rumpf);
  return tabelle;
}

export function abschnitt(titel, eintraege, baue, klasse = "") {
  if (!eintraege?.length) return null;
  const teil = element("section", "antwort__abschnitt");
  const liste = element("ul", klasse);
  liste.append(...eintraege.map(baue));
  teil.append(element("h3", "", titel), liste);
  return teil;
}

const URTEIL = { true: "Erfüllt", false: "Nicht erfüllt", null: "Nicht bekannt" };
const URTEILSKLASSE = { true: "ja", false: "nein", null: "offen" };

export function voraussetzung({ name, erfuellt, begruendung, norm, seite }) {
  const punkt = element("li", `voraussetzung voraussetzung--${URTEILSKLASSE[erfuellt]}`);
  const kopf = element("p");
  kopf.append(element("strong", "", `${URTEIL[erfuellt]}: ${name}`));
  const grund = element("p", "", `${begruendung} `);
  grund.append(element("small", "norm", norm), mehr(seite, name));
  punkt.append(kopf, grund);
  return punkt;
}

function gegenprobe({ text, seite }) {
  const punkt = element("li", "", text);
  punkt.append(mehr(seite));
  return punkt;
}

export function termin({ name, am, text, seite }) {
  const punkt = element("li");
  punkt.append(element("strong", "", `${tag(am)}: ${name}`), ` ${text}`, mehr(seite, name));
  return punkt;
}

function aufklappbar(satz, glieder) {
  const kasten = element("details");
  const liste = element("ul");
  liste.append(...glieder.map((glied) => element("li", "", glied)));
  kasten.append(element("summary", "", satz), liste);
  return kasten;
}

const LANGE_LISTE = 4; // so viele Glieder einer Aufzählung klappen zu

export function hinweis({ art, text, seite }) {
  const punkt = element("li", `hinweis hinweis--${art}`);
  const [anfang, rest = ""] = text.split(/: (.*)/s);
  const glieder = rest.split("; ");
  if (glieder.length < LANGE_LISTE) punkt.textContent = text;
  else punkt.append(aufklappbar(`${anfang}.`, glieder));
  punkt.append(mehr(seite));
  return punkt;
}

export function rechenweg({ rechenweg: schritte, werte_stand: werteStand }, bei = "") {
  if (!schritte?.length) return null;
  const kasten = element("details", "antwort__rechenweg");
  const liste = element("ol", "rechenweg");
  liste.append(...schritte.map((einer) => schritt(einer, werteStand)));
  kasten.append(element("summary", "", `Warum? Der Rechenweg in ${schritte.length} Schritten${bei}`), liste);
  return kasten;
}

function schritt({ name, formel, anzeige, rundung, grund, norm, seite, werte }, werteStand) {
  const punkt = element("li", "schritt");
  const formelzeile = element("p", "schritt__formel", formel);
  formelzeile.append(" = ", element("strong", "schritt__wert", anzeige));
  if (rundung) formelzeile.append(element("small", "", ` (${rundung})`));
  const fuss = element("p", "schritt__norm", norm);
  if (werte?.some((wert) => wert.gueltig_ab === werteStand)) fuss.append(` · Werte ab ${tag(werteStand)}`);
  fuss.append(mehr(seite, name));
  punkt.append(element("p", "schritt__name", name), formelzeile);
  if (grund) punkt.append(element("p", "", grund));
  punkt.append(fuss);
  return punkt;
}

// Wer sich die Verweise einer Seite vorlesen lässt, hört auch, was erklärt wird.
function mehr(seite, was = "") {
  if (!seite) return "";
  const ziel = verweis(seite, "Erklärung");
  if (was) ziel.append(element("span", "nur-vorlesen", `: ${was}`));
  const rahmen = element("span", "mehr", " ");
  rahmen.append(ziel);
  return rahmen;
}

function fehlerkarte({ fehler }) {
  const karte = element("section", "antwort__fehler");
  karte.append(
    element("h2", "antwort__satz", "Hier ist etwas schiefgegangen"),
    ...fehler.map(({ meldung }) => element("p", "", meldung)),
    element("p", "", "Ihre Angaben sind noch da. Passiert es wieder, laden Sie die Seite neu."),
    nochEinmal(),
  );
  return karte;
}

function nochEinmal() {
  const knopf = element("button", "knopf", "Noch einmal berechnen");
  knopf.type = "button";
  knopf.addEventListener("click", () => knopf.closest(".rechner").querySelector("form").requestSubmit());
  return knopf;
}

export function tag(iso) {
  const [jahr, monat, tagImMonat] = iso.split("-").map(Number);
  return new Intl.DateTimeFormat("de-AT", { dateStyle: "long" }).format(new Date(jahr, monat - 1, tagImMonat));
}
