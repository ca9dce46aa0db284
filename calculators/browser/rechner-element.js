// Ein Rechner auf der Seite: nimmt Angaben entgegen, lässt rechnen, zeigt die Antwort.

import { zeigeAntwort } from "./antwort.js";
import { liesAngaben, richteFelderEin, setzeStichtag } from "./eingaben.js";
import { zeigeFehler } from "./fehlerliste.js";

export function richteEin(element, { rechne, beobachteLaden }) {
  const teile = {
    rechner: element.dataset.rechner,
    formular: element.querySelector("form"),
    fehlerliste: element.querySelector(".fehlerliste"),
    ladezeile: element.querySelector(".ladezeile"),
    antwort: element.querySelector(".antwort"),
  };
  const zustand = { lauf: 0 };

  richteFelderEin(teile.formular);
  setzeStichtag(teile.formular);
  beobachteLaden((meldung) => sage(teile.ladezeile, meldung));
  teile.formular.addEventListener("submit", (ereignis) => {
    ereignis.preventDefault();
    berechne(teile, zustand, rechne);
  });
  teile.formular.addEventListener("input", () => veralte(teile));
  teile.formular.addEventListener("reset", () => setTimeout(() => leere(teile, zustand)));
}

async function berechne(teile, zustand, rechne) {
  const lauf = ++zustand.lauf;
  sage(teile.ladezeile, "Wird berechnet …");
  try {
    const ergebnis = await rechne({
      rechner: teile.rechner,
      angaben: liesAngaben(teile.formular),
    });
    if (lauf === zustand.lauf) zeige(teile, ergebnis);
  } catch (fehler) {
    console.error(fehler);
    if (lauf === zustand.lauf) zeige(teile, ausfall(fehler));
  }
}

function zeige(teile, ergebnis) {
  sage(teile.ladezeile, "");
  const gefunden = zeigeFehler(teile.formular, teile.fehlerliste, ergebnis);
  teile.antwort.hidden = gefunden;
  if (gefunden) return;
  zeigeAntwort(teile.antwort, ergebnis);
  teile.antwort.classList.remove("antwort--alt");
  teile.antwort.focus();
}

// Der Worker ist ausgefallen: auch das ist eine Antwort in Worten.
function ausfall(fehler) {
  const meldung = fehler?.fuerMenschen ?? "Das Rechenwerk antwortet nicht.";
  return { art: "fehler", fehler: [{ feld: "", meldung }] };
}

function veralte(teile) {
  if (teile.antwort.hidden || teile.antwort.classList.contains("antwort--alt")) return;
  teile.antwort.classList.add("antwort--alt");
  sage(teile.ladezeile, "Sie haben Angaben geändert. „Berechnen“ rechnet neu.");
}

function leere(teile, zustand) {
  zustand.lauf += 1;
  zeigeFehler(teile.formular, teile.fehlerliste, { art: "ergebnis", fehler: [] });
  teile.antwort.hidden = true;
  teile.antwort.replaceChildren();
  sage(teile.ladezeile, "");
  richteFelderEin(teile.formular);
  setzeStichtag(teile.formular);
}

function sage(zeile, text) {
  if (zeile.textContent !== text) zeile.textContent = text;
}
