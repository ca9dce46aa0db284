// Monate: das Geld der nächsten Monate, Leistung über Leistung gestapelt.

import { figur } from "./figur.js";
import { ACHSENRAUM, balken, linie, schrift } from "./svg.js";

const HOEHE = 200;
const KOPF = 10;
const FUSS = 40;
const FUELLE = 0.82; // so viel seiner Spalte nimmt ein Balken ein
const STUFEN = [100, 200, 250, 500, 1000, 2000, 2500, 5000];
const LEGENDE = {
  arbeitslosengeld: "Arbeitslosengeld",
  notstandshilfe: "Notstandshilfe",
  mindestsicherung: "Mindestsicherung",
  mietbeihilfe: "Mietbeihilfe",
};
const EURO = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 0 });

export function monate(daten) {
  const vorhanden = Object.keys(LEGENDE).filter((art) => daten.some(({ teile }) => teile.some((teil) => teil.art === art)));
  return figur({
    titel: `Die nächsten ${daten.length} Monate`,
    beschreibung: `Geld je Monat vom ${daten[0].titel} bis ${daten.at(-1).titel}, nach Leistungen gestapelt. ` +
      `Im ersten Monat ${daten[0].anzeige}, im zweiten ${daten[1].anzeige}, im letzten ${daten.at(-1).anzeige}.`,
    zeichne: (muster) => zeichne(daten, muster),
    legende: vorhanden.map((art) => ({ art, text: LEGENDE[art] })),
    fussnote: fussnote(daten),
    kopf: ["Monat", ...vorhanden.map((art) => LEGENDE[art]), "Zusammen", "Anmerkung"],
    zeilen: daten.map((monat) => [
      monat.titel,
      ...vorhanden.map((art) => monat.teile.find((teil) => teil.art === art)?.anzeige ?? "–"),
      monat.offen ? "nicht bekannt" : monat.anzeige,
      anmerkung(monat),
    ]),
  });
}

function fussnote(daten) {
  const saetze = ["Geld für den jeweiligen Monat; das AMS zahlt es Anfang des nächsten aus."];
  if (daten.some(({ werte_von: von }) => von)) saetze.push("Mit * gekennzeichnete Monate rechnen mit den letzten bekannten Beträgen.");
  if (daten.some(({ offen, ergaenzung_offen: teilweise }) => offen || teilweise)) saetze.push("„?“ heißt: nicht alles ist bekannt.");
  return saetze.join(" ");
}

function anmerkung({ ohne_geld: ohne, offen, ergaenzung_offen: teilweise, werte_von: von }) {
  const teile = ohne.map(({ titel, tage }) => `${titel}: ${tage} ${tage === 1 ? "Tag" : "Tage"} ohne Geld vom AMS`);
  if (offen) teile.push("Es fehlen Angaben");
  if (teilweise) teile.push("Mindestsicherung für den angebrochenen Monat nicht gerechnet");
  if (von) teile.push(`mit Beträgen von ${von.slice(0, 4)}`);
  return teile.join("; ") || "–";
}

function zeichne(daten, muster) {
  const spitze = Math.max(...daten.map(({ gesamt }) => Number(gesamt)), 1);
  const schritt = STUFEN.find((stufe) => spitze / stufe <= 4) ?? 10_000;
  const oben = Math.ceil(spitze / schritt) * schritt;
  const y = (betrag) => KOPF + HOEHE - (betrag / oben) * HOEHE;
  const formen = [];
  for (let betrag = 0; betrag <= oben; betrag += schritt) {
    formen.push(linie("0%", y(betrag), "100%", y(betrag), "hilfslinie"));
    if (betrag) formen.push(schrift(`${EURO.format(betrag)} €`, 0, y(betrag) + 14, "bildtext--klein"));
  }
  const breite = (1 - ACHSENRAUM) / daten.length;
  const saeulen = daten.flatMap((monat, stelle) => saeule(monat, ACHSENRAUM + stelle * breite, breite, y, muster));
  formen.push(...saeulen, ...jahre(daten, breite), linie("0%", y(0), "100%", y(0), "achse"));
  return { hoehe: KOPF + HOEHE + FUSS, formen };
}

function saeule(monat, links, breite, y, muster) {
  const [von, bis] = [links + (breite * (1 - FUELLE)) / 2, links + (breite * (1 + FUELLE)) / 2];
  const formen = [];
  let bisher = 0;
  for (const { art, betrag } of monat.teile) {
    const oben = y(bisher + Number(betrag));
    formen.push(balken(von, bis, oben, Math.max(y(bisher) - oben, 0.5), art, muster));
    bisher += Number(betrag);
  }
  const mitte = links + breite / 2;
  if (monat.offen || monat.ergaenzung_offen) formen.push(schrift("?", mitte, y(bisher) - 4, "bildtext--stark", "middle"));
  else if (monat.werte_von) formen.push(schrift("*", mitte, y(bisher) - 1, "bildtext--klein", "middle"));
  return formen;
}

// Unter der Achse: die Zahl des Monats, unter dem ersten und jedem Jänner das Jahr.
function jahre(daten, breite) {
  return daten.flatMap(({ monat }, stelle) => {
    const [jahr, nummer] = monat.split("-").map(Number);
    const links = ACHSENRAUM + stelle * breite;
    const formen = stelle % 2 === 0 || daten.length <= 12 ? [schrift(String(nummer), links + breite / 2, KOPF + HOEHE + 15, "bildtext--winzig", "middle")] : [];
    if (stelle === 0 || nummer === 1) {
      const amRand = links > 0.88;
      formen.push(schrift(String(jahr), amRand ? 1 : links, KOPF + HOEHE + 34, "bildtext--klein", amRand ? "end" : "start"));
    }
    return formen;
  });
}
