// Ablage: Angaben kommen aus einem Verweis, einer Datei, diesem Tab oder diesem Gerät und bleiben, wo es gewünscht ist.

import { element } from "./bauen.js";
import { beschriftung, leere, liesAlles, liesAngaben, oberste, setzeAngaben, setzeStichtag } from "./eingaben.js";
import { erinnere, merke, vergiss, vergissAufGeraet } from "./gedaechtnis.js";
import { alsFall, ausFall } from "./mitnehmen/fall.js";
import { zeigeHeute } from "./mitnehmen/heute.js";
import { ladeHerunter } from "./mitnehmen/herunterladen.js";
import { ausVerweis, istVerweis } from "./mitnehmen/verweis.js";

const WARTEN_MS = 400; // nach dem letzten Tastendruck; Browser begrenzen, wie oft sich eine Seite etwas merkt

export function richteAblageEin(teile, { berechne }) {
  const kasten = teile.element.querySelector(".merken");
  const ablage = {
    teile,
    berechne,
    weise: "tab",
    fall: 0, // welcher Fall offen ist; Stellen des Verlaufs mit demselben Fall zeigen dasselbe Formular
    meldung: kasten.querySelector(".merken__meldung"),
    vergessen: kasten.querySelector("[data-tut=vergessen]"),
    wahl: [...kasten.querySelectorAll("input[type=radio]")],
    datei: kasten.querySelector("input[type=file]"),
  };

  beginne(ablage);
  verbinde(ablage, kasten);
}

function verbinde(ablage, kasten) {
  const { teile } = ablage;
  const { formular } = teile;
  let uhr;
  const gleich = () => {
    clearTimeout(uhr);
    halteFest(ablage);
  };
  formular.addEventListener("input", () => {
    clearTimeout(uhr);
    uhr = setTimeout(gleich, WARTEN_MS);
  });
  formular.addEventListener("change", gleich);
  teile.element.addEventListener("gerechnet", gleich);
  formular.addEventListener("reset", () => setTimeout(() => vergissAlles(ablage)));
  addEventListener("pagehide", () => {
    if (ablage.weise === "gemeinsam") raeumeWeg(teile);
    else gleich();
  });
  addEventListener("hashchange", () => istVerweis(location.hash) && oeffneVerweis(ablage));
  addEventListener("popstate", () => !istVerweis(location.hash) && wechsle(ablage));
  for (const knopf of ablage.wahl) knopf.addEventListener("change", () => waehle(ablage, knopf.value));
  kasten.querySelector("[data-tut=fall-speichern]").addEventListener("click", () => {
    ladeHerunter(alsFall(teile.rechner, liesAngaben(formular), teile.gerechnet?.ergebnis));
  });
  kasten.querySelector("[data-tut=fall-oeffnen]").addEventListener("click", () => ablage.datei.click());
  ablage.datei.addEventListener("change", () => oeffneDatei(ablage));
  ablage.vergessen.addEventListener("click", () => {
    waehle(ablage, "tab");
    ablage.meldung.textContent = "Gelöscht. Auf diesem Gerät ist nichts mehr gemerkt.";
    ablage.wahl[0].focus();
  });
}

// --- Woher die Angaben kommen ------------------------------------------------

function beginne(ablage) {
  const { weise, stand } = erinnere(ablage.teile.rechner);
  zeigeWeise(ablage, weise);
  if (istVerweis(location.hash)) oeffneVerweis(ablage);
  else if (stand) stelleHer(ablage, stand);
}

// Zurück zu einem anderen Fall zeigt dessen Angaben; ein Sprung auf der Seite nimmt die Angaben mit.
function wechsle(ablage) {
  const { stand } = erinnere(ablage.teile.rechner);
  if (ablage.weise !== "gemeinsam" && stand && stand.fall !== ablage.fall) stelleHer(ablage, stand);
  else halteFest(ablage);
}

// Nach dem Neuladen steht alles da wie vorher, auch die Antwort; der Fokus bleibt, wo er ist.
function stelleHer(ablage, { angaben, gerechnet, fall = 0 }) {
  const { teile, berechne } = ablage;
  ablage.fall = fall;
  setzeAngaben(teile.formular, angaben);
  setzeStichtag(teile.formular);
  if (gerechnet) berechne({ fokus: false });
}

async function oeffneVerweis(ablage) {
  const { angaben, meldungen } = ausVerweis(location.hash);
  // Was in der Adresszeile steht, bliebe im Verlauf des Browsers; gemerkt wird es, wie es gewählt ist.
  history.replaceState(history.state, "", location.pathname + location.search);
  await uebernimm(ablage, angaben, meldungen);
}

async function oeffneDatei(ablage) {
  const [datei] = ablage.datei.files;
  ablage.datei.value = ""; // damit dieselbe Datei noch einmal gewählt werden kann
  if (!datei) return;
  const { angaben, damals, meldungen } = await ausFall(datei, ablage.teile.rechner);
  if (angaben) await uebernimm(ablage, angaben, meldungen, damals);
  else sage(ablage.teile, meldungen);
}

async function uebernimm(ablage, angaben, meldungen, damals) {
  const { teile, berechne } = ablage;
  ablage.fall = Date.now();
  const abgelehnt = setzeAngaben(teile.formular, angaben);
  setzeStichtag(teile.formular);
  halteFest(ablage);
  const alle = [...meldungen, ...nichtUebernommen(teile.formular, abgelehnt)];
  sage(teile, alle);
  const ergebnis = await berechne({ fokus: alle.length === 0 });
  if (ergebnis) await zeigeHeute(teile, ergebnis, damals);
}

function nichtUebernommen(formular, namen) {
  if (!namen.length) return [];
  const bekannt = new Map(oberste(formular).map((feld) => [feld.dataset.feld, beschriftung(feld)]));
  const liste = namen.slice(0, 5).map((name) => `„${(bekannt.get(name) ?? name).slice(0, 60)}“`);
  return [`Nicht ganz übernommen: ${liste.join(", ")}. Bitte prüfen Sie das.`];
}

function sage({ meldung }, saetze) {
  meldung.replaceChildren(...saetze.map((satz) => element("p", "", satz)));
  if (saetze.length) meldung.focus();
}

// --- Was bleibt --------------------------------------------------------------

function waehle(ablage, weise) {
  const { rechner } = ablage.teile;
  if (weise !== "geraet") vergissAufGeraet(rechner);
  if (weise === "gemeinsam") vergiss(rechner);
  zeigeWeise(ablage, weise);
  ablage.meldung.textContent = "";
  halteFest(ablage);
  if (ablage.weise === "geraet") ablage.meldung.textContent = "Ihre Angaben werden auf diesem Gerät gemerkt, bis Sie sie löschen.";
  if (weise === "gemeinsam") ablage.meldung.textContent = "Nichts wird gemerkt. Verlassen Sie die Seite, ist das Formular leer.";
}

function zeigeWeise(ablage, weise) {
  ablage.weise = weise;
  ablage.vergessen.hidden = weise !== "geraet";
  for (const knopf of ablage.wahl) knopf.checked = knopf.value === weise;
}

function halteFest(ablage) {
  const { teile } = ablage;
  const stand = { angaben: liesAlles(teile.formular), gerechnet: Boolean(teile.gerechnet), fall: ablage.fall };
  try {
    merke(teile.rechner, stand, ablage.weise);
  } catch {
    zeigeWeise(ablage, "tab");
    ablage.meldung.textContent =
      "Ihr Browser erlaubt das Merken nicht. Speichern Sie die Angaben als Datei oder kopieren Sie den Verweis unter der Antwort.";
  }
}

function vergissAlles(ablage) {
  vergiss(ablage.teile.rechner);
  if (ablage.weise === "geraet") zeigeWeise(ablage, "tab");
}

// Auch wenn der Browser die ganze Seite aufhebt, um sie beim Zurückgehen zu zeigen, ist sie dann leer.
function raeumeWeg(teile) {
  leere(teile.formular);
  teile.gerechnet = undefined;
  teile.antwort.hidden = true;
  teile.antwort.replaceChildren();
  teile.meldung.replaceChildren();
}
