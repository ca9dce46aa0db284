// Zeilen einer Liste: hinzufügen, entfernen (mit Rückweg), nach Datum ordnen.

import { element } from "./bauen.js";

let naechste = 0;

export function zeilen(feld) {
  return [...feld.querySelectorAll(":scope > .zeilen > .zeile")];
}

export function richteListenEin(formular) {
  for (const feld of listen(formular)) richteListeEin(feld);
}

// Vor dem Rechnen: Eine Meldung zur dritten Zeile soll die dritte meinen, die man sieht.
export function ordneAlle(formular) {
  for (const feld of listen(formular)) ordne(feld);
}

function listen(formular) {
  return [...formular.querySelectorAll("[data-art$=liste]")];
}

// Ohne Zahl: Wer viele Zeilen anfügt, zählt am Ende einmal.
export function fuegeZeileAn(feld) {
  const zeile = feld.querySelector(":scope > template").content.firstElementChild.cloneNode(true);
  const nummer = naechste++;
  for (const knoten of zeile.querySelectorAll("*")) {
    for (const { name, value } of [...knoten.attributes]) {
      if (value.includes("-#-")) knoten.setAttribute(name, value.replaceAll("-#-", `-${nummer}-`));
    }
  }
  feld.querySelector(":scope > .zeilen").append(zeile);
  return zeile;
}

export function leereListe(feld) {
  feld.querySelector(":scope > .zeilen").replaceChildren();
  melde(feld, "");
}

export function nummeriere(feld) {
  for (const [stelle, zeile] of zeilen(feld).entries()) {
    const name = `${feld.dataset.eintrag} ${stelle + 1}`;
    zeile.querySelector(".zeile__name").textContent = name;
    zeile.querySelector(".zeile__ruf").textContent = name;
  }
}

/** Ordnet die Zeilen nach ihrem Datum; was keines hat, bleibt am Ende. Wahr, wenn sich etwas bewegt hat. */
export function ordne(feld) {
  if (!feld.dataset.ordne) return false;
  const vorher = zeilen(feld);
  const nachher = [...vorher].sort((a, b) => schluessel(feld, a) - schluessel(feld, b));
  if (nachher.every((zeile, stelle) => zeile === vorher[stelle])) return false;
  feld.querySelector(":scope > .zeilen").append(...nachher);
  nummeriere(feld);
  return true;
}

export function melde(feld, text, ...weiteres) {
  feld.querySelector(":scope > .listenmeldung").replaceChildren(...[text, ...weiteres].filter(Boolean));
}

function richteListeEin(feld) {
  const liste = feld.querySelector(":scope > .zeilen");
  feld.querySelector(":scope > [data-tut=hinzufuegen]").addEventListener("click", () => {
    const zeile = fuegeZeileAn(feld);
    nummeriere(feld);
    geaendert(feld);
    zeile.querySelector("input, select").focus();
  });
  liste.addEventListener("click", ({ target }) => {
    if (target.closest("[data-tut=entfernen]")) entferne(feld, target.closest(".zeile"));
  });
  // Erst wenn der Fokus die ganze Liste verlassen hat: Sonst springt unter dem Finger weg, was man gerade antippt.
  liste.addEventListener("focusout", () =>
    nachDemTippen(() => {
      if (liste.contains(document.activeElement) || !document.hasFocus() || !ordne(feld)) return;
      melde(feld, "Nach Datum geordnet.");
      geaendert(feld);
    }),
  );
}

// Solange eine Taste der Maus gedrückt ist, bewegt sich nichts: Der Klick träfe sonst etwas anderes.
export function nachDemTippen(tue) {
  if (zeigerUnten) addEventListener("pointerup", () => setTimeout(tue), { once: true });
  else setTimeout(tue);
}

let zeigerUnten = false;
addEventListener("pointerdown", () => (zeigerUnten = true), true);
for (const ende of ["pointerup", "pointercancel"]) addEventListener(ende, () => (zeigerUnten = false), true);

function entferne(feld, zeile) {
  const name = zeile.querySelector(".zeile__name").textContent;
  const danach = zeile.nextElementSibling;
  const ziel = danach ?? zeile.previousElementSibling;
  const ausgefuellt = [...zeile.querySelectorAll("input, select")].some(({ value, type }) => value && type !== "radio");
  zeile.remove();
  nummeriere(feld);
  (ziel?.querySelector("[data-tut=entfernen]") ?? feld.querySelector(":scope > [data-tut=hinzufuegen]")).focus();
  melde(feld, `${name} entfernt. `, ausgefuellt && rueckweg(feld, zeile, danach));
  geaendert(feld);
}

function rueckweg(feld, zeile, danach) {
  const knopf = element("button", "knopf knopf--klein knopf--leise", "Rückgängig");
  knopf.type = "button";
  knopf.addEventListener("click", () => {
    const liste = feld.querySelector(":scope > .zeilen");
    liste.insertBefore(zeile, danach?.parentElement === liste ? danach : null);
    nummeriere(feld);
    melde(feld, "");
    geaendert(feld);
    zeile.querySelector("input, select").focus();
  });
  return knopf;
}

function geaendert(feld) {
  feld.dispatchEvent(new Event("input", { bubbles: true }));
}

// „1.3.2023“, „3.2023“ und „2023-03-01“ werden zu Zahlen wie 20230301; Unlesbares ordnet sich hinten ein.
function schluessel(feld, zeile) {
  const text = zeile.querySelector(`[data-feld="${feld.dataset.ordne}"] input`).value;
  const teile = text.match(/\d+/g) ?? [];
  const [jahr, monat = 0, tag = 0] = teile[0]?.length === 4 ? teile : teile.reverse();
  return jahr?.length === 4 ? Number(jahr) * 10_000 + Number(monat) * 100 + Number(tag) : Number.MAX_SAFE_INTEGER;
}
