// Der Bestand: Verzeichnis, Seiten, Abschnitte und Synonyme, wie sie der Bau in eine Datei schreibt.

import { abstand } from "./abstand.js";
import { lade } from "./verzeichnis.js";
import { FUELLWOERTER, stamm, woerter, zerteile } from "./worte.js";

const FUGEN = ["", "s", "n"];
const KUERZESTES = 4; // ein kürzeres Wort gilt nie als vertippt
const MEISTE_FEHLER = 3;

/** Macht aus der gelesenen Datei {seiten, abschnitte, synonyme, verzeichnis} einen Bestand zum Suchen. */
export function oeffne(datei) {
  const verzeichnis = lade(datei.verzeichnis);
  const abschnitte = datei.abschnitte.map(([seite, anker, kopf]) => ({ seite, anker, kopf }));
  const seiten = datei.seiten.map(([adresse, titel, name, bereich]) => ({
    adresse,
    titel,
    name,
    bereich,
    art: adresse.split("/")[0],
  }));
  abschnitte.forEach(({ seite }, id) => (seiten[seite].erster ??= id));
  const bekannt = new Map();
  const kennt = (begriff) => {
    const schluessel = JSON.stringify(begriff);
    if (!bekannt.has(schluessel)) bekannt.set(schluessel, verzeichnis.search(begriff.wort, begriff).length > 0);
    return bekannt.get(schluessel);
  };
  // „Arbeitslosen Geld“: das Wort, das entsteht, wenn man zusammenschreibt, falls es eines gibt.
  const verbunden = (worte) => FUGEN.map((fuge) => stamm(worte.join(fuge))).find((wort) => kennt({ wort }));
  const ueberschriften = einmal(() => [...seiten.flatMap(({ titel, name }) => [titel, name]), ...abschnitte.map(({ kopf }) => kopf)]);
  const vorrat = einmal(() => new Set(ueberschriften().flatMap(woerter).filter((wort) => wort.length >= KUERZESTES)));
  // Was mit einem vertippten Wort gemeint ist: ein Wort aus einer Überschrift, sonst ein Stamm aus dem Text.
  const nahe = (wort, fehler) => {
    const form = stamm(wort);
    const staemme = verzeichnis.search(form, { fuzzy: fehler }).flatMap(({ terms }) => terms);
    return naechstes([...aehnliche(wort, vorrat(), stamm), ...aehnliche(form, staemme)], fehler);
  };
  return { verzeichnis, abschnitte, seiten, kennt, nahe, verbunden, folge: alsFolge, synonyme: alsWendungen(datei.synonyme) };
}

function aehnliche(wort, vorrat, alsStamm = (form) => form) {
  const moeglich = [...vorrat].filter((anderes) => Math.abs(anderes.length - wort.length) <= MEISTE_FEHLER);
  // Der erste Buchstabe stimmt fast immer.
  return moeglich.map((anderes) => ({ wort: alsStamm(anderes), fehler: abstand(wort, anderes) + (wort[0] === anderes[0] ? 0 : 1) }));
}

/** Das Wort mit den wenigsten Tippfehlern; bei Gleichstand das häufigere. */
function naechstes(moegliche, hoechstens) {
  const zahl = new Map();
  for (const { wort } of moegliche) zahl.set(wort, (zahl.get(wort) ?? 0) + 1);
  return moegliche
    .filter(({ fehler }) => fehler <= hoechstens)
    .sort((a, b) => a.fehler - b.fehler || zahl.get(b.wort) - zahl.get(a.wort))[0];
}

function einmal(rechne) {
  let wert;
  return () => (wert ??= rechne());
}

function alsWendungen(paare) {
  const wendungen = new Map();
  for (const [begriff, ziele] of paare.flatMap(([begriffe, ziele]) => begriffe.map((begriff) => [begriff, ziele]))) {
    const schluessel = zerteile(begriff).flatMap(({ wort }) => wort.split("-")).map(stamm).join(" ");
    wendungen.set(schluessel, [...(wendungen.get(schluessel) ?? []), ...ziele.map(alsFolge)]);
  }
  return wendungen;
}

function alsFolge(ziel) {
  const alle = zerteile(ziel).map(({ wort }) => wort.replaceAll("-", ""));
  const tragend = alle.filter((wort) => !FUELLWOERTER.has(wort));
  return (tragend.length > 0 ? tragend : alle).map(stamm);
}
