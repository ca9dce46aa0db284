// Leiste: „Mitnehmen“ unter der Antwort: Verweis, Datei, Kalender, Papier.

import { element } from "../bauen.js";
import { druckblatt } from "./druckblatt.js";
import { alsFall } from "./fall.js";
import { ladeHerunter } from "./herunterladen.js";
import { alsKalender } from "./kalender.js";
import { alsVerweis } from "./verweis.js";

/** Der Abschnitt „Mitnehmen“ zu einer Antwort und das Blatt für den Druck. */
export function mitnehmen({ rechner, formular }, angaben, ergebnis) {
  const verweis = alsVerweis(angaben);
  const teil = element("section", "antwort__abschnitt mitnehmen");
  const meldung = element("div", "mitnehmen__meldung");
  meldung.setAttribute("role", "status");
  const knoepfe = element("p", "knoepfe");
  const moegliche = ergebnis.abschnitte?.map(({ enden }) => enden[0].termine) ?? [ergebnis.termine];
  const termine = moegliche.find((liste) => liste?.length);
  knoepfe.append(
    knopf("Drucken", () => print()),
    knopf("Verweis kopieren", () => kopiere(verweis, meldung)),
    knopf("Als Datei speichern", () => ladeHerunter(alsFall(rechner, angaben, ergebnis))),
  );
  if (termine) {
    knoepfe.append(knopf("Termine als Kalenderdatei speichern", () => ladeHerunter(alsKalender(rechner, termine))));
  }
  const hinweis = element("p", "hilfe", "Verweis und Datei enthalten Ihre Angaben. Wer sie hat, kann sie lesen; kein Server bekommt sie.");
  teil.append(element("h3", "", "Mitnehmen"), knoepfe, hinweis, meldung);
  return [teil, druckblatt(formular, verweis)];
}

async function kopiere(verweis, meldung) {
  try {
    await navigator.clipboard.writeText(verweis);
    meldung.replaceChildren("Kopiert. Öffnet man den Verweis, stehen die Angaben im Formular.");
  } catch {
    zeigeZumMarkieren(verweis, meldung);
  }
}

// Der Browser lässt das Kopieren nicht zu: Dann steht der Verweis markiert da.
function zeigeZumMarkieren(verweis, meldung) {
  const feld = element("textarea", "mitnehmen__verweis");
  feld.readOnly = true;
  feld.rows = 3;
  feld.value = verweis;
  feld.setAttribute("aria-label", "Verweis mit Ihren Angaben");
  meldung.replaceChildren(element("p", "", "Ihr Browser erlaubt das Kopieren nicht. Kopieren Sie den Verweis selbst:"), feld);
  feld.select();
}

function knopf(text, tue) {
  const teil = element("button", "knopf knopf--klein", text);
  teil.type = "button";
  teil.addEventListener("click", tue);
  return teil;
}
