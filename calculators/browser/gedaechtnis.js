// Gedächtnis: was von den Angaben bleibt. Ohne Zutun nur in diesem Tab (history.state, fürs Neuladen und Zurück);
// auf Wunsch auf diesem Gerät (localStorage); an einem gemeinsamen Gerät gar nichts.

const FASSUNG = 1;
const NIE = { weise: "tab", stand: undefined };

export function schluessel(rechner) {
  return `wegweiser-rechner-${rechner}`;
}

/** Was vom letzten Mal da ist: {weise, stand}; stand ist {angaben, gerechnet} oder undefined. */
export function erinnere(rechner) {
  const hier = ordentlich(history.state?.wegweiser?.[rechner]);
  const gemerkt = vomGeraet(rechner);
  if (gemerkt) return { weise: "geraet", stand: hier ?? gemerkt };
  return hier ? { weise: "tab", stand: hier } : NIE;
}

/** Hält den Stand fest, wie es die Weise erlaubt; wirft, wenn der Browser das Merken auf dem Gerät verweigert. */
export function merke(rechner, stand, weise) {
  if (weise === "gemeinsam") return;
  imTab(rechner, stand);
  if (weise === "geraet") localStorage.setItem(schluessel(rechner), JSON.stringify({ fassung: FASSUNG, ...stand }));
}

export function vergiss(rechner) {
  imTab(rechner, undefined);
  vergissAufGeraet(rechner);
}

export function vergissAufGeraet(rechner) {
  try {
    localStorage.removeItem(schluessel(rechner));
  } catch {
    // Wo nichts gespeichert werden darf, ist auch nichts da.
  }
}

function imTab(rechner, stand) {
  const wegweiser = { ...history.state?.wegweiser, [rechner]: stand };
  try {
    history.replaceState({ ...history.state, wegweiser }, "");
  } catch {
    // Manche Browser begrenzen, wie oft das geht; der nächste Stand kommt gleich.
  }
}

function vomGeraet(rechner) {
  try {
    const roh = JSON.parse(localStorage.getItem(schluessel(rechner)));
    return roh?.fassung === FASSUNG ? ordentlich(roh) : undefined;
  } catch {
    return undefined;
  }
}

function ordentlich(stand) {
  return stand && typeof stand.angaben === "object" && stand.angaben !== null ? stand : undefined;
}
