// Zeitleiste: jeder Abschnitt eine Zeile, von der Sperre bis zum Deckel.

import { figur } from "./figur.js";
import { balken, linie, prozent, schrift } from "./svg.js";
import { Zeitachse, kurz, spanne } from "./zeit.js";

const ZEILE = 58;
const ACHSE = 26;
const OFFEN_ANTEIL = 0.25; // so viel Platz bekommt ein Abschnitt, dessen Ende nicht feststeht
const OHNE_BETRAG = { sperre: "kein Geld vom AMS", ruhen: "kein Geld vom AMS" };

export function zeitleiste({ phasen, marken }) {
  const achse = new Zeitachse(frueheste(phasen), spaeteste(phasen));
  return figur({
    titel: "So geht es weiter",
    beschreibung: phasen.map(({ titel, von, bis, betrag }) => `${titel}: ${spanne(von, bis)}${betrag ? `, ${betrag}` : ""}.`).join(" "),
    zeichne: (muster) => zeichne(phasen, marken, achse, muster),
    fussnote: phasen.some(({ art }) => art === "verlaengerung")
      ? "Notstandshilfe wird jeweils für einen Zeitraum bewilligt. Für die Zeit danach brauchen Sie einen neuen Antrag."
      : "",
    kopf: ["Abschnitt", "Von", "Bis", "Betrag"],
    zeilen: phasen.map(({ art, titel, von, bis, betrag }) => [titel, kurz(von), bis ? kurz(bis) : "steht nicht fest", betrag ?? OHNE_BETRAG[art] ?? "nicht gerechnet"]),
  });
}

function zeichne(phasen, marken, achse, muster) {
  const unten = phasen.length * ZEILE;
  const formen = [];
  for (const { anteil, text } of achse.striche()) {
    formen.push(linie(prozent(anteil), 0, prozent(anteil), unten, "hilfslinie"), beschriftet(text, anteil, unten + 18));
  }
  for (const { am } of marken) {
    const x = prozent(achse.beginn(am));
    formen.push(linie(x, 0, x, unten, "marke"));
  }
  phasen.forEach((phase, stelle) => {
    const oben = stelle * ZEILE;
    const von = achse.beginn(phase.von);
    const bis = phase.bis ? achse.ende(phase.bis) : Math.min(von + OFFEN_ANTEIL, 1);
    const unter = [spanne(phase.von, phase.bis), phase.betrag].filter(Boolean).join(" · ");
    formen.push(
      schrift(phase.titel, 0, oben + 14, "bildtext--stark"),
      schrift(unter, 0, oben + 30, "bildtext--klein"),
      balken(von, bis, oben + 36, 14, phase.art, muster),
    );
    // Ein Balken, der irgendwo aufhört, sähe aus wie ein Ende.
    if (!phase.bis) formen.push(schrift("… Ende steht nicht fest", bis + 0.01, oben + 48, "bildtext--klein"));
  });
  return { hoehe: unten + ACHSE, formen };
}

// Am Rand richtet sich die Beschriftung nach innen, damit nichts abgeschnitten wird.
export function beschriftet(text, anteil, y) {
  const anker = anteil < 0.08 ? "start" : anteil > 0.92 ? "end" : "middle";
  return schrift(text, anteil, y, "bildtext--klein", anker);
}

function frueheste(phasen) {
  return phasen.map(({ von }) => von).sort()[0];
}

// Steht ein Ende nicht fest, bleibt hinter dem letzten Beginn Platz.
function spaeteste(phasen) {
  const enden = phasen.map(({ bis }) => bis).filter(Boolean);
  const letzterBeginn = phasen.map(({ von }) => von).sort().at(-1);
  const ende = enden.sort().at(-1);
  if (ende && phasen.every(({ bis }) => bis)) return ende;
  const [jahr, rest] = [Number(letzterBeginn.slice(0, 4)), letzterBeginn.slice(4)];
  const platz = `${jahr + 1}${rest === "-02-29" ? "-02-28" : rest}`;
  return ende && ende > platz ? ende : platz;
}
