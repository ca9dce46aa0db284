// Kurve: wie die Leistung mit dem Einkommen fällt. Die Punkte rechnet das Rechenwerk, und erst auf Wunsch.

import { element } from "../bauen.js";
import { liesAngaben } from "../eingaben.js";
import { rechne } from "../verbindung.js";
import { figur } from "./figur.js";
import { ACHSENRAUM, form, linie, prozent, schrift } from "./svg.js";
import { beschriftet } from "./zeitleiste.js";

const HOEHE = 220;
const KOPF = 22;
const FUSS = 28;
const STUFEN = [50, 100, 200, 250, 500, 1000, 2000, 2500, 5000];
const EURO = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 0 });

/** Über welche Einkommen sich bei einem Rechner eine Kurve zeichnen lässt, mit dem Text auf dem Knopf. */
const ANGEBOT = {
  mindestsicherung: [["einkommen_monat", "Einkommen der Erwachsenen"]],
  notstandshilfe: [
    ["anderes_einkommen_monat", "anderes eigenes Einkommen"],
    ["erwerbseinkommen_monat", "Verdienst aus eigener Arbeit"],
    ["unterhalt_monat", "Unterhalt"],
  ],
};

export function kurvenangebot({ rechner }) {
  const angebot = ANGEBOT[rechner];
  if (!angebot) return null;
  const teil = element("section", "antwort__abschnitt kurve");
  const knoepfe = element("p", "knoepfe");
  const platz = element("div", "kurve__platz");
  platz.setAttribute("role", "status");
  for (const [feld, text] of angebot) {
    const knopf = element("button", "knopf knopf--klein", `Bild zeichnen: ${text}`);
    knopf.type = "button";
    knopf.addEventListener("click", () => zeichneAuf(platz, rechner, feld));
    knoepfe.append(knopf);
  }
  teil.append(element("h3", "", "Was, wenn sich das Einkommen ändert?"), knoepfe, platz);
  return teil;
}

async function zeichneAuf(platz, rechner, feld) {
  platz.replaceChildren(element("p", "", "Wird gezeichnet …"));
  const formular = platz.closest(".rechner").querySelector("form");
  try {
    const antwort = await rechne({ rechner, angaben: liesAngaben(formular), kurve: feld });
    platz.replaceChildren(antwort.kurve ? kurve(antwort.kurve) : meldungen(antwort));
  } catch (fehler) {
    platz.replaceChildren(element("p", "", fehler?.fuerMenschen ?? "Das Rechenwerk antwortet nicht."));
  }
}

function meldungen({ fehler }) {
  const liste = element("ul");
  liste.append(...fehler.map(({ meldung }) => element("li", "", meldung)));
  return liste;
}

function kurve({ achse, punkte, eigener, schwelle, satz }) {
  const nun = `Bei Ihnen jetzt: ${eigener.einkommen_anzeige} Einkommen, ${eigener.betrag_anzeige} Leistung, zusammen ${eigener.zusammen_anzeige}.`;
  return figur({
    titel: "Einkommen und Leistung im Monat",
    beschreibung: `${satz} ${nun}`,
    zeichne: () => zeichne(punkte, eigener, schwelle),
    legende: [],
    fussnote: `${satz} ${nun} Durchgezogen ist die Leistung, gestrichelt Einkommen und Leistung zusammen.`,
    kopf: [achse, "Leistung", "Zusammen"],
    zeilen: punkte.map((punkt) => [punkt.einkommen_anzeige, punkt.betrag_anzeige, punkt.zusammen_anzeige]),
  });
}

function zeichne(punkte, eigener, schwelle) {
  const zahlen = punkte.map(({ einkommen, betrag, zusammen }) => [einkommen, betrag, zusammen].map(Number));
  const breit = zahlen.at(-1)[0] || 1;
  const hoch = Math.max(...zahlen.map(([, , zusammen]) => zusammen), 1);
  const [schrittX, schrittY] = [breit, hoch].map((wert) => STUFEN.find((stufe) => wert / stufe <= 4) ?? 10_000);
  const oben = Math.ceil(hoch / schrittY) * schrittY;
  const y = (betrag) => KOPF + HOEHE - (betrag / oben) * HOEHE;
  const x = (betrag) => ACHSENRAUM + (betrag / breit) * (1 - ACHSENRAUM);
  const formen = [];
  for (let betrag = 0; betrag <= oben; betrag += schrittY) {
    formen.push(linie("0%", y(betrag), "100%", y(betrag), "hilfslinie"));
    if (betrag) formen.push(schrift(`${EURO.format(betrag)} €`, 0, y(betrag) + 14, "bildtext--klein"));
  }
  for (let betrag = 0; betrag <= breit; betrag += schrittX) {
    formen.push(beschriftet(`${EURO.format(betrag)} €`, x(betrag), KOPF + HOEHE + 18));
  }
  formen.push(linien(zahlen, breit, oben));
  if (schwelle) formen.push(...senkrechte(x(Number(schwelle.einkommen)), `Schwelle ${schwelle.einkommen_anzeige}`, "marke"));
  const [hier, so] = [x(Number(eigener.einkommen)), y(Number(eigener.betrag))];
  formen.push(
    form("circle", { cx: prozent(hier), cy: so, r: 6, class: "punkt" }),
    schrift("Sie", Math.min(hier + 0.03, 0.97), so - 10, "bildtext--stark", hier > 0.9 ? "end" : "start"),
    linie("0%", y(0), "100%", y(0), "achse"),
  );
  return { hoehe: KOPF + HOEHE + FUSS, formen };
}

// Die Linien dehnen sich mit der Breite; ihre Strichstärke nicht (CSS: vector-effect).
function linien(zahlen, breit, oben) {
  const zug = (stelle) => zahlen.map((punkt) => `${((punkt[0] / breit) * 1000).toFixed(2)},${(1000 - (punkt[stelle] / oben) * 1000).toFixed(2)}`).join(" ");
  return form(
    "svg",
    { x: prozent(ACHSENRAUM), y: KOPF, width: prozent(1 - ACHSENRAUM), height: HOEHE, viewBox: "0 0 1000 1000", preserveAspectRatio: "none", overflow: "visible" },
    form("polyline", { points: zug(2), class: "linie linie--zusammen" }),
    form("polyline", { points: zug(1), class: "linie linie--leistung" }),
  );
}

function senkrechte(anteil, text, klasse) {
  const anker = anteil < 0.25 ? "start" : anteil > 0.75 ? "end" : "middle";
  return [linie(prozent(anteil), KOPF - 6, prozent(anteil), KOPF + HOEHE, klasse), schrift(text, anteil, KOPF - 10, "bildtext--klein", anker)];
}
