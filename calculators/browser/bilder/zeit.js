// Zeit: legt Kalendertage auf eine Achse. Gerechnet wird nur die Lage im Bild; welche Tage gelten, sagt das Rechenwerk.

const TAG = 86_400_000;
const MONAT = 30.4; // Tage
const ABSTAND = 0.25; // der Breite; am Rand steht die Beschriftung nach innen und braucht mehr Platz

export function nummer(iso) {
  const [jahr, monat, tag] = iso.split("-").map(Number);
  return Date.UTC(jahr, monat - 1, tag) / TAG;
}

export function kurz(iso) {
  const [jahr, monat, tag] = iso.split("-").map(Number);
  return `${tag}.${monat}.${jahr}`;
}

export function spanne(von, bis) {
  return bis ? `${kurz(von)} – ${kurz(bis)}` : `ab ${kurz(von)}`;
}

export class Zeitachse {
  constructor(von, bis) {
    [this.von, this.bis] = [nummer(von), nummer(bis) + 1];
  }

  /** Der Anteil der Breite, an dem ein Tag beginnt. */
  beginn(iso) {
    return this.anteil(nummer(iso));
  }

  /** Der Anteil der Breite, an dem ein Tag endet. */
  ende(iso) {
    return this.anteil(nummer(iso) + 1);
  }

  anteil(tag) {
    return Math.min(Math.max((tag - this.von) / (this.bis - this.von), 0), 1);
  }

  /** Monatserste in gleichmäßigen Abständen, so weit auseinander, dass die Worte am Handy Platz haben: [{anteil, text}]. */
  striche() {
    const erster = new Date(this.von * TAG);
    const monate = [...this.monatserste(erster)];
    const breite = (n) => (n * MONAT) / (this.bis - this.von);
    const schritt = [1, 2, 3, 6, 12, 24, 36, 60, 120].find((n) => breite(n) >= ABSTAND) ?? 240;
    return monate.filter(({ index }) => index % schritt === 0).map(({ tag, text }) => ({ anteil: this.anteil(tag), text }));
  }

  *monatserste(erster) {
    let index = erster.getUTCFullYear() * 12 + erster.getUTCMonth();
    for (;;) {
      const tag = Date.UTC(Math.floor(index / 12), index % 12, 1) / TAG;
      if (tag >= this.bis) return;
      if (tag >= this.von) yield { index, tag, text: `${(index % 12) + 1}/${Math.floor(index / 12)}` };
      index += 1;
    }
  }
}
