// Spanne: „zwischen 1.800 und 2.100“ in einem Betragsfeld. Was dazwischen gilt, rechnet das Rechenwerk.

const BETRAG = "(\\d[\\d.,\\s]*?)\\s*(?:€|EUR|Euro)?";
const SPANNE = new RegExp(`^\\s*(?:zwischen\\s+|von\\s+)?${BETRAG}\\s*(?:und|bis|[-–—])\\s*${BETRAG}\\s*$`, "i");

/** Die Enden einer Spanne als Text, wie getippt; oder undefined. */
export function enden(text) {
  const treffer = typeof text === "string" && SPANNE.exec(text);
  return treffer ? [treffer[1], treffer[2]] : undefined;
}

/**
 * Rechnet; steht in einem der Betragsfelder eine Spanne, für alle Beträge dazwischen.
 * Antwortet mit dem Ergebnis oder mit {art: "spanne", abschnitte: [{von, bis, enden, kerne}]}: Innerhalb eines
 * Abschnitts sagt die Antwort dasselbe; `kerne` sind ihre Zahlen an vielen Stellen, auch der größten und kleinsten.
 */
export async function rechneMitSpanne(rechne, anfrage, betragsfelder) {
  const gefunden = betragsfelder.filter((name) => enden(anfrage.angaben[name]));
  if (gefunden.length === 0) return rechne(anfrage);
  if (gefunden.length > 1) return zuViele(gefunden);
  const [feld] = gefunden;
  const [von, bis] = enden(anfrage.angaben[feld]);
  const angaben = { ...anfrage.angaben, [feld]: von };
  const ergebnis = await rechne({ ...anfrage, angaben, spanne: { feld, bis } });
  return ergebnis.spanne ? { ...ergebnis, ...ergebnis.spanne, art: "spanne" } : ergebnis;
}

function zuViele(felder) {
  const meldung = "Nur eine Angabe darf ungefähr sein. Tragen Sie die anderen genau ein.";
  return { art: "angaben_unvollstaendig", fehler: felder.map((feld) => ({ feld, meldung })) };
}

/** Viele Anzeigen als eine: „34,10 € am Tag“ bis „38,90 € am Tag“ werden „zwischen 34,10 € und 38,90 € am Tag“. */
export function vereint(texte, [vor, zwischen] = ["zwischen ", " und "]) {
  const verschiedene = [...new Set(texte)];
  if (verschiedene.length === 1) return verschiedene[0];
  const ende = gemeinsamesEnde(verschiedene);
  const anfaenge = verschiedene.map((text) => text.slice(0, text.length - ende.length));
  if (anfaenge.some((anfang) => Number.isNaN(zahl(anfang)))) return `${verschiedene[0]} bis ${verschiedene.at(-1)}`;
  const geordnet = anfaenge.sort((a, b) => zahl(a) - zahl(b));
  return `${vor}${geordnet[0]}${zwischen}${geordnet.at(-1)}${ende}`;
}

// Ab einem gewöhnlichen Leerzeichen; das geschützte zwischen Zahl und € trennt nicht.
function gemeinsamesEnde(texte) {
  const worte = texte.map((text) => text.split(/(?= )/));
  const [erste] = worte;
  let ende = "";
  while (worte.every((teile) => teile.length > 1 && teile.at(-1) === erste.at(-1))) {
    ende = erste.at(-1) + ende;
    for (const teile of worte) teile.pop();
  }
  return ende;
}

// Nur zum Ordnen zweier Anzeigen; gerechnet wird damit nicht.
function zahl(text) {
  const ziffern = text.replace(/[\s\u00a0\u202f€]/g, "").replace(/^[−–]/, "-");
  return Number(/,|\.\d{3}(?!\d)/.test(ziffern) ? ziffern.replaceAll(".", "").replace(",", ".") : ziffern);
}
