// Fall: die Angaben samt Ergebnis als Datei, zum Aufheben und Weitergeben. Jede geöffnete Datei gilt als fremd.

const ART = "wegweiser-fall";
const FASSUNG = 1;
const HOECHSTENS_BYTES = 200_000;

export function alsFall(rechner, angaben, ergebnis) {
  const gespeichert = new Date().toLocaleDateString("sv-SE");
  const bild = { art: ART, fassung: FASSUNG, rechner, gespeichert, angaben, ergebnis: kurz(ergebnis) };
  return { name: `${rechner}-${gespeichert}.json`, text: JSON.stringify(bild, null, 2), typ: "application/json" };
}

function kurz(ergebnis) {
  if (!ergebnis?.kern) return null;
  const { art, stichtag, werte_stand: werteStand, kern } = ergebnis;
  return { art, stichtag, werte_stand: werteStand, satz: kern.satz, zahl: kern.zahl };
}

/** Liest eine Datei; liefert {angaben, damals, meldungen} oder nur {meldungen}, wenn nichts zu retten ist. */
export async function ausFall(datei, rechner) {
  if (datei.size > HOECHSTENS_BYTES) return nichts("Diese Datei ist zu groß. Gespeicherte Fälle sind kleiner.");
  let bild;
  try {
    bild = JSON.parse(await datei.text());
  } catch {
    return nichts("Diese Datei ist beschädigt oder kein gespeicherter Fall.");
  }
  if (bild?.art !== ART || !istObjekt(bild.angaben)) return nichts("Diese Datei ist kein gespeicherter Fall.");
  if (bild.rechner !== rechner) {
    return nichts("Diese Datei gehört zu einem anderen Rechner. Öffnen Sie sie dort.");
  }
  return { angaben: bild.angaben, damals: text(bild.ergebnis?.zahl), meldungen: [...pruefe(bild)] };
}

function* pruefe({ fassung }) {
  if (typeof fassung !== "number") yield "Der Datei fehlt ihre Fassung. Prüfen Sie die Angaben.";
  else if (fassung > FASSUNG) {
    yield "Die Datei stammt von einer neueren Fassung dieser Seite. Eingetragen ist, was diese Fassung kennt. " +
      "Laden Sie die Seite neu, um die neue Fassung zu bekommen.";
  }
}

function nichts(meldung) {
  return { meldungen: [`${meldung} Ihre Angaben im Formular sind unverändert.`] };
}

function istObjekt(wert) {
  return typeof wert === "object" && wert !== null && !Array.isArray(wert);
}

function text(wert) {
  return typeof wert === "string" ? wert.slice(0, 100) : undefined;
}
