// Sofortantwort: die Hauptfrage aus einer kleinen Tafel, die das Rechenwerk beim Bau gerechnet hat (calculators/sofort).
// Hier wird nur nachgeschlagen. Steht im Formular etwas, das nicht genau in die Tafel passt, kommt keine Antwort.

const BETRAG = /^(?:\d{1,9}|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d{1,2})?$/;
const TAG = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/**
 * Die Antwort auf diese Angaben als Satzteil, oder undefined.
 * @param tafel {felder, muster, spanne, zusatz, faellt, standard, abschnitte}
 */
export function schlageNach(tafel, angaben) {
  const { stichtag, ...rest } = angaben;
  const tag = alsTag(stichtag);
  const abschnitt = tag && tafel.abschnitte.find(({ von, bis }) => von <= tag && tag <= bis);
  if (!abschnitt) return undefined;
  const betraege = tafel.felder.map((feld) => rest[feld]);
  for (const feld of tafel.felder) delete rest[feld];
  const gesucht = kern(rest, tafel.standard);
  const zeile = abschnitt.zeilen.find((eine) => eine.angaben.some((fall) => kern(fall, tafel.standard) === gesucht));
  if (!zeile) return undefined;
  if (betraege.every((betrag) => betrag === undefined)) return zeile.leer === null ? undefined : genau(tafel, abschnitt, zeile.leer);
  return anDerStelle(tafel, abschnitt, zeile, betraege.map(alsCent));
}

function anDerStelle(tafel, abschnitt, zeile, cent) {
  if (cent.includes(undefined)) return undefined;
  const [erste] = abschnitt.stellen;
  const unten = erste.findIndex((_, nummer) => !(erste[nummer + 1] <= cent[0])); // die letzte, die nicht darüber liegt
  const auf = (stelle) => abschnitt.stellen.every((werte, feld) => werte[stelle] === cent[feld]);
  if (auf(unten)) return genau(tafel, abschnitt, zeile.antworten[unten]);
  const dazwischen = abschnitt.stellen.every(
    (werte, feld) => werte[unten] <= cent[feld] && cent[feld] <= werte[unten + 1],
  );
  const stufe = erste[unten + 1] - erste[unten] === 1; // hier springt die Antwort; was genau gilt, weiß nur das Rechenwerk
  if (!dazwischen || stufe) return undefined;
  const nachbarn = [zeile.antworten[unten], zeile.antworten[unten + 1]];
  return spanne(tafel, abschnitt, tafel.faellt ? nachbarn.reverse() : nachbarn);
}

function genau({ muster, zusatz }, { saetze }, antwort) {
  if (typeof antwort === "number") return saetze[antwort];
  const [betrag, imMonat] = antwort.split("|");
  return [setze(muster, betrag), imMonat && setze(zusatz, imMonat)].filter(Boolean).join(", ");
}

// Zwischen zwei Stellen nennt die Antwort beide Nachbarn; sind sie gleich, ist sie nur voraussichtlich diese.
function spanne(tafel, { saetze }, [kleiner, groesser]) {
  if (typeof kleiner === "number") return `voraussichtlich: ${saetze[kleiner]}`;
  const [von, bis] = [kleiner, groesser].map((antwort) => antwort.split("|")[0]);
  return von === bis ? `voraussichtlich ${setze(tafel.muster, von)}` : setze(tafel.spanne, von, bis);
}

function setze(muster, ...texte) {
  return muster.replaceAll("{}", () => texte.shift());
}

// Angaben ohne das Vorgewählte, in fester Reihenfolge.
function kern(angaben, standard) {
  const eigene = Object.entries(angaben).filter(([feld, wert]) => wert !== standard[feld]);
  return JSON.stringify(eigene.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function alsCent(text) {
  if (typeof text !== "string" || !BETRAG.test(text)) return undefined;
  const [ganze, teile = ""] = text.replaceAll(".", "").split(",");
  return Number(ganze + teile.padEnd(2, "0"));
}

function alsTag(text) {
  const [, tag, monat, jahr] = TAG.exec(text ?? "") ?? [];
  if (!jahr) return undefined;
  const iso = `${jahr}-${monat.padStart(2, "0")}-${tag.padStart(2, "0")}`;
  const datum = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(datum.valueOf()) && datum.toISOString().startsWith(iso) ? iso : undefined;
}

/** Aus der Datei eine Tafel; undefined, wenn sie nicht zu diesem Rechenwerk gehört. */
export function tafelAus(inhalt, dateien) {
  const namen = inhalt.zu.every((name) => Object.values(dateien).some((adresse) => adresse.endsWith(`/${name}`)));
  if (!namen) return undefined;
  const abschnitte = inhalt.abschnitte.map((abschnitt) => ({ ...abschnitt, stellen: abschnitt.stellen.map(summiert) }));
  return { ...inhalt, abschnitte };
}

function summiert(abstaende) {
  let stelle = 0;
  return abstaende.map((abstand) => (stelle += abstand));
}
