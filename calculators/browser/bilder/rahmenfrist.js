// Rahmenfrist: der Zeitraum, der zählt, und was in ihm liegt.

import { figur } from "./figur.js";
import { beschriftet } from "./zeitleiste.js";
import { balken, linie, prozent, schrift } from "./svg.js";
import { Zeitachse, kurz, spanne } from "./zeit.js";

const KOPF = 62;
const ZEILE = 46;
const ACHSE = 26;
const LEGENDE = [
  { art: "zaehlt", text: "zählt als versichert" },
  { art: "verlaengert", text: "verlängert die Rahmenfrist" },
  { art: "keine", text: "nicht versichert" },
];

export function rahmenfrist(daten) {
  const achse = new Zeitachse(daten.von, daten.bis);
  const darin = daten.anteile.filter(({ bis, von }) => bis >= daten.von && von <= daten.bis);
  const verlaengert = daten.ohne_verlaengerung_von > daten.von;
  return figur({
    titel: `Ihre Rahmenfrist: ${spanne(daten.von, daten.bis)}`,
    beschreibung: beschreibung(daten, verlaengert),
    zeichne: (muster) => zeichne(daten, darin, verlaengert, achse, muster),
    legende: LEGENDE.filter(({ art }) => daten.abschnitte.some(({ wirkung }) => wirkung === art)),
    fussnote: verlaengert ? `Ohne Verlängerung würde sie erst am ${kurz(daten.ohne_verlaengerung_von)} beginnen (gestrichelt).` : "",
    kopf: ["Zeit", "Von", "Bis", "Tage gezählt", "Tage verlängernd", "Warum"],
    zeilen: daten.anteile.map((anteil) => [
      anteil.bezeichnung, kurz(anteil.von), kurz(anteil.bis), String(anteil.tage_gezaehlt), String(anteil.tage_verlaengernd), anteil.grund,
    ]),
    tabellenname: "Zeiten in der Rahmenfrist",
  });
}

function beschreibung({ regel, wochen, noetig_wochen: noetig, tage_gezaehlt: tage, tage_verlaengernd: mehr }, verlaengert) {
  const laenger = verlaengert ? ` ${mehr} Tage verlängern die Rahmenfrist.` : "";
  return `${tage} Tage zählen, das sind ${wochen} Wochen; nötig sind ${noetig} (${regel}).${laenger}`;
}

function zeichne(daten, darin, verlaengert, achse, muster) {
  const unten = KOPF + darin.length * ZEILE;
  const formen = [];
  for (const { anteil, text } of achse.striche()) {
    formen.push(linie(prozent(anteil), 18, prozent(anteil), unten, "hilfslinie"), beschriftet(text, anteil, unten + 18));
  }
  formen.push(schrift(`${daten.wochen} Wochen zählen, nötig sind ${daten.noetig_wochen}`, 0, 14, "bildtext--stark"));
  for (const { von, bis, wirkung } of daten.abschnitte) {
    formen.push(balken(achse.beginn(von), achse.ende(bis), 22, 24, wirkung, muster));
  }
  if (verlaengert) {
    const x = prozent(achse.beginn(daten.ohne_verlaengerung_von));
    formen.push(linie(x, 18, x, unten, "marke"));
  }
  darin.forEach((anteil, stelle) => {
    const oben = KOPF + stelle * ZEILE;
    const art = anteil.tage_gezaehlt ? "zaehlt" : anteil.tage_verlaengernd ? "verlaengert" : "keine";
    formen.push(
      schrift(gekuerzt(anteil.bezeichnung), 0, oben + 14, "bildtext--klein"),
      balken(achse.beginn(anteil.von), achse.ende(anteil.bis), oben + 20, 12, art, muster),
    );
  });
  return { hoehe: unten + ACHSE, formen };
}

function gekuerzt(text) {
  return text.length > 42 ? `${text.slice(0, 41)}…` : text;
}
