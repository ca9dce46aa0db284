// Ein Rechner auf der Seite: nimmt Angaben entgegen, lässt rechnen, zeigt die Antwort.

import { richteAblageEin } from "./ablage.js";
import { zaehleAnfragen } from "./anfragen.js";
import { haengeAn, kurzfassung, zeigeAntwort } from "./antwort.js";
import { richteEinfuegenEin } from "./einfuegen.js";
import { leere, liesAngaben, oberste, setzeStichtag, zeigePassende } from "./eingaben.js";
import { zeigeFehler } from "./fehlerliste.js";
import { mitnehmen } from "./mitnehmen/leiste.js";
import { rechneMitSpanne } from "./spanne.js";
import { richteUngefaehrEin } from "./ungefaehr.js";
import { ordneAlle, richteListenEin } from "./zeilen.js";
import { richteZeilenpruefungEin } from "./zeilenpruefung.js";

export function richteEin(element, { rechne, beobachteLaden }) {
  const teile = {
    rechner: element.dataset.rechner,
    element,
    formular: element.querySelector("form"),
    fehlerliste: element.querySelector(".fehlerliste"),
    ladezeile: element.querySelector(".ladezeile"),
    antwort: element.querySelector(".antwort"),
    zurAntwort: element.querySelector(".zur-antwort"),
    meldung: element.querySelector(".meldung"),
    rechne,
    lauf: 0,
    gerechnet: undefined, // {angaben, ergebnis} der gezeigten Antwort
  };
  const { formular } = teile;

  richteListenEin(formular);
  richteZeilenpruefungEin(formular, teile.rechner, rechne);
  richteEinfuegenEin(formular, rechne);
  richteUngefaehrEin(formular);
  zeigePassende(formular);
  setzeStichtag(formular);
  beobachteLaden((meldung, stand) => zeigeLaden(teile.ladezeile, meldung, stand));
  zaehleAnfragen(element.querySelector(".anfragen"));
  formular.addEventListener("submit", (ereignis) => {
    ereignis.preventDefault();
    berechne(teile);
  });
  formular.addEventListener("input", () => {
    zeigePassende(formular);
    veralte(teile);
  });
  formular.addEventListener("reset", () => setTimeout(() => raeume(teile)));
  teile.zurAntwort.addEventListener("click", (ereignis) => {
    ereignis.preventDefault();
    zeigeMitFokus(teile.antwort);
  });
  richteAblageEin(teile, { berechne: (wie) => berechne(teile, wie) });
}

/** Rechnet mit dem, was dasteht, und zeigt die Antwort; liefert sie, wenn inzwischen keine neuere Frage kam. */
async function berechne(teile, { fokus = true } = {}) {
  const lauf = ++teile.lauf;
  ordneAlle(teile.formular);
  const angaben = liesAngaben(teile.formular);
  sage(teile.ladezeile, "Wird berechnet …");
  let ergebnis;
  try {
    ergebnis = await rechneMitSpanne(teile.rechne, { rechner: teile.rechner, angaben }, betragsfelder(teile.formular));
  } catch (fehler) {
    console.warn(fehler);
    ergebnis = ausfall(fehler);
  }
  if (lauf !== teile.lauf) return undefined;
  await zeige(teile, angaben, ergebnis, fokus);
  return lauf === teile.lauf ? ergebnis : undefined;
}

// Die Antwort ist oft höher als der Schirm: Zu sehen sein muss ihr Anfang.
function zeigeMitFokus(antwort) {
  antwort.focus({ preventScroll: true });
  const { top } = antwort.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) antwort.scrollIntoView({ block: "start" });
}

function betragsfelder(formular) {
  return oberste(formular)
    .filter(({ dataset }) => dataset.art === "geld")
    .map(({ dataset }) => dataset.feld);
}

// Die Zahl steht sofort da. Der Rest kommt in Stücken, damit die Seite auf einem alten Handy dazwischen reagiert.
async function zeige(teile, angaben, ergebnis, fokus) {
  sage(teile.ladezeile, "");
  const falsch = zeigeFehler(teile.formular, teile.fehlerliste, ergebnis);
  teile.antwort.hidden = falsch;
  teile.antwort.removeAttribute("aria-busy"); // von einer Antwort, die nicht mehr fertig wurde
  teile.zurAntwort.hidden = falsch;
  teile.gerechnet = undefined;
  if (falsch) return;
  const rest = zeigeAntwort(teile.antwort, ergebnis);
  teile.zurAntwort.textContent = `Zur Antwort: ${kurzfassung(teile.antwort)}`;
  teile.antwort.classList.remove("antwort--alt");
  teile.antwort.scrollTop = 0;
  if (fokus) zeigeMitFokus(teile.antwort);
  if (ergebnis.art === "fehler") return;
  teile.gerechnet = { angaben, ergebnis };
  await stelleDazu(teile, [...rest, () => mitnehmen(teile, angaben, ergebnis)]);
  if (document.activeElement === teile.antwort) zeigeMitFokus(teile.antwort); // ganz ist sie höher als ihr Anfang
}

async function stelleDazu(teile, stuecke) {
  const { lauf, antwort } = teile;
  antwort.setAttribute("aria-busy", "true");
  for (const stueck of stuecke) {
    await andereZuerst();
    if (lauf !== teile.lauf) return; // inzwischen gilt eine andere Antwort oder keine
    haengeAn(antwort, stueck);
  }
  antwort.removeAttribute("aria-busy");
  teile.element.dispatchEvent(new Event("gerechnet"));
  veralte(teile); // Wer während des Rechnens weitertippt, sieht eine Antwort auf die Angaben von vorhin.
}

function andereZuerst() {
  return globalThis.scheduler?.yield?.() ?? new Promise((weiter) => setTimeout(weiter));
}

// Der Worker ist ausgefallen: auch das ist eine Antwort in Worten.
function ausfall(fehler) {
  const meldung = fehler?.fuerMenschen ?? "Das Rechenwerk antwortet nicht.";
  return { art: "fehler", fehler: [{ feld: "", meldung }] };
}

function veralte(teile) {
  if (!teile.gerechnet) return;
  const alt = JSON.stringify(liesAngaben(teile.formular)) !== JSON.stringify(teile.gerechnet.angaben);
  teile.antwort.classList.toggle("antwort--alt", alt);
  teile.zurAntwort.hidden = alt;
  sage(teile.ladezeile, alt ? "Sie haben Angaben geändert. „Berechnen“ rechnet neu." : "");
}

function raeume(teile) {
  teile.lauf += 1;
  teile.gerechnet = undefined;
  zeigeFehler(teile.formular, teile.fehlerliste, { art: "ergebnis", fehler: [] });
  teile.antwort.hidden = true;
  teile.antwort.removeAttribute("aria-busy");
  teile.zurAntwort.hidden = true;
  teile.antwort.replaceChildren();
  teile.meldung.replaceChildren();
  sage(teile.ladezeile, "");
  leere(teile.formular);
  setzeStichtag(teile.formular);
  teile.formular.dispatchEvent(new Event("input", { bubbles: true }));
}

function zeigeLaden(zeile, meldung, { phase, geladen, gesamt, leitung }) {
  sage(zeile, meldung);
  if (phase === "laedt" && leitung) zeile.dataset.menge = `${mega((leitung * geladen) / gesamt)} von ${mega(leitung)} MB`;
}

function mega(bytes) {
  return (bytes / 1e6).toLocaleString("de-AT", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

function sage(zeile, text) {
  delete zeile.dataset.menge;
  if (zeile.textContent !== text) zeile.textContent = text;
}
