// Eingaben: liest und füllt das Formular mit Text, wie er getippt wird; was er bedeutet, weiß das Rechenwerk.

import { heuteGeschrieben } from "./stichtag.js";
import { fuegeZeileAn, leereListe, nummeriere, zeilen } from "./zeilen.js";

const HOECHSTENS_ZEICHEN = 200; // auch: höchstens so viele Zeilen; mehr tippt niemand

// Was zählt: ohne die Felder, die gerade keine Rolle spielen.
export function liesAngaben(formular) {
  return lies(oberste(formular), (feld) => !feld.hidden);
}

// Alles, was dasteht, auch in verborgenen Feldern: zum Merken.
export function liesAlles(formular) {
  return lies(oberste(formular), () => true);
}

/** Füllt das Formular; liefert die Namen der Angaben, mit denen es nichts anfangen kann. */
export function setzeAngaben(formular, angaben) {
  leere(formular);
  const felder = new Map(oberste(formular).map((feld) => [feld.dataset.feld, feld]));
  const abgelehnt = [];
  for (const [name, wert] of Object.entries(angaben)) {
    const feld = felder.get(name);
    if (!feld || wert?.length > HOECHSTENS_ZEICHEN || !setze(feld, wert)) abgelehnt.push(name);
  }
  zeigePassende(formular);
  klappeAufWoEtwasSteht(formular);
  return abgelehnt;
}

export function leere(formular) {
  for (const feld of formular.querySelectorAll("[data-art$=liste]")) leereListe(feld);
  for (const eingabe of formular.querySelectorAll("[data-feld] :is(input, select)")) setzeZurueck(eingabe);
  zeigePassende(formular);
}

export function setzeStichtag(formular) {
  const feld = formular.querySelector("[data-feld=stichtag] input");
  if (feld && !feld.value) feld.value = heuteGeschrieben();
}

// Ein Feld erscheint erst, wenn es eine Rolle spielt; eine Gruppe, wenn eines ihrer Felder erscheint.
export function zeigePassende(formular) {
  for (const feld of formular.querySelectorAll("[data-zeige-wenn]")) {
    const { feld: name, werte } = JSON.parse(feld.dataset.zeigeWenn);
    const quelle = (feld.closest(".zeile") ?? formular).querySelector(`[data-feld="${name}"]`);
    feld.hidden = !passt(quelle && !quelle.hidden ? liesFeld(quelle) : undefined, werte);
  }
  for (const gruppe of formular.querySelectorAll(".feldgruppe")) {
    gruppe.hidden = !gruppe.querySelector(":scope > [data-feld]:not([hidden])");
  }
}

// Felder der obersten Ebene, ohne jene in den Zeilen einer Liste.
export function oberste(formular) {
  return [...formular.querySelectorAll("[data-feld]")].filter(
    (feld) => !feld.parentElement.closest("[data-feld]"),
  );
}

export function beschriftung(feld) {
  return feld.querySelector("legend, label").textContent;
}

// Was dasteht, in den Worten des Formulars: „Ja“ statt „ja“, der Text einer Auswahl statt ihres Schlüssels.
export function inWorten(feld) {
  const { art } = feld.dataset;
  if (art.endsWith("liste")) return zeilen(feld).map(zeileInWorten);
  if (art === "auswahl") return feld.querySelector("option:checked")?.textContent ?? "";
  if (art === "ja_nein" || art === "mehrfach") {
    return [...feld.querySelectorAll("input:checked")].map((knopf) => knopf.labels[0].textContent).join(", ");
  }
  const text = feld.querySelector("input").value.trim();
  return art === "geld" && /\d$/.test(text) ? `${text} €` : text;
}

function zeileInWorten(zeile) {
  return [...zeile.querySelectorAll("[data-feld]")]
    .filter((feld) => !feld.hidden && liesFeld(feld) !== undefined)
    .map((feld) => `${beschriftung(feld)}: ${inWorten(feld)}`)
    .join(" · ");
}

function lies(felder, zaehlt) {
  const angaben = {};
  for (const feld of felder.filter(zaehlt)) {
    const wert = liesFeld(feld, zaehlt);
    if (wert !== undefined) angaben[feld.dataset.feld] = wert;
  }
  return angaben;
}

export function liesFeld(feld, zaehlt = () => true) {
  const { art } = feld.dataset;
  if (art === "ja_nein") return feld.querySelector("input:checked")?.value;
  if (art === "mehrfach") return leerAlsNichts([...feld.querySelectorAll("input:checked")].map((k) => k.value));
  const glieder = (zeile) => lies([...zeile.querySelectorAll("[data-feld]")], zaehlt);
  if (art === "liste") return leerAlsNichts(zeilen(feld).map(glieder));
  if (art === "geldliste") return leerAlsNichts(zeilen(feld).map((zeile) => glieder(zeile).wert ?? ""));
  return feld.querySelector("input, select").value.trim() || undefined;
}

function leerAlsNichts(liste) {
  return liste.length ? liste : undefined;
}

// Setzt ein Feld; falsch, wenn der Wert dort nicht stehen kann.
export function setze(feld, wert) {
  const { art } = feld.dataset;
  if (art.endsWith("liste")) return setzeListe(feld, wert);
  if (art === "mehrfach") return Array.isArray(wert) && wert.every((teil) => hake(feld, teil));
  if (!["string", "number", "boolean"].includes(typeof wert)) return false;
  if (art === "ja_nein") return hake(feld, wert === true ? "ja" : wert === false ? "nein" : wert);
  const eingabe = feld.querySelector("input, select");
  if (art === "auswahl" && ![...eingabe.options].some(({ value }) => value === String(wert))) return false;
  eingabe.value = String(wert);
  return true;
}

function hake(feld, wert) {
  const knopf = [...feld.querySelectorAll("input")].find(({ value }) => value === String(wert));
  if (knopf) knopf.checked = true;
  return Boolean(knopf);
}

function setzeListe(feld, werte) {
  if (!Array.isArray(werte)) return false;
  let alles = true;
  for (const wert of werte) alles = setzeZeile(feld, wert) && alles;
  nummeriere(feld);
  return alles;
}

function setzeZeile(feld, wert) {
  const zeile = fuegeZeileAn(feld);
  if (feld.dataset.art === "geldliste") return setze(zeile.querySelector("[data-feld]"), wert);
  if (wert === null || typeof wert !== "object") return false;
  return Object.entries(wert).every(([name, glied]) => {
    const ziel = [...zeile.querySelectorAll("[data-feld]")].find(({ dataset }) => dataset.feld === name);
    return Boolean(ziel) && setze(ziel, glied);
  });
}

function setzeZurueck(eingabe) {
  if (eingabe.type === "radio" || eingabe.type === "checkbox") eingabe.checked = eingabe.defaultChecked;
  else if (eingabe.tagName === "SELECT") {
    eingabe.selectedIndex = Math.max(0, [...eingabe.options].findIndex((option) => option.defaultSelected));
  } else eingabe.value = eingabe.defaultValue;
}

function klappeAufWoEtwasSteht(formular) {
  const genauer = formular.querySelector(".genauer");
  if (!genauer || genauer.open) return;
  genauer.open = [...genauer.querySelectorAll(".feldgruppe > [data-feld]")].some(
    (feld) => (feld.dataset.art === "auswahl" ? gewaehlt(feld) : liesFeld(feld) !== undefined),
  );
}

// Eine Auswahl zählt als ausgefüllt, wenn nicht mehr ihre Vorwahl gilt.
function gewaehlt(feld) {
  const option = feld.querySelector("option:checked");
  return Boolean(option?.value) && !option.defaultSelected;
}

function passt(wert, werte) {
  if (werte.length) return werte.some((gesucht) => alsText(gesucht) === alsText(wert));
  return wert !== undefined && wert !== "nein" && /[^0.,\s€-]/.test(alsText(wert));
}

function alsText(wert) {
  return wert === true ? "ja" : wert === false ? "nein" : String(wert);
}
