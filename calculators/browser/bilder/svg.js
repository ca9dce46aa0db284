// SVG: Zeichnen mit Anteilen der Breite („37.5%“), damit Schrift und Striche auf jedem Schirm gleich groß bleiben.

const NS = "http://www.w3.org/2000/svg";

/** Anteil der Breite, der links für die Beträge der senkrechten Achse frei bleibt. */
export const ACHSENRAUM = 0.17;

let zaehler = 0;

/** Eine Kennung, die es auf der Seite nur einmal gibt. */
export function kennung(wort) {
  zaehler += 1;
  return `bild-${wort}-${zaehler}`;
}

export function form(name, angaben = {}, ...kinder) {
  const knoten = document.createElementNS(NS, name);
  for (const [schluessel, wert] of Object.entries(angaben)) knoten.setAttribute(schluessel, wert);
  knoten.append(...kinder);
  return knoten;
}

export function prozent(anteil) {
  return `${Math.round(anteil * 10_000) / 100}%`;
}

/** Ein Balken von einem Anteil der Breite zum anderen; nie schmäler als ein Strich. */
export function balken(von, bis, y, hoehe, art, muster) {
  const breite = Math.max(bis - von, 0.004);
  return form("rect", {
    x: prozent(von), y, width: prozent(breite), height: hoehe, class: `balken balken--${art}`, ...muster.fuer(art),
  });
}

export function schrift(text, x, y, klasse = "", anker = "start") {
  return form("text", { x: typeof x === "number" ? prozent(x) : x, y, class: `bildtext ${klasse}`.trim(), "text-anchor": anker }, text);
}

export function linie(x1, y1, x2, y2, klasse) {
  return form("line", { x1, y1, x2, y2, class: klasse });
}

// Muster neben der Farbe: Wer Farben nicht unterscheidet oder grau druckt, sieht Streifen, Punkte und Gitter.
const MUSTER = {
  arbeitslosengeld: [],
  zaehlt: [],
  notstandshilfe: [["path", { d: "M0 8 8 0" }]],
  verlaengert: [["path", { d: "M0 8 8 0" }]],
  deckel: [["path", { d: "M0 8 8 0M0 0 8 8" }]],
  verlaengerung: [["path", { d: "M0 8 8 0" }]],
  mindestsicherung: [["circle", { cx: 2, cy: 2, r: 1.2 }], ["circle", { cx: 6, cy: 6, r: 1.2 }]],
  mietbeihilfe: [["path", { d: "M0 4H8" }]],
  sperre: [["path", { d: "M0 0 8 8" }]],
  ruhen: [["path", { d: "M4 0V8" }]],
};

export class Muster {
  constructor() {
    this.kennungen = new Map();
  }

  fuer(art) {
    if (!MUSTER[art]?.length) return {};
    if (!this.kennungen.has(art)) this.kennungen.set(art, kennung("muster"));
    return { fill: `url(#${this.kennungen.get(art)})` };
  }

  /** Die Vorlagen der Muster, die gebraucht wurden. */
  vorlagen() {
    const teile = [...this.kennungen].map(([art, id]) =>
      form(
        "pattern",
        { id, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
        form("rect", { width: 8, height: 8, class: `grund grund--${art}` }),
        ...MUSTER[art].map(([name, angaben]) => form(name, { ...angaben, class: `strich strich--${art}` })),
      ),
    );
    return form("defs", {}, ...teile);
  }
}
