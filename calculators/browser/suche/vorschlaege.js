// Vorschläge unter dem Suchfeld im Seitenkopf, während jemand tippt: eine gewöhnliche Liste von Verweisen.

import { element, verweis } from "./bauen.js";
import { suche } from "./suchen.js";

const HOECHSTENS = 6;
const MINDESTENS = 2; // Zeichen
const PAUSE_MS = 150;

export function richteVorschlaegeEin(formular, quelle) {
  const feld = formular.querySelector("input");
  const kasten = formular.querySelector(".suche__ergebnis");
  const stand = kasten.querySelector(".suche__stand");
  const liste = kasten.querySelector(".suche__treffer");
  let wecker;

  const schliesse = () => {
    clearTimeout(wecker);
    kasten.hidden = true;
    stand.textContent = "";
    liste.replaceChildren();
  };
  const zeige = async () => {
    const anfrage = feld.value.trim();
    if (anfrage.length < MINDESTENS) return schliesse();
    const bestand = await quelle.bestand();
    if (feld.value.trim() !== anfrage || !formular.contains(document.activeElement)) return;
    const { treffer } = suche(anfrage, bestand, { unfertig: true });
    const punkte = treffer.slice(0, HOECHSTENS).map((einer) => alsPunkt(verweis(einer, bestand)));
    if (treffer.length > HOECHSTENS) punkte.push(alsPunkt(alleTreffer(formular, anfrage, treffer.length)));
    kasten.hidden = false;
    stand.textContent = treffer.length === 0 ? `Nichts gefunden für „${anfrage}“` : zahlwort(Math.min(treffer.length, HOECHSTENS));
    liste.replaceChildren(...punkte);
  };

  feld.addEventListener("input", () => {
    clearTimeout(wecker);
    wecker = setTimeout(() => zeige().catch(schliesse), PAUSE_MS);
  });
  formular.addEventListener("keydown", (ereignis) => {
    if (ereignis.key !== "Escape" || kasten.hidden) return;
    ereignis.stopPropagation(); // das erste Escape schließt nur die Liste, nicht das Feld
    schliesse();
    feld.focus();
  }, true);
  formular.addEventListener("focusout", ({ relatedTarget }) => {
    if (!formular.contains(relatedTarget)) schliesse();
  });
  if (feld.value) zeige().catch(schliesse);
}

function zahlwort(zahl) {
  return zahl === 1 ? "1 Vorschlag" : `${zahl} Vorschläge`;
}

function alsPunkt(knoten) {
  const punkt = element("li");
  punkt.append(knoten);
  return punkt;
}

function alleTreffer(formular, anfrage, zahl) {
  const knoten = element("a", "suche__alle", `Alle ${zahl} Treffer zeigen`);
  const ziel = new URL(formular.action);
  ziel.search = new URLSearchParams({ q: anfrage });
  knoten.href = ziel;
  return knoten;
}
