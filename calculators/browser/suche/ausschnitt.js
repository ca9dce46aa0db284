// Der Ausschnitt unter einem Treffer: die Stelle des Textes mit den meisten gesuchten Wörtern, diese markiert.

import { stamm, zerteile } from "./worte.js";

const LAENGE = 220; // Zeichen
const TEIL = 4; // so lang muss ein Stamm sein, damit er auch mitten in einem Wort zählt

/** Stücke {text, marke}: zusammen der Ausschnitt; leer, wenn der Text leer ist. */
export function ausschnitt(text, staemme) {
  const stellen = markierte(text, staemme);
  const { von, bis } = fenster(text, stellen);
  const stuecke = [];
  let ort = von;
  const lege = (stueck, marke) => stueck && stuecke.push({ text: stueck.replaceAll("\n", " · "), marke });
  for (const stelle of stellen.filter((stelle) => stelle.von >= von && stelle.bis <= bis)) {
    lege(text.slice(ort, stelle.von), false);
    lege(text.slice(stelle.von, stelle.bis), true);
    ort = stelle.bis;
  }
  lege(text.slice(ort, bis), false);
  if (von > 0) stuecke.unshift({ text: "… ", marke: false });
  if (bis < text.length) stuecke.push({ text: " …", marke: false });
  return stuecke;
}

/** Alle Wörter des Textes, die gesucht sind oder ein gesuchtes enthalten. */
function markierte(text, staemme) {
  const lange = [...staemme].filter((form) => form.length >= TEIL);
  const trifft = (wort) => wort.split("-").some((teil) => staemme.has(stamm(teil))) || lange.some((form) => wort.includes(form));
  return zerteile(text).filter(({ wort }) => trifft(wort));
}

function fenster(text, stellen) {
  if (text.length <= LAENGE) return { von: 0, bis: text.length };
  let bestes = { von: 0, wert: 0 };
  for (const { von } of stellen) {
    const darin = stellen.filter((stelle) => stelle.von >= von && stelle.bis <= von + LAENGE * 0.8);
    const wert = new Set(darin.map(({ wort }) => stamm(wort))).size * 100 + darin.length;
    if (wert > bestes.wert) bestes = { von, wert };
  }
  const von = satzanfang(text, bestes.von);
  const ende = text.lastIndexOf(" ", von + LAENGE);
  return { von, bis: von + LAENGE >= text.length ? text.length : ende > von ? ende : von + LAENGE };
}

/** Der Anfang des Satzes oder Absatzes, sonst ein paar Wörter davor. */
function satzanfang(text, ort) {
  const davor = text.slice(Math.max(0, ort - 80), ort);
  const satz = Math.max(davor.lastIndexOf("\n"), davor.lastIndexOf(". "), davor.lastIndexOf("? "), davor.lastIndexOf(": "));
  if (satz >= 0) return ort - davor.length + satz + (davor[satz] === "\n" ? 1 : 2);
  if (ort <= 80) return 0;
  return ort - davor.length + davor.indexOf(" ") + 1;
}
