// Spanne: „zwischen 1.800 und 2.100“ in einem Betragsfeld. Gerechnet wird zweimal, gezeigt wird beides.

const BETRAG = "(\\d[\\d.,\\s]*?)\\s*(?:€|EUR|Euro)?";
const SPANNE = new RegExp(`^\\s*(?:zwischen\\s+|von\\s+)?${BETRAG}\\s*(?:und|bis|[-–—])\\s*${BETRAG}\\s*$`, "i");

/** Die Enden einer Spanne als Text, wie getippt; oder undefined. */
export function enden(text) {
  const treffer = typeof text === "string" && SPANNE.exec(text);
  return treffer ? [treffer[1], treffer[2]] : undefined;
}

/**
 * Rechnet; steht in einem der Betragsfelder eine Spanne, für beide Enden.
 * Antwortet mit dem Ergebnis oder mit {art: "spanne", enden: [{wert, ergebnis}, {wert, ergebnis}]}.
 */
export async function rechneMitSpanne(rechne, anfrage, betragsfelder) {
  const gefunden = betragsfelder.filter((name) => enden(anfrage.angaben[name]));
  if (gefunden.length === 0) return rechne(anfrage);
  if (gefunden.length > 1) return zuViele(gefunden);
  const [name] = gefunden;
  const werte = enden(anfrage.angaben[name]);
  const ergebnisse = await Promise.all(
    werte.map((wert) => rechne({ ...anfrage, angaben: { ...anfrage.angaben, [name]: wert } })),
  );
  const falsch = ergebnisse.find(({ art }) => !["ergebnis", "kein_anspruch"].includes(art));
  if (falsch) return falsch;
  const [eins, zwei] = ergebnisse.map((ergebnis, stelle) => ({ wert: werte[stelle], ergebnis }));
  return { art: "spanne", feld: name, enden: zahl(eins.wert) <= zahl(zwei.wert) ? [eins, zwei] : [zwei, eins] };
}

function zuViele(felder) {
  const meldung = "Nur eine Angabe darf ungefähr sein. Tragen Sie die anderen genau ein.";
  return { art: "angaben_unvollstaendig", fehler: felder.map((feld) => ({ feld, meldung })) };
}

/** Zwei Anzeigen als eine: „34,10 € am Tag“ und „38,90 € am Tag“ werden „zwischen 34,10 € und 38,90 € am Tag“. */
export function vereint(eine, andere) {
  if (eine === andere) return eine;
  const ende = gemeinsamesEnde(eine, andere);
  const [a, b] = [eine, andere].map((text) => text.slice(0, text.length - ende.length));
  if (Number.isNaN(zahl(a)) || Number.isNaN(zahl(b))) return `${eine} oder ${andere}`;
  const [kleiner, groesser] = zahl(a) <= zahl(b) ? [a, b] : [b, a];
  return `zwischen ${kleiner} und ${groesser}${ende}`;
}

// Ab einem gewöhnlichen Leerzeichen; das geschützte zwischen Zahl und € trennt nicht.
function gemeinsamesEnde(eine, andere) {
  const worte = [eine, andere].map((text) => text.split(/(?= )/));
  let ende = "";
  while (worte[0].length > 1 && worte[1].length > 1 && worte[0].at(-1) === worte[1].at(-1)) {
    ende = worte[0].pop() + ende;
    worte[1].pop();
  }
  return ende;
}

// Nur zum Ordnen zweier Anzeigen; gerechnet wird damit nicht.
function zahl(text) {
  const ziffern = text.replace(/[\s\u00a0\u202f€]/g, "");
  return Number(/,|\.\d{3}(?!\d)/.test(ziffern) ? ziffern.replaceAll(".", "").replace(",", ".") : ziffern);
}
