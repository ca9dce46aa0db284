// Zusammengesetzte Wörter: „Mindestsicherungsantrag“ besteht aus „Mindestsicherung“ und „Antrag“.

import { FUELLWOERTER, stamm } from "./worte.js";

const KURZE_TEILE = new Set(["amt", "job", "orf", "ams", "tag", "weg", "arzt", "gas"]);
// Was vorne kein eigenes Wort ist (Unterlage, Gegenstand) und was hinten nur eine Endung ist (Studierende).
const KEIN_VORDERTEIL = /^(unter|uber|gegen|nach|wieder|weiter|zuruck|hinter|zwischen|durch|heraus|voraus)$/;
const KEIN_HINTERTEIL = /^(ende|enden|endes|innen|erinnen|gelt|mine|samt|liche?n?|schaft|schaften|bare?n?|lose?n?)$/;
const KLEINSTES = 4;

/**
 * Die Teile eines gefalteten Wortes als Stämme, von vorne nach hinten; leer, wenn es sich nicht ganz zerlegen lässt.
 * @param kennt sagt, ob es einen Stamm als eigenes Wort gibt
 */
export function zerlege(wort, kennt) {
  for (let ort = 3; ort <= wort.length - 3; ort++) {
    const hinten = teil(wort.slice(ort), kennt, KEIN_HINTERTEIL);
    if (!hinten) continue;
    const vorne = wort.slice(0, ort);
    const stueck = teil(vorne, kennt, KEIN_VORDERTEIL);
    if (stueck) return [stueck, hinten];
    const stuecke = zerlege(vorne, kennt);
    if (stuecke.length > 0) return [...stuecke, hinten];
  }
  return [];
}

/** Alle Teile samt den Teilen der Teile: „Mindest“, „Sicherung“, „Mindestsicherung“, „Antrag“. */
export function alleTeile(wort, kennt) {
  const teile = new Set();
  for (let ort = 3; ort <= wort.length - 3; ort++) {
    const vorne = teil(wort.slice(0, ort), kennt, KEIN_VORDERTEIL) || (zerlege(wort.slice(0, ort), kennt).length > 0 && "?");
    const hinten = teil(wort.slice(ort), kennt, KEIN_HINTERTEIL) || (zerlege(wort.slice(ort), kennt).length > 0 && "?");
    if (!vorne || !hinten) continue;
    for (const stueck of [vorne, hinten]) if (stueck !== "?") teile.add(stueck);
  }
  return [...teile];
}

/** Das längste bekannte Wort am Anfang und am Ende, wenn die Mitte fremd ist: „Säumnisbeschwerde“, „Mietzinsbeihilfe“. */
export function bekannteRaender(wort, kennt) {
  let [vorne, hinten, bis] = ["", "", wort.length];
  for (let ort = 1; ort < wort.length && !hinten; ort++) {
    hinten = teil(wort.slice(ort), kennt, KEIN_HINTERTEIL);
    if (hinten) bis = ort;
  }
  for (let ort = bis; ort > 0 && !vorne; ort--) vorne = teil(wort.slice(0, ort), kennt, KEIN_VORDERTEIL);
  return [vorne, hinten].filter(Boolean);
}

function teil(stueck, kennt, ausgenommen) {
  if (stueck.length < KLEINSTES && !KURZE_TEILE.has(stueck)) return "";
  if (ausgenommen.test(stueck) || FUELLWOERTER.has(stueck)) return "";
  const form = stamm(stueck);
  return form.length > 2 && kennt(form) ? form : "";
}
